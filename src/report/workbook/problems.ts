import type { Grade, Link, Problem, Quote, ReportedAnalysis } from '../../analysis.js';
import { placesOf } from '../../document/place.js';
import { BLANK } from '../names.js';
import type { Rows, SheetColumn } from './sheet.js';

/** 问题清单: what stands behind each problem, and what it lacks. */
export const problemColumns: readonly SheetColumn[] = [
  { title: '序号', width: 6 },
  { title: '维度', width: 20 },
  { title: '查摆问题', width: 36 },
  { title: '事例', width: 7 },
  { title: '具体', width: 7 },
  { title: '空泛', width: 7 },
  { title: '对应的原因', width: 34 },
  { title: '对应的措施', width: 34 },
  { title: '缺什么', width: 18 },
  { title: '原文位置', width: 13 },
];

const NONE = '无';

/** Cells behind the number of each row, which is that of the ledger. */
export function problemRows(analysis: ReportedAnalysis): Rows {
  const titles = new Map([...analysis.causes, ...analysis.measures].map(({ id, title }) => [id, title.text]));
  const placeOf = placesOf(analysis.document);
  const answers = (own: readonly Quote[], links: readonly Link[]): string =>
    [...own.map(({ text }) => text), ...links.map(({ to }) => titles.get(to) ?? '')].join('\n') || NONE;
  return analysis.problems.map((problem) => [
    problem.dimension?.name ?? BLANK,
    problem.title.text,
    problem.examples.length,
    graded(problem, 'concrete'),
    graded(problem, 'vague'),
    answers(problem.causes, problem.links.causes),
    answers(problem.measures, problem.links.measures),
    lacks(problem).join('、') || NONE,
    placeOf(problem.title.span.start),
  ]);
}

const graded = ({ examples }: Problem, grade: Grade): number =>
  examples.filter((example) => example.grade === grade).length;

/** Chinese: what a problem has not. */
export function lacks({ examples, causes, measures, links }: Problem): readonly string[] {
  const vague = examples.length > 0 && examples.every(({ grade }) => grade === 'vague');
  return [
    ...(examples.length === 0 ? ['没有事例'] : []),
    ...(vague ? ['事例空泛'] : []),
    ...(causes.length + links.causes.length === 0 ? ['没有原因'] : []),
    ...(measures.length + links.measures.length === 0 ? ['没有措施'] : []),
  ];
}
