/**
 * The assignment of rows to columns with the greatest sum, each row and column used once at most (Kuhn's and
 * Munkres' method with potentials).
 *
 * @param gains one list a row, all of one length; a pair that may not be has 0
 * @returns for each row its column, null where leaving it out is best
 */
export function bestAssignment(gains: readonly (readonly number[])[]): readonly (number | null)[] {
  const rows = gains.length;
  // A column of its own for every row stands for leaving the row out.
  const columns = (gains[0]?.length ?? 0) + rows;
  const cost = (row: number, column: number): number => -(gains[row]?.[column] ?? 0);
  // Row 0 and column 0 are not real: rows and columns count from 1 here.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const reduced = cost(current - 1, j - 1) - (rowPotential[current] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          before[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          const owner = rowOf[j] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[j] = (columnPotential[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = before[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const chosen = new Array<number | null>(rows).fill(null);
  for (let j = 1; j <= columns; j++) {
    const row = rowOf[j] ?? 0;
    if (row > 0 && (gains[row - 1]?.[j - 1] ?? 0) > 0) chosen[row - 1] = j - 1;
  }
  return chosen;
}
