import { padEnd, wrap } from './width.js';

export interface Column {
  readonly title: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Blanks between two columns. */
export const COLUMN_GAP = 2;

/**
 * A table for a terminal: cells wrapped to the width of their column (wide characters count two), a rule
 * below the header and between rows.
 *
 * @param rows cells; `\n` inside a cell begins a new line
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const rule = columns.map(({ width }) => '-'.repeat(width)).join(' '.repeat(COLUMN_GAP));
  const lines = (cells: readonly string[]): readonly string[] => rowLines(columns, cells);
  return [lines(columns.map(({ title }) => title)), ...rows.map(lines)].flatMap((row) => [...row, rule]);
}

function rowLines(columns: readonly Column[], cells: readonly string[]): readonly string[] {
  const wrapped = columns.map(({ width }, i) =>
    (cells[i] ?? '').split('\n').flatMap((line) => wrap(line, width)),
  );
  const height = Math.max(...wrapped.map((cell) => cell.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map(({ width }, i) => padEnd(wrapped[i]?.[row] ?? '', width))
      .join(' '.repeat(COLUMN_GAP))
      .trimEnd(),
  );
}
