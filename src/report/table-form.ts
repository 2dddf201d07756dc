/** How a format writes a table row by row. */
export interface TableForm {
  readonly header: (columns: readonly string[]) => string;
  readonly row: (cells: readonly string[]) => string;
}
