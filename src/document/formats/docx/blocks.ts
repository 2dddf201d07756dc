import { type Block, isBlank, type Piece, textOf, unwritten } from './piece.js';

interface Cell {
  readonly blocks: readonly Block[];
  readonly columns: number;
}

interface Row {
  readonly cells: Cell[];
  dropped: boolean;
  /** Columns of the cell that is open. */
  columns: number;
  /** Empty columns in front of the first cell. */
  before: number;
}

/** A cell with more than this is a page of its own: forms hold a whole text in one cell. */
const MOST_PARAGRAPHS = 8;
const MOST_UNITS = 1000;
/** Parts the paragraphs of a cell, whose row is one line; the reading takes it for a gap that is meant. */
const BETWEEN = '\u3000\u3000';

/** Collects paragraphs and rows in their order; tables and text boxes hold paragraphs of their own. */
export class Blocks {
  private readonly root: Block[] = [];
  private readonly lists: Block[][] = [this.root];
  private readonly rows: Row[] = [];
  /** Rows of the tables that are open. */
  private readonly tables: Row[][] = [];

  get all(): readonly Block[] {
    return this.root;
  }

  add(...blocks: readonly Block[]): void {
    const list = this.lists.at(-1);
    for (const block of blocks) if (!isBlank(block.pieces)) list?.push(block);
  }

  /** Paragraphs that follow go into `list`, until {@link closeList}. */
  openList(list: Block[]): void {
    this.lists.push(list);
  }

  closeList(): readonly Block[] {
    return (this.lists.length > 1 && this.lists.pop()) || [];
  }

  openTable(): void {
    this.tables.push([]);
  }

  closeTable(): void {
    const rows = this.tables.pop() ?? [];
    const [first] = rows;
    // Widths that differ from row to row make cells span columns of the grid; what counts is their number.
    const even = rows.every(({ cells }) => cells.length === first?.cells.length);
    for (const row of rows) this.add(...blocksOf(row, even));
  }

  openRow(): void {
    this.rows.push({ cells: [], dropped: false, columns: 1, before: 0 });
  }

  /** The row that is open; properties are set on it as they come. */
  get row(): Row | undefined {
    return this.rows.at(-1);
  }

  openCell(): void {
    if (this.row) this.row.columns = 1;
    this.openList([]);
  }

  closeCell(): void {
    const blocks = this.closeList();
    this.row?.cells.push({ blocks, columns: this.row.columns });
  }

  closeRow(): void {
    const row = this.rows.pop();
    if (row && !row.dropped) this.tables.at(-1)?.push(row);
  }
}

/** One block for the row, rows of inner tables behind it; or its paragraphs, where it is no row to the reader. */
function blocksOf({ cells, before }: Row, even: boolean): readonly Block[] {
  if (cells.length === 1 || cells.some(isFull)) return cells.flatMap(({ blocks }) => blocks);
  const pieces: Piece[] = before > 0 ? [unwritten('\t'.repeat(before))] : [];
  cells.forEach(({ blocks, columns }, i) => {
    blocks
      .filter(({ row }) => !row)
      .forEach((block, k) => {
        if (k > 0) pieces.push(unwritten(BETWEEN));
        pieces.push(...block.pieces.map(inCell));
      });
    const borders = i < cells.length - 1 ? (even ? 1 : columns) : 0;
    if (borders > 0) pieces.push(unwritten('\t'.repeat(borders)));
  });
  const inner = cells.flatMap(({ blocks }) => blocks.filter(({ row }) => row));
  return [{ pieces, headingLevel: null, row: true }, ...inner];
}

function isFull({ blocks }: Cell): boolean {
  const own = blocks.filter(({ row }) => !row);
  if (own.length > MOST_PARAGRAPHS) return true;
  return own.reduce((sum, { pieces }) => sum + textOf(pieces).length, 0) > MOST_UNITS;
}

/** Tabs and line breaks inside a cell would be taken for borders. */
const inCell = ({ text, source }: Piece): Piece => ({ text: text.replace(/[\t\n]/g, ' '), source, start: 0 });
