import { tallyOf } from '../../check/tally.js';
import { KINDS } from '../names.js';
import { isFailed, type Outcome } from '../outcome.js';
import { notUnderstood } from '../understood.js';
import { lacks } from './problems.js';
import type { SheetCell, SheetColumn } from './sheet.js';

/** 汇总: one row a document, the worst first. */
export const rankingColumns: readonly SheetColumn[] = [
  { title: '名次', width: 6 },
  { title: '文件', width: 34 },
  { title: '类型', width: 10 },
  { title: '适用年度', width: 30 },
  { title: '字数', width: 8 },
  { title: '问题', width: 7 },
  { title: '错误', width: 7 },
  { title: '警告', width: 7 },
  { title: '提示', width: 7 },
  { title: '缺的维度', width: 24 },
  { title: '没有事例', width: 10 },
  { title: '事例空泛', width: 10 },
  { title: '没有措施', width: 10 },
  { title: '措施没有承诺', width: 14 },
  { title: '整改数字', width: 10 },
  { title: '备注', width: 36 },
];

/** A document in the ranking; kept instead of the analysis. */
export interface Ranked {
  /** By weight: the first figure that differs decides, the higher is worse. */
  readonly badness: readonly number[];
  /** All cells but the rank. */
  readonly cells: readonly SheetCell[];
}

export function ranked(outcome: Outcome): Ranked {
  // What could not be looked at has to be looked at by somebody, first of all.
  if (isFailed(outcome))
    return {
      badness: [2],
      cells: [outcome.file, ...Array<string>(13).fill(''), `没有读出：${outcome.error.message}`],
    };
  const { analysis, findings } = outcome;
  const { document, profile, kind, statistics, problems, measures, dimensions, rectification } = analysis;
  const { error, warning, info } = tallyOf(findings);
  const doubt = notUnderstood(analysis);
  const missing = dimensions.filter((dimension) => dimension.problems.length === 0);
  const lacking = (what: string): number =>
    problems.filter((problem) => lacks(problem).includes(what)).length;
  return {
    badness: [doubt === null ? 0 : 1, error, warning, missing.length, info],
    cells: [
      document.file,
      KINDS[kind],
      profile.profile.name,
      statistics.characters,
      problems.length,
      error,
      warning,
      info,
      missing.map(({ dimension }) => dimension.short).join('、'),
      lacking('没有事例'),
      lacking('事例空泛'),
      lacking('没有措施'),
      measures.filter(({ commitments }) => commitments.length === 0).length,
      rectification.length === 0
        ? '没有报告'
        : rectification.every((one) => one.consistent)
          ? '相符'
          : '不相符',
      doubt ?? '',
    ],
  };
}

/** The worst first; equal ones in the order given. */
export const rankingRows = (documents: readonly Ranked[]): readonly (readonly SheetCell[])[] =>
  documents.toSorted((a, b) => compare(b.badness, a.badness)).map(({ cells }, i) => [i + 1, ...cells]);

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
