import type { Analysis, Problem } from '../analysis.js';
import type { PairedProblem } from '../pairing/pair-problems.js';
import { changesOf } from './changes.js';
import type { Account, Claim, ProblemRelation } from './comparison.js';

/** Share of the later problem that stands in the earlier one nearly word for word, from which it is copied. */
const COPIED = 0.7;

/**
 * What became of each problem. One that has no counterpart is resolved when the later document says so of it, or
 * says that everything is done and means this very meeting with its right number of problems; else dropped.
 */
export function relations(
  before: Analysis,
  after: Analysis,
  pairs: readonly PairedProblem[],
  accounts: ReadonlyMap<string, Account>,
  claims: readonly Claim[],
): readonly ProblemRelation[] {
  const told = before.problems.some(({ id }) => accounts.has(id));
  // Where the account goes through single problems, what it does not name is not among the solved.
  const everything = told ? null : allDone(after, claims);
  const paired = new Map(pairs.map((pair) => [pair.before.id, pair]));
  const old = before.problems.map((problem): ProblemRelation => {
    const pair = paired.get(problem.id);
    const account = accounts.get(problem.id) ?? null;
    if (pair) return pairedRelation(before, after, pair, account);
    const own = account ?? everything;
    return alone(problem, null, own?.state === 'done' ? 'resolved' : 'dropped', own);
  });
  const known = new Set(pairs.map((pair) => pair.after.id));
  const fresh = after.problems
    .filter(({ id }) => !known.has(id))
    .map((problem) => alone(null, problem, 'new', null));
  return [...old, ...fresh];
}

function pairedRelation(
  before: Analysis,
  after: Analysis,
  pair: PairedProblem,
  account: Account | null,
): ProblemRelation {
  const { before: earlier, after: later, copied, similarity } = pair;
  return {
    before: earlier,
    after: later,
    relation: copied >= COPIED ? 'copied' : 'persisting',
    similarity,
    get words() {
      return pair.words;
    },
    changes: () => changesOf(before, earlier.reading.text, after, later.reading.text),
    account,
  };
}

const alone = (
  before: Problem | null,
  after: Problem | null,
  relation: 'new' | 'resolved' | 'dropped',
  account: Account | null,
): ProblemRelation => ({ before, after, relation, similarity: 0, words: [], changes: () => [], account });

/** An account that everything is done, with the number of problems that the earlier document really has. */
function allDone({ rectification }: Analysis, claims: readonly Claim[]): Account | null {
  for (const { quote, statedFound, actualFound } of claims) {
    const account = rectification.find(({ span }) => span.start === quote.span.start);
    if (!account || statedFound === null || statedFound !== actualFound) continue;
    if (account.done === statedFound && (account.ongoing ?? 0) === 0) return { state: 'done', quote };
  }
  return null;
}
