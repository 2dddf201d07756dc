import type { Holders, ProblemIndex } from './problem-index.js';
import type { ProblemWords } from './problem-words.js';

/** How alike the problems of two documents are; problems by their places in the lists. */
export interface ProblemLikeness {
  /** 0 … 1 */
  readonly score: (before: number, after: number) => number;
  /** Words that speak for it, the rarest first. */
  readonly words: (before: number, after: number) => readonly string[];
}

/**
 * Weights of what makes two problems the same shortcoming. Fitted to the annotated pairs that the program is
 * developed on; `npm run eval` prints what they reach there and elsewhere.
 */
const WEIGHTS = { title: 0.45, words: 1.25, fields: 0.1, theme: 0.02, named: 0.03 } as const;
/** Words told as the reason. */
const MOST_WORDS = 6;

/** Lays the problems of two documents side by side; words count by their rarity in both documents. */
export function likenessOf(before: ProblemIndex, after: ProblemIndex): ProblemLikeness {
  const problems = before.problems.length + after.problems.length;
  const rarities = Array.from({ length: problems + 1 }, (_, count) => Math.log(1 + problems / count));
  const common = (kind: 'words' | 'pairs' | 'fields', power: 1 | 2): Common =>
    commonWeight(
      [before[kind], after[kind]],
      [before.problems.length, after.problems.length],
      rarities.map((rarity) => rarity ** power),
    );
  const [words, fields, pairs] = [common('words', 2), common('fields', 2), common('pairs', 1)];
  const rarityOf = (word: string): number =>
    rarities[(before.words.get(word)?.length ?? 0) + (after.words.get(word)?.length ?? 0)] ?? 0;

  return {
    score: (i, j) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return 0;
      const score =
        WEIGHTS.title * dice(pairs, i, j) +
        WEIGHTS.words * cosine(words, i, j) +
        WEIGHTS.fields * cosine(fields, i, j) +
        WEIGHTS.theme * Number(sameTheme(earlier, later)) +
        WEIGHTS.named * Number(isShared(earlier.named, later.named));
      return Math.min(1, score);
    },
    words: (i, j) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return [];
      const weight = (word: string): number =>
        rarityOf(word) * (earlier.title.has(word) && later.title.has(word) ? 2 : 1);
      const names = [...later.named].filter((name) => earlier.named.has(name));
      const shared = [...later.words].filter((word) => earlier.words.has(word));
      return [...new Set([...names, ...shared.sort((a, b) => weight(b) - weight(a))])].slice(0, MOST_WORDS);
    },
  };
}

const sameTheme = (a: ProblemWords, b: ProblemWords): boolean =>
  a.problem.dimension !== null && a.problem.dimension.theme === b.problem.dimension?.theme;

const isShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const entry of a) if (b.has(entry)) return true;
  return false;
};

/** Sums of the weights of entries: of those that two problems share, and of all that each has. */
interface Common {
  readonly shared: (before: number, after: number) => number;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** @param weights of an entry, by the number of problems that have it */
function commonWeight(
  [earlier, later]: readonly [Holders, Holders],
  [rows, columns]: readonly [number, number],
  weights: readonly number[],
): Common {
  const [before, after] = [new Float64Array(rows), new Float64Array(columns)];
  const table = new Float64Array(rows * columns);
  for (const [entry, holders] of earlier) {
    const others = later.get(entry);
    const weight = weights[holders.length + (others?.length ?? 0)] ?? 0;
    for (const i of holders) {
      add(before, i, weight);
      if (others) for (const j of others) add(table, i * columns + j, weight);
    }
    if (others) for (const j of others) add(after, j, weight);
  }
  for (const [entry, holders] of later)
    if (!earlier.has(entry)) for (const j of holders) add(after, j, weights[holders.length] ?? 0);
  return { shared: (i, j) => table[i * columns + j] ?? 0, before, after };
}

const add = (sums: Float64Array, at: number, weight: number): void => {
  sums[at] = (sums[at] ?? 0) + weight;
};

/** Of sums of squares. */
function cosine({ shared, before, after }: Common, i: number, j: number): number {
  const dot = shared(i, j);
  return dot === 0 ? 0 : dot / Math.sqrt((before[i] ?? 0) * (after[j] ?? 0));
}

/** Weighted share of common entries. */
function dice({ shared, before, after }: Common, i: number, j: number): number {
  const all = (before[i] ?? 0) + (after[j] ?? 0);
  return all === 0 ? 0 : (2 * shared(i, j)) / all;
}
