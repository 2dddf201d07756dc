import { type LedgerOptions, ledgerWriter } from './ledger.js';
import type { Outcome } from './outcome.js';
import { type Writer, writeAll } from './writer.js';

/** The ledger of one or several documents as a Markdown table. */
export const renderMarkdown = (outcomes: readonly Outcome[]): string =>
  writeAll(markdownWriter({ several: outcomes.length > 1 }), outcomes);

export const markdownWriter = (options: LedgerOptions): Writer =>
  ledgerWriter({
    ...options,
    header: (columns) => line(columns) + line(columns.map(() => '---')),
    row: (cells) => line(cells.map(plain)),
  });

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** Words that stay words: nothing in them is taken for Markdown or HTML; one line. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~$]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replace(/\r?\n/g, '<br>');
