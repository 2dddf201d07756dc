import { endsSentence } from '../../ends.js';
import type { TextBlock } from '../blocks.js';
import { blocksOfTable } from '../rows.js';
import { glued, type PdfLine, type Segment } from './lines.js';

/** Fewer columns are two texts beside each other, or words with a gap. */
const FEWEST_COLUMNS = 3;
/** In sizes of letters: room between two columns that no line may fill, and on the last line of a cell. */
const GUTTER = 0.6;
const SHORT = 1.5;
/** On this share of its lines the first column must hold a number to be the column of numbers. */
const NUMBERED = 0.6;
const NUMBER = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?$/;

/** A stretch of a document: lines of text, or the lines of a table. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly PdfLine[] }
  | { readonly kind: 'table'; readonly lines: readonly PdfLine[] };

interface Range {
  readonly left: number;
  readonly right: number;
}

/**
 * Tells tables from text: lines below each other that leave the same two gutters free, or more. Borders are not
 * looked at, since many tables have none.
 */
export function stretchesOf(lines: readonly PdfLine[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let text: PdfLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const length = tableAt(lines, i);
    const line = lines[i];
    if (length === 0 && line) text.push(line);
    if (length > 0) {
      stretches.push({ kind: 'text', lines: text }, { kind: 'table', lines: lines.slice(i, i + length) });
      text = [];
    }
    i += Math.max(length, 1);
  }
  stretches.push({ kind: 'text', lines: text });
  return stretches.filter(({ lines: own }) => own.length > 0);
}

/** How many lines belong to the table that begins here; 0 where none does. */
function tableAt(lines: readonly PdfLine[], from: number): number {
  const first = lines[from];
  if (!first || first.segments.length < FEWEST_COLUMNS) return 0;
  let gutters = first.segments
    .slice(1)
    .map(({ left }, i): Range => ({ left: first.segments[i]?.right ?? 0, right: left }));
  let to = from + 1;
  let rows = 1;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (!line) break;
    const alone = line.segments.length === 1;
    if (alone && line.size !== first.size) break;
    const left = gutters.map((gutter) => narrowed(gutter, line.segments));
    if (left.some((gutter) => gutter.right - gutter.left < GUTTER * line.size)) break;
    gutters = left;
    if (!alone) rows++;
  }
  return rows > 1 ? to - from : 0;
}

/** What of the gutter the segments leave free; they stand on both sides of its middle, or fill it. */
function narrowed({ left, right }: Range, segments: readonly Segment[]): Range {
  let range: Range = { left, right };
  for (const segment of segments) {
    if (segment.right <= range.left || segment.left >= range.right) continue;
    const before = segment.left <= range.left;
    const behind = segment.right >= range.right;
    if (before && behind) return { left, right: left };
    if (before) range = { left: segment.right, right: range.right };
    else if (behind) range = { left: range.left, right: segment.left };
    // A segment inside: the wider side stays.
    else if (segment.left - range.left > range.right - segment.right)
      range = { left: range.left, right: segment.left };
    else range = { left: segment.right, right: range.right };
  }
  return range;
}

/** The columns: what the lines cover together, from left to right. */
function columnsOf(lines: readonly PdfLine[]): readonly Range[] {
  const columns: { left: number; right: number }[] = [];
  const size = lines[0]?.size ?? 0;
  for (const { left, right } of lines.flatMap(({ segments }) => segments).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left - last.right < GUTTER * size) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** The rows of a table, one block each. Cells begin at the top of their row. */
export function rowsOf(lines: readonly PdfLine[]): readonly TextBlock[] {
  const columns = columnsOf(lines);
  const cells = lines.map((line) => cellsOf(line, columns));
  const starts = startsOf(lines, cells, columns);
  const blocks: TextBlock[] = [];
  let heading = '';
  for (const [k, start] of starts.entries()) {
    const own = cells.slice(start, starts[k + 1]);
    const words = columns.map((_, i) => own.reduce((text, row) => glued(text, row[i]?.text ?? ''), ''));
    const row = words.join('\t');
    // Word repeats the first row on every page.
    if (k === 0) heading = row;
    else if (row === heading) continue;
    const page = lines[start]?.page ?? 1;
    for (const block of blocksOfTable([
      words.map((text) => ({ blocks: text === '' ? [] : [{ text }], columns: 1, rows: 1 })),
    ]))
      blocks.push({ ...block, page });
  }
  return blocks;
}

type Cells = readonly (Segment | undefined)[];

const cellsOf = ({ segments }: PdfLine, columns: readonly Range[]): Cells =>
  columns.map(({ left, right }) => {
    const own = segments.filter((segment) => segment.left >= left && segment.right <= right);
    const [first, last] = [own[0], own.at(-1)];
    return (
      first && last && { text: own.map(({ text }) => text).join(' '), left: first.left, right: last.right }
    );
  });

/** Indices of the lines that begin a row. */
function startsOf(
  lines: readonly PdfLine[],
  cells: readonly Cells[],
  columns: readonly Range[],
): readonly number[] {
  const firsts = cells.flatMap(([first]) => (first ? [first.text] : []));
  const numbered = firsts.filter((text) => NUMBER.test(text)).length >= NUMBERED * firsts.length;
  const starts = [0];
  cells.forEach((row, i) => {
    if (i === 0) return;
    const before = cells.slice(starts.at(-1), i);
    const begins = numbered
      ? row[0] !== undefined && (NUMBER.test(row[0].text) || row[0].text === firsts[0])
      : beginsRow(row, before, columns, lines[i]?.size ?? 0);
    if (begins) starts.push(i);
  });
  return starts;
}

/** Where words stand again below a cell that had ended, or below cells that have all ended. */
function beginsRow(row: Cells, before: readonly Cells[], columns: readonly Range[], size: number): boolean {
  const last = before.at(-1);
  if (!last) return true;
  if (row.some((cell, i) => cell && !last[i] && before.some((above) => above[i]))) return true;
  return row.every((cell, i) => {
    const above = last[i];
    if (!cell || !above) return cell !== undefined || above !== undefined;
    const room = (columns[i]?.right ?? 0) - above.right;
    return room > SHORT * size || endsSentence(above.text, 0, above.text.length);
  });
}
