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
}

/** Items whose base lines are nearer than this share of their size stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the size is a space where letters meet. */
const SPACE = 0.2;
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
    const items = row.toSorted((a, b) => a.x - b.x);
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
      },
    ];
  });
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

/** The value that most have, rounded to half a point; 0 for none. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
