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

/** A problem that a measure answers. */
interface Answered {
  /** Of the problems of its document, from 0. */
  readonly number: number;
  readonly title: string;
}

interface Entry {
  readonly text: string;
  readonly answers: readonly Answered[];
  readonly commitments: readonly Commitment[];
  readonly start: number;
}

/** A row whose cells name problems by numbers that depend on the documents before. */
export interface MeasureRow {
  readonly text: string;
  readonly answers: readonly Answered[];
  /** The cells behind these. */
  readonly rest: readonly SheetCell[];
}

export function measureRows(analysis: ReportedAnalysis): readonly MeasureRow[] {
  const placeOf = placesOf(analysis.document);
  return entriesOf(analysis).map(({ text, answers, commitments, start }) => {
    const said = (kind: CommitmentKind): readonly string[] =>
      commitments.filter((commitment) => commitment.kind === kind).map((commitment) => commitment.text);
    return {
      text,
      answers,
      rest: [
        cell(said('person')),
        cell(said('deadline')),
        said('frequency').join('\n'),
        said('quantity').join('\n'),
        said('deliverable').join('\n'),
        BLANK,
        placeOf(start),
      ],
    };
  });
}

/**
 * Cells behind the number of the row.
 *
 * @param firstProblem number that the ledger gives to the first problem of the document
 */
export const measureCells = (
  { text, answers, rest }: MeasureRow,
  firstProblem: number,
): readonly SheetCell[] => [
  text,
  answers.map(({ number, title }) => `${firstProblem + number} ${title}`).join('\n') || '无',
  ...rest,
];

/** Measures inside problems and those of the measure parts, in the order of the text. */
function entriesOf(analysis: ReportedAnalysis): readonly Entry[] {
  const texts = measureTexts(analysis);
  const named = analysis.problems.map((problem, number) => ({
    problem,
    answered: { number, title: problem.title.text },
  }));
  const own = named.flatMap(({ problem, answered }) =>
    problem.measures.map(({ text, commitments, span }) => ({
      text,
      answers: [answered],
      commitments,
      start: span.start,
    })),
  );
  const listed = analysis.measures.map(({ id, title, commitments, span }) => ({
    text: texts.get(id) ?? title.text,
    answers: named
      .filter(({ problem }) => problem.links.measures.some(({ to }) => to === id))
      .map(({ answered }) => answered),
    commitments,
    start: span.start,
  }));
  return [...own, ...listed].sort((a, b) => a.start - b.start);
}
