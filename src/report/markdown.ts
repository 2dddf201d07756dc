import { type LedgerOptions, ledgerWriter } from './ledger.js';
import type { Outcome } from './outcome.js';
import type { TableForm } from './table-form.js';
import { type Writer, writeAll } from './writer.js';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

export const markdownForm: TableForm = {
  header: (columns) => line(columns) + line(columns.map(() => '---')),
  row: (cells) => line(cells.map(escapeMarkdown)),
};

/** The ledger of one or several documents as a Markdown table. */
export const renderMarkdown = (outcomes: readonly Outcome[]): string =>
  writeAll(markdownWriter({ several: outcomes.length > 1 }), outcomes);

export const markdownWriter = (options: LedgerOptions): Writer =>
  ledgerWriter({ ...options, ...markdownForm });

/** Words that stay words: nothing in them is taken for Markdown or HTML; one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replace(/\r?\n/g, '<br>');
}
