import type { Analysis, Problem } from '../analysis.js';
import type { Span } from '../document/span.js';
import { bestAssignment } from '../profiles/assignment.js';
import { remembered } from '../remembered.js';
import { areStrangers } from './common-ground.js';
import type { CopiedSentence } from './copies.js';
import { likenessOf } from './problem-likeness.js';
import type { PairingTools } from './tools.js';

/** The same shortcoming in an earlier and a later document. */
export interface PairedProblem {
  readonly before: Problem;
  readonly after: Problem;
  /** Share of the later item that stands nearly unchanged in the earlier one, 0 … 1. */
  readonly copied: number;
  /** 0 … 1 */
  readonly similarity: number;
  /** Words that speak for it, the rarest first; found when asked for. */
  readonly words: readonly string[];
}

/**
 * Least likeness of two problems that are one shortcoming: in documents of one writer, and in those that have no
 * common ground. Stock titles (理论学习不够深入) and their stock words reach the first, not the second. Tried on the
 * annotated pairs and on all pairs of unrelated documents together with the weights.
 */
const SAME = 0.15;
const SAME_OF_STRANGERS = 0.4;

/**
 * Pairs the problems of two documents so that the sum of their likeness is greatest; each is paired once at most.
 * Dimensions differ from year to year, so only their themes count, and little.
 */
export function pairProblems(
  before: Analysis,
  after: Analysis,
  copies: readonly CopiedSentence[],
  tools: PairingTools,
): readonly PairedProblem[] {
  const [earlier, later] = [tools.problemsOf(before), tools.problemsOf(after)];
  const likeness = likenessOf(earlier, later, tools);
  const shares = copiedShares(after, copies);
  const same = areStrangers(before, after, tools) ? SAME_OF_STRANGERS : SAME;
  const similarity = (i: number, j: number, copied: number): number =>
    Math.max(likeness.score(i, j, same), copied);
  const gains = before.problems.map((first, i) =>
    after.problems.map((second, j) => Math.max(0, similarity(i, j, shares(first, second)) - same)),
  );
  return bestAssignment(gains).flatMap((j, i) => {
    const [first, second] = [before.problems[i], j === null ? undefined : after.problems[j]];
    if (j === null || !first || !second) return [];
    const copied = shares(first, second);
    return [
      {
        before: first,
        after: second,
        copied,
        similarity: similarity(i, j, copied),
        get words() {
          return likeness.words(i, j);
        },
      },
    ];
  });
}

/**
 * For two problems the share of the later one's own text that is copied from the earlier one, by characters. Its
 * title counts only where there is nothing else: a stock title is no copy.
 */
function copiedShares(
  after: Analysis,
  copies: readonly CopiedSentence[],
): (before: Problem, after: Problem) => number {
  if (copies.length === 0) return () => 0;
  const { sentences: body, lengths } = bodiesOf(after);
  const copied = new Map<string, number>();
  for (const { before, after, similarity } of copies) {
    if (lengths.has(after.item) && !body.has(after)) continue;
    const key = `${before.item} ${after.item}`;
    copied.set(key, (copied.get(key) ?? 0) + similarity * after.text.length);
  }
  return (before, after) => {
    const length = lengths.get(after.id) ?? after.title.text.length;
    return Math.min(1, (copied.get(`${before.id} ${after.id}`) ?? 0) / Math.max(1, length));
  };
}

/** Sentences of the problems' own texts, and their length by problem. */
const bodiesOf = remembered(({ sentences, problems }: Analysis) => {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const body = new Set(
    sentences.filter((sentence) => isBody(byId.get(sentence.item ?? ''), sentence.reading)),
  );
  const lengths = new Map<string | null, number>();
  for (const { item, text } of body) lengths.set(item, (lengths.get(item) ?? 0) + text.length);
  return { sentences: body, lengths };
});

/** Whether a sentence belongs to the problem's own text (not to 原因：… below it) and is more than its title. */
function isBody(problem: Problem | undefined, { start, end }: Span): boolean {
  if (!problem) return false;
  const { title, text } = problem.reading;
  return (
    text.some((own) => own.start <= start && start < own.end) &&
    !(title.start <= start && end <= title.end + 1)
  );
}
