import type { Commitment, CommitmentKind, ReportedAnalysis } from '../../analysis.js';
import { placesOf } from '../../document/place.js';
import { cell, measureTexts } from '../ledger.js';
import { BLANK } from '../names.js';
import { type SheetCell, type SheetColumn, STATES } from './sheet.js';

/** 措施清单: every measure with what it promises and which problems it answers. */
export const measureColumns: readonly SheetColumn[] = [
  { title: '序号', width: 6 },
  { title: '整改措施', width: 56 },
  { title: '对应的问题', width: 32 },
  { title: '责任人', width: 11 },
  { title: '完成时限', width: 14 },
  { title: '频次', width: 16 },
  { title: '数量', width: 16 },
  { title: '成果', width: 16 },
  { title: '进展/状态', width: 11, choices: STATES },
  { title: '原文位置', width: 13 },
];

interface Entry {
  readonly text: string;
  readonly answers: readonly string[];
  readonly commitments: readonly Commitment[];
  readonly start: number;
}

/**
 * @param first number of the first row
 * @param firstProblem number that the ledger gives to the first problem
 */
export function measureRows(
  analysis: ReportedAnalysis,
  first: number,
  firstProblem: number,
): readonly (readonly SheetCell[])[] {
  const placeOf = placesOf(analysis.document);
  return entriesOf(analysis, firstProblem).map(({ text, answers, commitments, start }, i) => {
    const said = (kind: CommitmentKind): readonly string[] =>
      commitments.filter((commitment) => commitment.kind === kind).map((commitment) => commitment.text);
    return [
      first + i,
      text,
      answers.join('\n') || '无',
      cell(said('person')),
      cell(said('deadline')),
      said('frequency').join('\n'),
      said('quantity').join('\n'),
      said('deliverable').join('\n'),
      BLANK,
      placeOf(start),
    ];
  });
}

/** Measures inside problems and those of the measure parts, in the order of the text. */
function entriesOf(analysis: ReportedAnalysis, firstProblem: number): readonly Entry[] {
  const texts = measureTexts(analysis);
  const named = analysis.problems.map((problem, i) => ({
    problem,
    name: `${firstProblem + i} ${problem.title.text}`,
  }));
  const own = named.flatMap(({ problem, name }) =>
    problem.measures.map(({ text, commitments, span }) => ({
      text,
      answers: [name],
      commitments,
      start: span.start,
    })),
  );
  const listed = analysis.measures.map(({ id, title, commitments, span }) => ({
    text: texts.get(id) ?? title.text,
    answers: named
      .filter(({ problem }) => problem.links.measures.some(({ to }) => to === id))
      .map(({ name }) => name),
    commitments,
    start: span.start,
  }));
  return [...own, ...listed].sort((a, b) => a.start - b.start);
}
