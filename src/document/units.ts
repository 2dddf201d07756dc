/** What a UTF-16 unit is to the reading. */
export const Kind = {
  /** Latin signs, symbols, everything without a say. */
  other: 0,
  /** Takes no place: zero-width, control, soft hyphen, variation selector. */
  none: 1,
  space: 2,
  tab: 3,
  /** Ends a physical line. */
  break: 4,
  han: 5,
  /** Chinese punctuation, full-width brackets, circled numbers. */
  mark: 6,
  digit: 7,
  latin: 8,
  /** `, : ; ? !` */
  half: 9,
  /** `(` and `)` */
  bracket: 10,
  dot: 11,
  /** “ ” */
  curly: 12,
  /** `"` */
  straight: 13,
  /** `'` */
  apostrophe: 14,
  /** ‘ ’ */
  single: 15,
} as const;

const UNITS = 0x1_0000;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
/** Controls, zero-width and directional marks, soft hyphen, variation selectors, byte order mark, object sign. */
const NO_PLACE: readonly (readonly [number, number])[] = [
  [0, 31],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfffc, 0xfffc],
];
/** East Asian width: 0, 1, 2, or this where it depends on the program that measures. */
export const AMBIGUOUS = 3;

/** Pairs: form seen, form read. */
const SAME =
  '「“」”『‘』’﹁“﹂”﹃‘﹄’〝“〞”〟”｢“｣”｡。､、﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹙（﹚）︰：―—‧·・·﹣-−-‒-';

/**
 * Units whose canonical form does not depend on their neighbours: full-width letters and digits, vertical
 * and small forms, corner brackets. All others map to themselves.
 */
export const canonical: Uint16Array = canonicalUnits();

/** {@link Kind} of each unit, as its canonical form counts. */
export const kinds: Uint8Array = unitKinds();

/** Columns each unit takes: 0, 1, 2 or {@link AMBIGUOUS}. */
export const columns: Uint8Array = unitColumns();

/** The first `length` units as a string. */
export function stringOf(units: Uint16Array, length: number): string {
  const PIECE = 8192;
  let text = '';
  for (let i = 0; i < length; i += PIECE) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(i, Math.min(i + PIECE, length)));
  }
  return text;
}

function canonicalUnits(): Uint16Array {
  const table = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) table[unit] = unit;
  // Not here: ，：；？！（） are right as they are; ～ joins figures (3～5次) and is commoner than ~.
  const halfWidth = /[0-9A-Za-z%.+\-/*_#@&=<>|$\\^`"'[\]{}]/;
  for (let unit = FULL_WIDTH_FIRST; unit <= FULL_WIDTH_LAST; unit++) {
    const ascii = unit - 0xfee0;
    if (halfWidth.test(String.fromCharCode(ascii))) table[unit] = ascii;
  }
  for (let i = 0; i < SAME.length; i += 2) table[SAME.charCodeAt(i)] = SAME.charCodeAt(i + 1);
  return table;
}

function unitKinds(): Uint8Array {
  const table = new Uint8Array(UNITS);
  const fill = (kind: number, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [first, last] of ranges) table.fill(kind, first, last + 1);
  };
  const each = (kind: number, units: string): void => {
    for (let i = 0; i < units.length; i++) table[units.charCodeAt(i)] = kind;
  };
  fill(Kind.none, ...NO_PLACE);
  fill(Kind.latin, [65, 90], [97, 122], [0xc0, 0x24f], [0x370, 0x52f], [0xff21, 0xff3a], [0xff41, 0xff5a]);
  fill(Kind.digit, [48, 57], [0xff10, 0xff19]);
  // Marks: general punctuation from ‐ to ⁞, enclosed numbers, Chinese punctuation, vertical, small and full-width forms.
  fill(Kind.mark, [0x2010, 0x2027], [0x2030, 0x205e], [0x2460, 0x24ff], [0x2776, 0x2793], [0x3001, 0x303f]);
  fill(Kind.mark, [0x3200, 0x33ff], [0xfe10, 0xfe6b], [0xff01, 0xff0f], [0xff1a, 0xff20], [0xff5e, 0xff65]);
  each(Kind.mark, '·');
  // Surrogates as a whole count as Han: rare names are far more frequent than pictures.
  fill(Kind.han, [0x2e80, 0x2fdf], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xd800, 0xdfff], [0xf900, 0xfaff]);
  each(Kind.han, '〇々');
  each(Kind.space, ' \u00a0\u1680\u202f\u205f\u3000');
  fill(Kind.space, [0x2000, 0x200a]);
  each(Kind.tab, '\t');
  each(Kind.break, '\n\f');
  each(Kind.half, ',:;?!');
  each(Kind.bracket, '()');
  each(Kind.dot, '.');
  each(Kind.curly, '“”');
  each(Kind.straight, '"');
  each(Kind.apostrophe, "'");
  each(Kind.single, '‘’');
  const follow = (unit: number): void => {
    table[unit] = table[canonical[unit] ?? unit] ?? Kind.other;
  };
  for (let unit = FULL_WIDTH_FIRST; unit <= FULL_WIDTH_LAST; unit++) follow(unit);
  for (let i = 0; i < SAME.length; i += 2) follow(SAME.charCodeAt(i));
  return table;
}

function unitColumns(): Uint8Array {
  const table = new Uint8Array(UNITS).fill(1);
  for (const [first, last] of [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0xa4cf],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
  ] as const) {
    table.fill(2, first, last + 1);
  }
  for (const [first, last] of [
    [0x2010, 0x2027],
    [0x2030, 0x203e],
    [0x2160, 0x217f],
    [0x2190, 0x21ff],
    [0x2200, 0x22ff],
    [0x2460, 0x24ff],
    [0x2500, 0x26ff],
    [0x2776, 0x277f],
  ] as const) {
    table.fill(AMBIGUOUS, first, last + 1);
  }
  for (const char of '·×÷°±§') table[char.charCodeAt(0)] = AMBIGUOUS;
  // A pair of surrogates is one wide character: counted at its first half.
  table.fill(2, 0xd800, 0xdc00);
  table.fill(0, 0xdc00, 0xe000);
  for (const [first, last] of NO_PLACE) table.fill(0, first, last + 1);
  table[9] = 4;
  return table;
}
