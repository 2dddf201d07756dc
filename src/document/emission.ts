import type { Paragraph, Reading } from './document.js';
import type { Lines } from './lines.js';
import { CELL, LEFT_OUT } from './markdown.js';
import { unifyPunctuation } from './punctuation.js';
import { columns, Kind, kinds, stringOf } from './units.js';

/** What is to be written into the reading. */
export interface Plan {
  /** Lines to read, in order; indices of {@link Lines}. */
  readonly lines: Uint32Array;
  /** For each of these, 1 where it goes on with the paragraph before. */
  readonly continues: Uint8Array;
  /** Unit seen → unit read. */
  readonly units: Uint16Array;
  /** Per unit of the text, what Markdown says of it; `null` for plain text. */
  readonly mask: Uint8Array | null;
  /** Per line, heading level or 0; `null` for plain text. */
  readonly level: Uint8Array | null;
  /** Per line, 1 for table rows; then tabs elsewhere are white space. `null` where tabs tell rows. */
  readonly rows: Uint8Array | null;
  /** Whether a Latin word that a line end interrupts was cut there (and needs no space). */
  readonly cutsWords: boolean;
}

/**
 * Writes the reading: each unit of it is one unit of the text, in order.
 *
 * White space: none beside Han or Chinese punctuation and between two signs, one space between Latin words or
 * figures. A gap of four columns or more inside a line, with three characters or more on both sides and no
 * punctuation before, parts a heading from its text or columns from each other and stays as one space. Tabs
 * stay, each of them, except at a paragraph's ends and behind the number of an item.
 */
export function writeReading(text: string, lines: Lines, plan: Plan): Reading {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  const paragraphs: Paragraph[] = [];
  let length = 0;
  let start = 0;
  let level = 0;
  let lineEnd = 0;
  for (let k = 0; k < plan.lines.length; k++) {
    const line = plan.lines[k] ?? 0;
    const seam = plan.continues[k] === 1;
    if (!seam) {
      length = finish(units, start, length, level, paragraphs);
      if (length > start) {
        units[length] = LINE_END;
        offsets[length++] = lineEnd;
        start = length;
      }
      level = plan.level?.[line] ?? 0;
    }
    const gap: Gap = { columns: 0, at: lineEnd, tabs: 0, seam, stretch: 0 };
    const to = lines.to[line] ?? 0;
    const isRow = plan.rows?.[line] === 1;
    for (let i = lines.from[line] ?? 0; i < to; i++) {
      const mark = plan.mask?.[i] ?? 0;
      if (mark === LEFT_OUT) continue;
      const seen = text.charCodeAt(i);
      const own = mark === CELL ? Kind.tab : (kinds[seen] ?? Kind.other);
      const kind = own === Kind.tab && plan.rows !== null && !isRow ? Kind.space : own;
      if (kind === Kind.none) continue;
      if (kind === Kind.space) {
        if (gap.columns === 0 && !gap.seam) gap.at = i;
        gap.columns += columns[seen] ?? 0;
        continue;
      }
      if (kind === Kind.tab) {
        if (length > start || isRow) {
          units[length] = TAB;
          offsets[length++] = i;
          gap.tabs++;
        }
        continue;
      }
      if (gap.tabs > 0) {
        if (!isRow && isItemNumber(units, start, length - gap.tabs)) length -= gap.tabs;
      } else if (
        (gap.columns > 0 || gap.seam) &&
        length > start &&
        keepsSpace(text, units, length, i, to, kind, gap, plan)
      ) {
        units[length] = SPACE;
        offsets[length++] = gap.at;
      }
      if (gap.columns > 0 || gap.tabs > 0) gap.stretch = 0;
      gap.columns = 0;
      gap.tabs = 0;
      gap.seam = false;
      gap.stretch++;
      units[length] = plan.units[seen] ?? seen;
      offsets[length++] = i;
    }
    if (to > (lines.from[line] ?? 0)) lineEnd = lines.end[line] ?? 0;
  }
  length = finish(units, start, length, level, paragraphs);
  // Lines of Markdown may hold marks only: then the last paragraph's line end is left over.
  if (length === start && length > 0) length--;
  return { text: stringOf(units, length), offsets: offsets.slice(0, length), paragraphs };
}

/** Completes the paragraph that begins at `start`; returns its end, `start` when nothing is in it. */
function finish(
  units: Uint16Array,
  start: number,
  end: number,
  level: number,
  paragraphs: Paragraph[],
): number {
  while (end > start && units[end - 1] === TAB) end--;
  if (end === start) return start;
  unifyPunctuation(units, start, end);
  const span = { start, end };
  paragraphs.push(level > 0 ? { span, headingLevel: level } : { span });
  return end;
}

const TAB = 9;
const LINE_END = 10;
const SPACE = 32;
/** A gap this wide, with that much on both sides, is meant. */
const WIDE_GAP = 4;
const STRETCH = 3;

interface Gap {
  columns: number;
  /** Where a space that stands for it points to. */
  at: number;
  tabs: number;
  /** The gap lies over a line end. */
  seam: boolean;
  /** Units since the gap before, in this line. */
  stretch: number;
}

function keepsSpace(
  text: string,
  units: Uint16Array,
  length: number,
  at: number,
  to: number,
  kind: number,
  gap: Gap,
  plan: Plan,
): boolean {
  const before = kinds[units[length - 1] ?? 0] ?? Kind.other;
  if (gap.seam && gap.columns === 0) return before === Kind.latin && kind === Kind.latin && !plan.cutsWords;
  const tight = isChinese(before) || isChinese(kind) || (isNeutral(before) && isNeutral(kind));
  if (!tight) return true;
  if (gap.seam || gap.columns < WIDE_GAP || gap.stretch < STRETCH) return false;
  if (before !== Kind.han && before !== Kind.digit && before !== Kind.latin) return false;
  return hasStretch(text, at, to);
}

const isChinese = (kind: number): boolean => kind === Kind.han || kind === Kind.mark;
const isNeutral = (kind: number): boolean => kind >= Kind.half;

/** Whether some characters follow without white space. */
function hasStretch(text: string, at: number, to: number): boolean {
  let found = 0;
  for (let i = at; i < to && found < STRETCH; i++) {
    const kind = kinds[text.charCodeAt(i)];
    if (kind === Kind.space || kind === Kind.tab) return false;
    if (kind !== Kind.none) found++;
  }
  return found === STRETCH;
}

const NUMERALS = new Set([...'一二三四五六七八九十（('].map((char) => char.charCodeAt(0)));
const NUMBER_ENDS = new Set([...'、.）)'].map((char) => char.charCodeAt(0)));
const isCircled = (unit: number): boolean => unit >= 0x2460 && unit < 0x2474;

/** Whether a paragraph so far is only the number of an item, such as Word puts in front with a tab. */
function isItemNumber(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > 6 || end === start) return false;
  if (end - start === 1 && isCircled(units[start] ?? 0)) return true;
  for (let i = start; i < end - 1; i++) {
    const unit = units[i] ?? 0;
    if (!NUMERALS.has(unit) && kinds[unit] !== Kind.digit && !NUMBER_ENDS.has(unit)) return false;
  }
  return NUMBER_ENDS.has(units[end - 1] ?? 0);
}
