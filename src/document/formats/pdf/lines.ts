import type { PageItem, PdfPage } from './page.js';

/** A line of a page; lengths in points. */
export interface PdfLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the base line, upwards. */
  readonly y: number;
  /** Height of the page. */
  readonly pageHeight: number;
  readonly size: number;
  /** Parts of the line with wide gaps between them. */
  readonly segments: readonly Segment[];
}

/** Words without a wide gap. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Items whose base lines are nearer than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** Raised signs are smaller than the letters before them, and stand higher, by these shares of their size. */
const RAISED_SIZE = 0.75;
const RAISED = 0.15;
const REFERENCE = /^(?:[[〔（(]?\d{1,2}[\]〕）)]?|[①-⑳*])$/;
/** A gap wider than this share of the size is a space where letters meet. */
const SPACE = 0.2;
/** A gap wider than this share of the size may part two cells of a table. */
const CELL = 0.6;
/** A gap wider than this many sizes stands between two columns of a table. */
const COLUMN = 2.5;

/** The lines of a page from top to bottom. */
export function linesOf(page: PdfPage, number: number): readonly PdfLine[] {
  const rows: PageItem[][] = [];
  for (const item of page.items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - item.y < SAME_LINE * Math.max(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row): readonly PdfLine[] => {
    const items = withoutReferences(row.toSorted((a, b) => a.x - b.x));
    const text = joined(items).trim();
    const shown = items.filter((item) => item.text.trim() !== '');
    const [first] = shown;
    if (!first || text === '') return [];
    return [
      {
        text,
        page: number,
        left: first.x,
        right: Math.max(...shown.map(({ x, width }) => x + width)),
        y: first.y,
        pageHeight: page.height,
        size: mostCommon(shown.map(({ size }) => size)),
        segments: segmentsOf(shown),
      },
    ];
  });
}

/** Without the small raised signs that refer to notes; behind letters and figures they are powers. */
const withoutReferences = (items: readonly PageItem[]): readonly PageItem[] =>
  items.filter((item, i) => {
    const before = items[i - 1];
    return !(
      before &&
      item.size < RAISED_SIZE * before.size &&
      item.y - before.y > RAISED * before.size &&
      REFERENCE.test(item.text.trim()) &&
      !/\w$/.test(before.text)
    );
  });

/** @param items with words, from left to right */
function segmentsOf(items: readonly PageItem[]): readonly Segment[] {
  const groups: PageItem[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const group = groups.at(-1);
    if (group && item.x - end <= CELL * item.size) group.push(item);
    else groups.push([item]);
    end = Math.max(end, item.x + item.width);
  }
  return groups.map((group) => ({
    text: joined(group).trim(),
    left: group[0]?.x ?? 0,
    right: Math.max(...group.map(({ x, width }) => x + width)),
  }));
}

function joined(items: readonly PageItem[]): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const gap = item.x - end;
    const meets = /[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(item.text);
    if (text !== '' && gap > COLUMN * item.size) text += '\u3000';
    else if (meets && gap > SPACE * item.size) text += ' ';
    text += item.text;
    end = item.x + item.width;
  }
  return text;
}

/** Words that go on behind others; where letters or figures meet at the end of a line, a space stood there. */
export const glued = (before: string, after: string): string =>
  /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;

/** The value that most have, rounded to half a point; 0 for none. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
