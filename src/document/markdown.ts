import type { Lines } from './lines.js';
import { findInlineMarks } from './markdown-inline.js';
import { Kind, kinds } from './units.js';

/** What Markdown's marks say; offsets in units of the text, one entry per line of {@link Lines} where noted. */
export interface MarkdownMarks {
  /** Per unit: {@link READ}, {@link LEFT_OUT} or {@link CELL}. */
  readonly mask: Uint8Array;
  /** Per line: 1 where nothing is left to read. */
  readonly empty: Uint8Array;
  /** Per line: 1 for headings, table rows, code: joined with no other line. */
  readonly alone: Uint8Array;
  /** Per line: 1 where a paragraph certainly begins. */
  readonly opens: Uint8Array;
  /** Per line: heading level, 0 for none. */
  readonly level: Uint8Array;
}

export const READ = 0;
export const LEFT_OUT = 1;
/** A border between two cells of a table; reads as a tab. */
export const CELL = 2;

/**
 * Finds the marks of Markdown: headings, list dashes, quotes, fences, rules, table borders, comments, front
 * matter, and within lines emphasis, code, links, tags. Numbers of lists are words of the text and stay.
 *
 * Looser than CommonMark where Chinese writers are: `##标题` without a space is a heading, `**“词”**的` is bold.
 * Lines keep their breaks; whether they are joined is decided later, by how they look.
 */
export function readMarkdown(text: string, lines: Lines): MarkdownMarks {
  const marks: MarkdownMarks = {
    mask: new Uint8Array(text.length),
    empty: new Uint8Array(lines.count),
    alone: new Uint8Array(lines.count),
    opens: new Uint8Array(lines.count),
    level: new Uint8Array(lines.count),
  };
  let fence = '';
  let table = false;
  let comment = false;
  for (let line = frontMatter(text, lines, marks); line < lines.count; line++) {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    if (line === 0 || lines.blanks[line] !== 0) {
      marks.opens[line] = 1;
      table = false;
    }
    if (comment) {
      comment = findInlineMarks(text, from, to, marks.mask, true);
      continue;
    }
    const mark = fenceMark(text, from, to);
    if (fence !== '' || mark !== '') {
      marks.alone[line] = 1;
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence) && mark.length === to - from) fence = '';
      else continue;
      leaveOut(marks.mask, from, to);
      continue;
    }
    const start = blockPrefix(text, from, to, line, marks);
    if (isRule(text, start, to)) {
      underline(text, lines, line, start, marks);
      leaveOut(marks.mask, start, to);
      continue;
    }
    const wasTable: boolean = table;
    table = (wasTable && hasBorder(text, start, to)) || startsTable(text, lines, line, start);
    if (table) {
      marks.alone[line] = 1;
      if (wasTable && isDelimiterRow(text, start, to)) leaveOut(marks.mask, start, to);
      else borders(text, start, to, marks.mask);
    }
    comment = findInlineMarks(text, start, to, marks.mask, false);
  }
  shrink(text, lines, marks);
  return marks;
}

const leaveOut = (mask: Uint8Array, from: number, to: number): void => {
  mask.fill(LEFT_OUT, from, to);
};

/** `---`, keys, `---` at the very beginning. Returns the first line behind it. */
function frontMatter(text: string, lines: Lines, { mask }: MarkdownMarks): number {
  if (lines.from[0] !== 0 || text.slice(0, lines.to[0]) !== '---') return 0;
  for (let line = 1; line < Math.min(lines.count, 60); line++) {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    const content = text.slice(from, Math.min(to, from + 80));
    if (content === '---' || content === '...') {
      leaveOut(mask, 0, to);
      return line + 1;
    }
    if (!/^(?:[\w-]+\s*:|- |#)/.test(content) && lines.indent[line] === 0) return 0;
  }
  return 0;
}

/** The backticks or tildes that open or close a block of code. */
function fenceMark(text: string, from: number, to: number): string {
  const first = text.charAt(from);
  if (first !== '`' && first !== '~') return '';
  let end = from;
  while (end < to && text.charAt(end) === first) end++;
  if (end - from < 3) return '';
  // ```word``` on one line is code inside a line.
  return text.slice(end, Math.min(to, end + 200)).includes(first) ? '' : text.slice(from, end);
}

/** What a mark at a line's beginning may start with. */
const MARKS = '-*+#[0123456789_=';
const BULLET = /[-*+]\s+(?:\[[ xX]\]\s+)?/y;
const HEADING = /(#{1,6})(?:\s+|(?<=##)(?=[^#\s]))/y;
const NUMBERED = /\d{1,3}[.)]\s/y;
const FOOTNOTE = /\[\^[^\]\s]{1,40}\]:\s*/y;
const REFERENCE = /\[[^\]\n]{1,100}\]:\s*(?:https?:|\/|\.|#|<)\S*/y;

/** Leaves out what stands in front of a line; returns where its words begin. */
function blockPrefix(text: string, from: number, to: number, line: number, marks: MarkdownMarks): number {
  let at = from;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || at + match[0].length > to) return null;
    leaveOut(marks.mask, at, at + match[0].length);
    at += match[0].length;
    return match;
  };
  while (at < to && (text.charAt(at) === '>' || (at > from && text.charAt(at) === ' '))) at++;
  leaveOut(marks.mask, from, at);
  if (!MARKS.includes(text.charAt(at)) || isRule(text, at, to)) return at;
  while (take(BULLET) !== null) marks.opens[line] = 1;
  const heading = take(HEADING);
  if (heading !== null) {
    marks.level[line] = heading[1]?.length ?? 1;
    marks.alone[line] = 1;
    let end = to;
    while (end > at && text.charAt(end - 1) === '#') end--;
    if (end < to && /\s/.test(text.charAt(end - 1))) leaveOut(marks.mask, end, to);
    return at;
  }
  NUMBERED.lastIndex = at;
  if (NUMBERED.test(text)) marks.opens[line] = 1;
  else if (take(FOOTNOTE) !== null) marks.opens[line] = 1;
  else take(REFERENCE);
  return at;
}

/** `---`, `* * *`, `===`: only these and white space. */
function isRule(text: string, from: number, to: number): boolean {
  const first = text.charAt(from);
  if (!'-*_='.includes(first) || first === '') return false;
  let count = 0;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === first) count++;
    else if (char !== ' ' && char !== '\t') return false;
  }
  // ____ is a blank to be filled in.
  return count >= 3 && (first !== '_' || count === 3);
}

/** Longer lines are text with a rule below, not headings. */
const LONGEST_HEADING = 40;

/** `===` or `---` right below a short line makes it a heading. */
function underline(text: string, lines: Lines, line: number, start: number, marks: MarkdownMarks): void {
  const char = text.charAt(start);
  const above = line - 1;
  if (above < 0 || (char !== '=' && char !== '-') || lines.blanks[line] !== 0) return;
  if (marks.alone[above] === 1 || marks.opens[above] !== 1) return;
  const length = (lines.to[above] ?? 0) - (lines.from[above] ?? 0);
  if (length > LONGEST_HEADING || '。；：'.includes(text.charAt((lines.to[above] ?? 1) - 1))) return;
  marks.level[above] = char === '=' ? 1 : 2;
  marks.alone[above] = 1;
}

const hasBorder = (text: string, from: number, to: number): boolean => text.slice(from, to).includes('|');

/** A row with borders, and a delimiter row below it. */
function startsTable(text: string, lines: Lines, line: number, from: number): boolean {
  const next = line + 1;
  if (next >= lines.count || lines.blanks[next] !== 0 || !hasBorder(text, from, lines.to[line] ?? 0))
    return false;
  return isDelimiterRow(text, lines.from[next] ?? 0, lines.to[next] ?? 0);
}

function isDelimiterRow(text: string, from: number, to: number): boolean {
  let dash = false;
  let border = false;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === '-') dash = true;
    else if (char === '|') border = true;
    else if (char !== ':' && char !== ' ' && char !== '\t') return false;
  }
  return dash && border;
}

/** Outer borders go, inner ones separate cells. */
function borders(text: string, from: number, to: number, mask: Uint8Array): void {
  for (let i = from; i < to; i++) {
    if (text.charAt(i) === '|' && text.charAt(i - 1) !== '\\')
      mask[i] = i === from || i === to - 1 ? LEFT_OUT : CELL;
  }
}

/** Moves each line's borders in to what is read; lines without anything are empty. */
function shrink(text: string, lines: Lines, { mask, empty }: MarkdownMarks): void {
  const blank = (i: number): boolean => {
    const kind = kinds[text.charCodeAt(i)];
    return mask[i] === LEFT_OUT || kind === Kind.space || kind === Kind.tab || kind === Kind.none;
  };
  for (let line = 0; line < lines.count; line++) {
    let from = lines.from[line] ?? 0;
    let to = lines.to[line] ?? 0;
    while (from < to && blank(from)) from++;
    while (to > from && blank(to - 1)) to--;
    lines.from[line] = from;
    lines.to[line] = to;
    // Markdown marks paragraphs by blank lines; white space in front only tells the level of a list.
    lines.indent[line] = 0;
    if (from === to) empty[line] = 1;
  }
}
