import type { Analysis } from '../../analysis.js';
import type { Claim, Comparison, ProblemRelation, Relation, Step, Thread } from '../../compare/comparison.js';
import { placesOf } from '../../document/place.js';
import { percent, RELATION_ORDER, RELATIONS, STATUSES } from './names.js';

/** A line of the summary. */
export interface Fact {
  /** Chinese, short. */
  readonly topic: string;
  readonly says: string;
  /** Whether a reviewer should look here first. */
  readonly grave: boolean;
}

/** What a reviewer wants to know first of two years. */
export function stepFacts(step: Step): readonly Fact[] {
  return [
    problemFact(step),
    copiesFact(step),
    ...step.claims.map((claim) => claimFact(step, claim)),
    ...promiseFacts(step),
  ];
}

export const countRelations = ({ problems }: Step): Readonly<Record<Relation, number>> => {
  const counts: Record<Relation, number> = { copied: 0, persisting: 0, resolved: 0, dropped: 0, new: 0 };
  for (const { relation } of problems) counts[relation]++;
  return counts;
};

function problemFact(step: Step): Fact {
  const counts = countRelations(step);
  const said = RELATION_ORDER.filter((relation) => counts[relation] > 0).map(
    (relation) => `${RELATIONS[relation]}${counts[relation]}个`,
  );
  const returned = step.problems.filter(({ after, account }) => after && account?.state === 'done').length;
  return {
    topic: '问题',
    says:
      `上一份${step.before.problems.length}个，这一份${step.after.problems.length}个：${said.join('、')}。` +
      (returned > 0 ? `其中${returned}个报告已整改，这一份又查摆出来。` : ''),
    grave: counts.copied > 0 || returned > 0,
  };
}

function copiesFact({ copiedSentences, after }: Step): Fact {
  if (copiedSentences.length === 0) return { topic: '照搬', says: '没有照搬的句子。', grave: false };
  return {
    topic: '照搬',
    says: `${copiedSentences.length}句与上一份几乎相同，占这一份的${percent(copiedShare(copiedSentences, after))}。`,
    grave: true,
  };
}

/** Share of the later document's characters that stand in copied sentences. */
export function copiedShare(copies: Step['copiedSentences'], { statistics }: Analysis): number {
  const copied = copies.reduce((sum, { after }) => sum + after.text.replace(/\s/g, '').length, 0);
  return statistics.characters === 0 ? 0 : Math.min(1, copied / statistics.characters);
}

function claimFact({ after }: Step, claim: Claim): Fact {
  const place = placesOf(after.document)(claim.quote.span.start);
  return { topic: '整改账', says: `${claimWords(claim)}（${place}）`, grave: !claim.consistent };
}

/** What is stated against what is there. */
export function claimWords({ occasion, consistent, ...figures }: Claim): string {
  // A claim states one of the two at least: both are missing only where they are masked.
  if (figures.statedAspects === null && figures.statedFound === null)
    return consistent
      ? `称${occasion}查摆的数目（已遮住）与上一份相符。`
      : `称${occasion}查摆的数目（已遮住）与上一份里读到的${figures.actualAspects}个方面${figures.actualFound}个问题对不上。`;
  const stated = [
    figures.statedAspects === null ? '' : `${figures.statedAspects}个方面`,
    figures.statedFound === null ? '' : `${figures.statedFound}个问题`,
  ].join('');
  const actual = [
    figures.statedAspects === null ? '' : `${figures.actualAspects}个方面`,
    figures.statedFound === null ? '' : `${figures.actualFound}个问题`,
  ].join('');
  return consistent
    ? `称${occasion}查摆${stated}，与上一份相符。`
    : `称${occasion}查摆${stated}，上一份里读到的是${actual}，对不上。`;
}

function promiseFacts({ measures, overdue }: Step): readonly Fact[] {
  if (measures.length === 0) return [];
  const said = (['reported-done', 'reported-ongoing', 'not-mentioned'] as const).flatMap((status) => {
    const count = measures.filter((measure) => measure.status === status).length;
    return count > 0 ? [`${STATUSES[status]}${count}条`] : [];
  });
  const facts: Fact[] = [
    { topic: '措施', says: `上一份${measures.length}条：${said.join('、')}。`, grave: false },
  ];
  if (overdue.length > 0)
    facts.push({ topic: '承诺', says: `${overdue.length}项到期，没有下文。`, grave: true });
  return facts;
}

/** Why two problems were paired, or what is told of one; one entry a reason. */
export const groundsOf = ({ words, account }: ProblemRelation): readonly string[] => [
  ...(words.length > 0 ? [words.join('、')] : []),
  ...(account ? [`${account.state === 'done' ? '报告已整改' : '报告推进中'}：“${account.quote.text}”`] : []),
];

/** Shortcomings that stand in every year. */
export const everyYear = ({ trend }: Comparison): readonly Thread[] =>
  trend.threads.filter((thread) => thread.everyYear);

/** Title of the thread in its last year. */
export const threadTitle = ({ problems }: Thread): string =>
  problems.findLast((problem) => problem !== null)?.title.text ?? '';
