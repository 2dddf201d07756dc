import { type LedgerOptions, ledgerRows } from '../ledger.js';
import { isFailed, type Outcome } from '../outcome.js';
import { accountColumns, accountRows } from './accounts.js';
import { ledgerColumns } from './ledger.js';
import { type MeasureRow, measureCells, measureColumns, measureRows } from './measures.js';
import { problemColumns, problemRows } from './problems.js';
import { type Ranked, ranked, rankingColumns, rankingRows } from './ranking.js';
import type { Rows, Sheet, SheetCell, SheetColumn } from './sheet.js';

/** What a ledger keeps of a document: rows without their numbers, which depend on the documents before. */
export interface Chapter {
  readonly ranked: Ranked;
  /** Null when the document could not be read. */
  readonly rows: {
    readonly file: string;
    readonly ledger: Rows;
    readonly problems: Rows;
    readonly measures: readonly MeasureRow[];
    readonly accounts: Rows;
  } | null;
}

export function chapterOf(outcome: Outcome): Chapter {
  if (isFailed(outcome)) return { ranked: ranked(outcome), rows: null };
  const { analysis } = outcome;
  return {
    ranked: ranked(outcome),
    rows: {
      file: analysis.document.file,
      ledger: ledgerRows(analysis),
      problems: problemRows(analysis),
      measures: measureRows(analysis),
      accounts: accountRows(analysis),
    },
  };
}

/** Collects the sheets of a ledger document by document, and keeps no more of each than its rows. */
export interface Book {
  readonly take: (chapter: Chapter) => void;
  /** Empty when no document could be read. */
  readonly sheets: () => readonly Sheet[];
}

const FILE: SheetColumn = { title: '来源文件', width: 30 };

export function openBook({ several }: LedgerOptions): Book {
  const ledger: (readonly SheetCell[])[] = [];
  const problems: (readonly SheetCell[])[] = [];
  const measures: (readonly SheetCell[])[] = [];
  const accounts: (readonly SheetCell[])[] = [];
  const documents: Ranked[] = [];
  let read = 0;
  const sheet = (name: string, columns: readonly SheetColumn[], rows: Rows): Sheet => ({
    name,
    columns: several ? [...columns, FILE] : columns,
    rows,
  });
  return {
    take: ({ ranked: place, rows }) => {
      documents.push(place);
      if (!rows) return;
      read++;
      const add = (list: (readonly SheetCell[])[], more: Rows): void => {
        for (const row of more)
          list.push(several ? [list.length + 1, ...row, rows.file] : [list.length + 1, ...row]);
      };
      const firstProblem = ledger.length + 1;
      add(ledger, rows.ledger);
      add(problems, rows.problems);
      add(
        measures,
        rows.measures.map((row) => measureCells(row, firstProblem)),
      );
      add(accounts, rows.accounts);
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
