import type { Span } from '../../src/document/span.js';
import type { Located, LocatedItem } from './located.js';
import { type Matching, match, sameClauses, sameSpan } from './matching.js';
import type { MeasureId } from './measures.js';
import { scoreCommitments } from './score-commitments.js';
import { type Scored, scoreMatching, together } from './scored.js';
import type { Squeezed } from './squeezed.js';

export type ItemMatching = Matching<LocatedItem, LocatedItem>;

export interface ScoredItems extends Scored {
  readonly causes: ItemMatching;
  readonly measures: ItemMatching;
}

/**
 * Causes and measures, in problems and as items of their own parts, and commitments. In problems: with the
 * tolerance of one clause. Items: titles that overlap by half.
 */
export function scoreItems(text: Squeezed, gold: Located, found: Located): ScoredItems {
  const half = sameSpan(0.5);
  const clauses = sameClauses(text.text);
  const self = (span: Span): Span => span;
  const spans = (measure: MeasureId, of: (side: Located) => readonly Span[], same: typeof half): Scored => {
    const { tally, errors } = scoreMatching(text, measure, match(of(gold), of(found), same), self, self);
    return { tallies: { [measure]: tally }, errors };
  };
  const items = (of: 'causes' | 'measures') => {
    const matching = match(gold[of], found[of], (a, b) => half(a.title, b.title));
    const { tally, errors } = scoreMatching(text, of, matching, titleOf, titleOf);
    return { matching, tallies: { [of]: tally }, errors };
  };
  const causes = items('causes');
  const measures = items('measures');
  const scored = together([
    spans('problemCauses', ({ problems }) => problems.flatMap((problem) => problem.causes), clauses),
    spans('problemMeasures', ({ problems }) => problems.flatMap((problem) => problem.measures), clauses),
    causes,
    measures,
    scoreCommitments(text, gold.commitments, found.commitments, gold.measures.map(titleOf)),
  ]);
  return { causes: causes.matching, measures: measures.matching, ...scored };
}

const titleOf = ({ title }: LocatedItem): Span => title;
