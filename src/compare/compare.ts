import type { Analysis } from '../analysis.js';
import { areStrangers } from '../pairing/common-ground.js';
import type { PairedProblem } from '../pairing/pair-problems.js';
import type { Comparison } from './comparison.js';
import { inOrder, otherWriters } from './order.js';
import { type Common, type CompareTools, commonOf, compareStep } from './step.js';
import { trendOf } from './trend.js';

/**
 * Lays the documents of several years side by side: what became of each problem and promise from one year to the
 * next, which sentences were copied, and what runs through all the years.
 *
 * @param given two analyses at least; they are sorted by year
 * @param boilerplateOf share of a document's characters that are empty talk, 0 … 1
 * @throws DuizhaoError `bad-option` when there are fewer than two, or two are the same text
 */
export function compareYears(
  given: readonly Analysis[],
  tools: CompareTools,
  boilerplateOf: (analysis: Analysis) => number,
): Comparison {
  const { documents, warnings } = inOrder(given);
  const known = new Map<string, Common>();
  const common = (before: number, after: number): Common => {
    const [earlier, later] = [documents[before], documents[after]];
    if (!earlier || !later) return { copies: [], pairs: [] };
    const key = `${before}-${after}`;
    const found = known.get(key) ?? commonOf(earlier, later, tools);
    known.set(key, found);
    return found;
  };
  const pairsOf = (before: number, after: number): readonly PairedProblem[] => common(before, after).pairs;
  const strangers = (i: number): boolean => {
    const [before, after] = [documents[i], documents[i + 1]];
    if (!before || !after || common(i, i + 1).copies.length > 0) return false;
    return areStrangers(before, after, tools);
  };
  return {
    documents,
    steps: documents.slice(1).flatMap((after, i) => {
      const before = documents[i];
      return before ? [compareStep(before, after, common(i, i + 1), tools)] : [];
    }),
    trend: trendOf(documents, pairsOf, boilerplateOf),
    warnings: [...warnings, ...otherWriters(documents, strangers)],
  };
}
