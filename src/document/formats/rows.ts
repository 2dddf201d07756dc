import type { TextBlock } from './blocks.js';

/** A cell of a table with all that stands in it. */
export interface Cell {
  readonly blocks: readonly TextBlock[];
  /** Columns and rows that it covers. */
  readonly columns: number;
  readonly rows: number;
}

/** A cell with more than this is a page of its own: forms and old web pages hold a whole text in one cell. */
const MOST_PARAGRAPHS = 8;
const MOST_UNITS = 1000;
/** Parts the paragraphs of a cell, whose row is one line; the reading takes it for a gap that is meant. */
const BETWEEN = '\u3000\u3000';
/** What a cell may claim to cover, and how far columns are told apart. */
const MOST_COVERED = 64;
const MOST_COLUMNS = 64;

/**
 * The rows of a table: one block a row, cells joined by tabs, those of merged cells empty. A row with a single
 * cell, or with one that holds a text of its own, is given as its paragraphs.
 */
export function blocksOfTable(rows: readonly (readonly Cell[])[]): readonly TextBlock[] {
  /** Per column, how many further rows a cell from above covers. */
  let covered: readonly number[] = [];
  return rows.flatMap((cells) => {
    const laid = lay(cells, covered);
    covered = laid.covered;
    const filled = cells.filter(({ blocks }) => blocks.length > 0);
    if (cells.length === 1 || filled.some(isFull)) return filled.flatMap(({ blocks }) => blocks);
    const text = laid.columns.join('\t').replace(/(?<!\t)\t+$/, '');
    return text.trim() === '' ? [] : [{ text, row: true }];
  });
}

function lay(
  cells: readonly Cell[],
  covered: readonly number[],
): { readonly columns: readonly string[]; readonly covered: readonly number[] } {
  const columns: string[] = [];
  const below: number[] = [];
  const skip = (): void => {
    while ((covered[columns.length] ?? 0) > 0 && columns.length < MOST_COLUMNS) {
      below[columns.length] = (covered[columns.length] ?? 0) - 1;
      columns.push('');
    }
  };
  for (const cell of cells) {
    skip();
    const last = Math.min(within(cell.columns), Math.max(MOST_COLUMNS - columns.length, 1));
    for (let i = 0; i < last; i++) {
      if (columns.length < MOST_COLUMNS) below[columns.length] = within(cell.rows) - 1;
      columns.push(i === 0 ? wordsOf(cell) : '');
    }
  }
  skip();
  return { columns, covered: Array.from(below, (rows = 0) => rows) };
}

const within = (count: number): number =>
  Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_COVERED) : 1;

/** Tabs and line breaks inside a cell would be taken for borders. */
const wordsOf = ({ blocks }: Cell): string =>
  blocks.map(({ text }) => text.replace(/[\t\n]+/g, ' ').trim()).join(BETWEEN);

const isFull = ({ blocks }: Cell): boolean =>
  blocks.length > MOST_PARAGRAPHS ||
  blocks.some(({ row }) => row === true) ||
  blocks.reduce((sum, { text }) => sum + text.length, 0) > MOST_UNITS;
