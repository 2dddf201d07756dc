import { type Span, slice, trim } from '../document/span.js';
import type { Item, LabelRole } from '../outline/tree.js';
import { labelOf } from '../outline/tree.js';
import type { Source } from './source.js';

/** What a row of a 问题 / 原因 / 措施 table says. Units of the reading; empty cells are left out. */
export interface Row {
  readonly title: Span;
  readonly examples: readonly Span[];
  readonly causes: readonly Span[];
  readonly measures: readonly Span[];
  readonly settled: readonly Settled[];
}

/** A cell that by its column says who is responsible, or by when. */
export interface Settled extends Span {
  readonly kind: 'person' | 'deadline';
}

/** What a row of a table says in a part of causes or measures: 整改任务台账, 责任清单. */
export interface PartRow {
  /** The cell with the cause or measure. */
  readonly title: Span;
  /** All cells with words, that one first. */
  readonly cells: readonly Span[];
  readonly settled: readonly Settled[];
}

type Column = LabelRole | Settled['kind'] | null;

/**
 * Reads a table row by the header row above it. Without a header the second cell is the problem when the first
 * is a number, otherwise the first.
 *
 * @returns null for the header itself and for rows without a problem
 */
export function readRow(source: Source, row: Item): Row | null {
  if (columnsOf(source, row)) return null;
  const cells = cellsOf(source, row);
  const columns =
    headerAbove(source, row) ??
    cells.map((_, i): Column => (i === firstWordy(source, cells) ? 'problems' : null));
  const of = (role: LabelRole): readonly Span[] => filled(cells, columns, role);
  const [title] = of('problems');
  if (!title) return null;
  return {
    title: withoutMark(source, title),
    examples: of('examples'),
    causes: of('causes'),
    measures: of('measures'),
    settled: settledIn(source, cells, columns),
  };
}

/**
 * Reads a row of a table in a part of causes or measures.
 *
 * @returns null for the header itself and for rows that name none
 */
export function readPartRow(source: Source, row: Item, role: 'causes' | 'measures'): PartRow | null {
  if (columnsOf(source, row)) return null;
  const cells = cellsOf(source, row);
  const columns =
    headerAbove(source, row) ?? cells.map((_, i): Column => (i === firstWordy(source, cells) ? role : null));
  const [title] = filled(cells, columns, role);
  if (!title) return null;
  const worded = cells.filter((cell) => cell !== title && isWordy(source, cell));
  return {
    title: withoutMark(source, title),
    cells: [title, ...worded],
    settled: settledIn(source, cells, columns),
  };
}

const filled = (cells: readonly Span[], columns: readonly Column[], role: Column): readonly Span[] =>
  cells.filter((cell, i) => columns[i] === role && cell.end > cell.start);

/** The cells that say who and by when; 长期坚持 is no deadline, 班子成员 nobody. */
function settledIn({ text, hits }: Source, cells: readonly Span[], columns: readonly Column[]): Settled[] {
  const persons = filled(cells, columns, 'person').filter(
    (cell) => !hits.at('column-person-nobody', cell.start),
  );
  const deadlines = filled(cells, columns, 'deadline').filter(
    (cell) => /[\d年月季周日]/.test(slice(text, cell)) || hits.has(cell, 'column-deadline-now'),
  );
  return [
    ...persons.map((cell): Settled => ({ ...cell, kind: 'person' })),
    ...deadlines.map((cell): Settled => ({ ...cell, kind: 'deadline' })),
  ];
}

/** The columns of the nearest header above a row; a field that heads some of the rows may stand between. */
function headerAbove(source: Source, row: Item): readonly Column[] | null {
  for (let item: Item | null = row; item?.parent; item = item.parent) {
    const columns = headersIn(source, item.parent).get(item);
    if (columns) return columns;
  }
  return null;
}

/** By item below a parent the columns of the nearest header among those above it; looked up once for all. */
function headersIn(source: Source, parent: Item): ReadonlyMap<Item, readonly Column[]> {
  const known = headers.get(parent);
  if (known) return known;
  const found = new Map<Item, readonly Column[]>();
  let latest: readonly Column[] | null = null;
  for (const child of parent.children) {
    if (latest) found.set(child, latest);
    if (child.form === 'row') latest = columnsOf(source, child) ?? latest;
  }
  headers.set(parent, found);
  return found;
}

const headers = new WeakMap<Item, ReadonlyMap<Item, readonly Column[]>>();

/** The columns when the row is a header: at least two cells name what stands below them. */
function columnsOf(source: Source, row: Item): readonly Column[] | null {
  const columns = cellsOf(source, row).map((cell) => columnOf(source, cell));
  return columns.filter((column) => column !== null).length >= 2 ? columns : null;
}

function columnOf({ text, hits }: Source, cell: Span): Column {
  const label = labelOf(text, cell, hits);
  if (label && label.end === cell.end) return label.role;
  const named = (category: string): boolean => hits.at(category, cell.start)?.end === cell.end;
  if (named('column-measures')) return 'measures';
  if (named('column-person')) return 'person';
  return named('column-deadline') ? 'deadline' : null;
}

function cellsOf({ text }: Source, row: Item): readonly Span[] {
  const cells: Span[] = [];
  let start = row.span.start;
  for (let i = row.span.start; i <= row.span.end; i++)
    if (i === row.span.end || text.charAt(i) === '\t') {
      cells.push(trim(text, { start, end: i }));
      start = i + 1;
    }
  return cells;
}

const firstWordy = (source: Source, cells: readonly Span[]): number =>
  cells.findIndex((cell) => isWordy(source, cell));

const isWordy = ({ text }: Source, cell: Span): boolean =>
  cell.end - cell.start > 3 && !/^\d/.test(text.slice(cell.start, cell.end));

function withoutMark({ text }: Source, span: Span): Span {
  let { end } = span;
  while (end > span.start && /[。；，]/.test(text.charAt(end - 1))) end--;
  return { start: span.start, end };
}
