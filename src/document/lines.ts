import { AMBIGUOUS, columns, Kind, kinds } from './units.js';

/** The non-blank physical lines of a text, as columns of a table. Offsets in units of the text. */
export interface Lines {
  readonly count: number;
  /** First visible unit. */
  readonly from: Uint32Array;
  /** Behind the last visible unit. */
  readonly to: Uint32Array;
  /** The unit that ends the line, or the length of the text. */
  readonly end: Uint32Array;
  /** Columns of white space in front. */
  readonly indent: Uint16Array;
  /** Blank lines in front, at most 255. */
  readonly blanks: Uint8Array;
  /** 1 where a form feed stands between this line and the one before. */
  readonly pageBreak: Uint8Array;
  /** 1 where a tab stands between words: a row of a table. Behind the number of an item it does not count. */
  readonly row: Uint8Array;
  /** Width up to the last visible unit, leading white space included, in each {@link Measure}. */
  readonly widths: readonly [Uint16Array, Uint16Array, Uint16Array];
}

/** Ways in which programs measure a line: 0 characters, 1 columns with “ — … two wide, 2 the same one wide. */
export type Measure = 0 | 1 | 2;

/** Longer lines are not measured: nobody wraps at this width. */
export const UNMEASURED = 0xffff;
const LONGEST = 400;
/** Units of the longest number of an item, （十二）、 */
const LONGEST_NUMBER = 6;

/** Splits a text at `\n` and form feed. */
export function splitLines(text: string): Lines {
  const lines = emptyLines(countLines(text));
  const [characters, wide, narrow] = lines.widths;
  let line = 0;
  let blanks = 0;
  let pageBreak = 0;
  for (let i = 0; i < text.length; i++) {
    let from = -1;
    let to = -1;
    let lead = 0;
    let tab = false;
    let row = 0;
    const start = i;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kind = kinds[unit];
      if (kind === Kind.break) break;
      if (kind === Kind.none || kind === Kind.space || kind === Kind.tab) {
        if (from < 0) lead += columns[unit] ?? 0;
        else if (kind === Kind.tab && i - from > LONGEST_NUMBER) tab = true;
        continue;
      }
      if (from < 0) from = i;
      if (tab) row = 1;
      to = i + 1;
    }
    if (from >= 0) {
      lines.from[line] = from;
      lines.to[line] = to;
      lines.end[line] = i;
      lines.indent[line] = Math.min(lead, UNMEASURED);
      lines.blanks[line] = blanks;
      lines.pageBreak[line] = pageBreak;
      lines.row[line] = row;
      const long = to - start > LONGEST;
      characters[line] = long ? UNMEASURED : charactersOf(text, start, to);
      wide[line] = long ? UNMEASURED : columnsOf(text, start, to, 2);
      narrow[line] = long ? UNMEASURED : columnsOf(text, start, to, 1);
      line++;
      blanks = 0;
      pageBreak = 0;
    } else if (blanks < 255) {
      blanks++;
    }
    if (text.charCodeAt(i) === 12) pageBreak = 1;
  }
  return lines;
}

/** How many lines of a text are not blank. */
export function countLines(text: string): number {
  let count = 0;
  let visible = false;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    if (kind === Kind.break) visible = false;
    else if (!visible && kind !== Kind.none && kind !== Kind.space && kind !== Kind.tab) {
      visible = true;
      count++;
    }
  }
  return count;
}

function emptyLines(count: number): Lines {
  return {
    count,
    from: new Uint32Array(count),
    to: new Uint32Array(count),
    end: new Uint32Array(count),
    indent: new Uint16Array(count),
    blanks: new Uint8Array(count),
    pageBreak: new Uint8Array(count),
    row: new Uint8Array(count),
    widths: [new Uint16Array(count), new Uint16Array(count), new Uint16Array(count)],
  };
}

function charactersOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) if ((columns[text.charCodeAt(i)] ?? 0) > 0) width++;
  return width;
}

function columnsOf(text: string, from: number, to: number, ambiguous: number): number {
  let width = 0;
  for (let i = from; i < to; i++) {
    const unit = columns[text.charCodeAt(i)] ?? 0;
    width += unit === AMBIGUOUS ? ambiguous : unit;
  }
  return width;
}

/** Width of one unit in a measure. */
export function widthOf(unit: number, measure: Measure): number {
  const width = columns[unit] ?? 0;
  if (measure === 0) return width > 0 ? 1 : 0;
  return width === AMBIGUOUS ? (measure === 1 ? 2 : 1) : width;
}
