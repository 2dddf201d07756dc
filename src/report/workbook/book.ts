import { type LedgerOptions, ledgerRows } from '../ledger.js';
import { isFailed, type Outcome } from '../outcome.js';
import { accountColumns, accountRows } from './accounts.js';
import { ledgerColumns, numbered } from './ledger.js';
import { measureColumns, measureRows } from './measures.js';
import { problemColumns, problemRows } from './problems.js';
import { type Ranked, ranked, rankingColumns, rankingRows } from './ranking.js';
import type { Sheet, SheetCell, SheetColumn } from './sheet.js';

/** Collects the sheets of a ledger document by document, and keeps no more of each than its rows. */
export interface Book {
  readonly take: (outcome: Outcome) => void;
  /** Empty when no document could be read. */
  readonly sheets: () => readonly Sheet[];
}

type Rows = (readonly SheetCell[])[];

const FILE: SheetColumn = { title: '来源文件', width: 30 };

export function openBook({ several }: LedgerOptions): Book {
  const ledger: Rows = [];
  const problems: Rows = [];
  const measures: Rows = [];
  const accounts: Rows = [];
  const documents: Ranked[] = [];
  let read = 0;
  const sheet = (name: string, columns: readonly SheetColumn[], rows: Rows): Sheet => ({
    name,
    columns: several ? [...columns, FILE] : columns,
    rows,
  });
  return {
    take: (outcome) => {
      documents.push(ranked(outcome));
      if (isFailed(outcome)) return;
      read++;
      const { analysis } = outcome;
      const add = (rows: Rows, more: readonly (readonly SheetCell[])[]): void => {
        for (const row of more) rows.push(several ? [...row, analysis.document.file] : row);
      };
      const first = ledger.length + 1;
      add(ledger, ledgerRows(analysis, first).map(numbered));
      add(problems, problemRows(analysis, first));
      add(measures, measureRows(analysis, measures.length + 1, first));
      add(accounts, accountRows(analysis, accounts.length + 1));
    },
    sheets: () =>
      read === 0
        ? []
        : [
            sheet('整改台账', ledgerColumns, ledger),
            sheet('问题清单', problemColumns, problems),
            sheet('措施清单', measureColumns, measures),
            sheet('上年度整改', accountColumns, accounts),
            ...(several ? [{ name: '汇总', columns: rankingColumns, rows: rankingRows(documents) }] : []),
          ],
  };
}
