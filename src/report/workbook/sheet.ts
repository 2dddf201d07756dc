/** A sheet as it is filled, before it is put into any file format. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Rows;
}

export interface SheetColumn {
  readonly title: string;
  /** In characters of the font; a Han character takes two. */
  readonly width: number;
  /** What may be chosen from in this column. */
  readonly choices?: readonly string[];
}

export type SheetCell = string | number;

export type Rows = readonly (readonly SheetCell[])[];

/** How a measure or a problem stands, as offices keep it in their ledgers. */
export const STATES: readonly string[] = ['未开始', '推进中', '已完成', '长期坚持'];
