import type { Span } from '../../src/document/span.js';
import { intersectionOverUnion, shared } from './squeezed.js';

/** What belongs together of two lists, and what is left over on either side. */
export interface Matching<G, P> {
  readonly pairs: readonly { readonly gold: G; readonly predicted: P }[];
  readonly missed: readonly G[];
  readonly extra: readonly P[];
}

/**
 * Pairs each gold item with at most one prediction, the likest pairs first. Greedy, not the largest possible
 * number of pairs: it never flatters.
 *
 * @param likeness 0 when the two do not match
 */
export function match<G, P>(
  golds: readonly G[],
  predictions: readonly P[],
  likeness: (gold: G, predicted: P) => number,
): Matching<G, P> {
  const candidates = golds
    .flatMap((gold) =>
      predictions.map((predicted) => ({ gold, predicted, likeness: likeness(gold, predicted) })),
    )
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const usedGold = new Set<G>();
  const usedPredicted = new Set<P>();
  const pairs: { gold: G; predicted: P }[] = [];
  for (const { gold, predicted } of candidates) {
    if (usedGold.has(gold) || usedPredicted.has(predicted)) continue;
    usedGold.add(gold);
    usedPredicted.add(predicted);
    pairs.push({ gold, predicted });
  }
  return {
    pairs,
    missed: golds.filter((gold) => !usedGold.has(gold)),
    extra: predictions.filter((predicted) => !usedPredicted.has(predicted)),
  };
}

/** Likeness of two spans that count as the same from an intersection over union of `least` on. */
export const sameSpan =
  (least: number) =>
  (a: Span, b: Span): number => {
    const likeness = intersectionOverUnion(a, b);
    return likeness >= least ? likeness : 0;
  };

/**
 * Likeness with the tolerance of one clause: the same from an intersection over union of 0.5 on, or when both,
 * widened to whole clauses, share at least one clause and differ by no more than one. Readers of the same text
 * disagree on whether “这反映出” or the clause before it still belongs to the cause.
 */
export function sameClauses(text: string): (a: Span, b: Span) => number {
  const widen = clausesOf(text);
  return (a, b) => {
    const likeness = intersectionOverUnion(a, b);
    if (likeness >= 0.5) return likeness;
    if (shared(a, b) === 0) return 0;
    const [x, y] = [widen(a), widen(b)];
    const common = shared(x, y);
    const different = x.end - x.start + (y.end - y.start) - 2 * common;
    return common >= 1 && different <= 1 ? Math.max(likeness, Number.EPSILON) : 0;
  };
}

/** Numbers of the clauses that a span touches, the last one excluded as in any span. */
export function clausesOf(text: string): (span: Span) => Span {
  const ends = clauseEnds(text);
  return ({ start, end }) => ({ start: clauseAt(ends, start), end: clauseAt(ends, end - 1) + 1 });
}

/** Places just after the marks that end a clause. */
function clauseEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { index } of text.matchAll(/[，。；：！？,;:!?]/g)) ends.push(index + 1);
  return ends;
}

/** Number of the clause that a unit lies in: how many clauses end at or before it. */
function clauseAt(ends: readonly number[], unit: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? Number.POSITIVE_INFINITY) <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
