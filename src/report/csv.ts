import { type LedgerOptions, ledgerWriter } from './ledger.js';
import type { Outcome } from './outcome.js';
import type { TableForm } from './table-form.js';
import { type Writer, writeAll } from './writer.js';

/** Excel takes a file for UTF-8 only by this. */
const BOM = '\ufeff';

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A table that opens in Excel with the Chinese right. */
export const csvForm: TableForm = { header: (columns) => BOM + line(columns), row: line };

/** The ledger of one or several documents. */
export const renderCsv = (outcomes: readonly Outcome[]): string =>
  writeAll(csvWriter({ several: outcomes.length > 1 }), outcomes);

export const csvWriter = (options: LedgerOptions): Writer => ledgerWriter({ ...options, ...csvForm });

/** Quoted where needed; a cell that a spreadsheet would take for a formula has ' before it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
