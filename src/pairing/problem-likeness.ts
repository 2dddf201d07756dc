import type { Holders, ProblemIndex } from './problem-index.js';
import type { ProblemWords } from './problem-words.js';
import type { Rarity } from './rarity.js';

/** How alike the problems of two documents are; problems by their places in the lists. */
export interface ProblemLikeness {
  /** 0 … 1 */
  readonly score: (before: number, after: number) => number;
  /** Words that speak for it, the rarest first. */
  readonly words: (before: number, after: number) => readonly string[];
}

/**
 * Weights of what makes two problems the same shortcoming. Fitted to the annotated pairs that the program is
 * developed on, against the problems of unrelated writers.
 */
const WEIGHTS = { title: 0.3, words: 1 / 6, fields: 0.1, theme: 0.02, named: 0.03 } as const;
/** Words told as the reason. */
const MOST_WORDS = 6;

/**
 * Lays the problems of two documents side by side. Words count by how few writers use them: what anybody writes of
 * such a shortcoming ties no two problems together. Titles are held against the other titles of the two documents.
 */
export function likenessOf(before: ProblemIndex, after: ProblemIndex, rarity: Rarity): ProblemLikeness {
  const problems = before.problems.length + after.problems.length;
  const rarities = Array.from({ length: problems + 1 }, (_, count) => Math.log(1 + problems / count));
  const rarityOf = (_: string, holders: number): number => rarities[holders] ?? 0;
  const [rows, columns] = [before.problems.length, after.problems.length];
  const shared = (kind: 'words' | 'fields' | 'pairs', weigh: Weigh): Float64Array =>
    sharedWeights(before[kind], after[kind], [rows, columns], weigh);
  const [words, fields, pairs] = [
    shared('words', rarity),
    shared('fields', () => 1),
    shared('pairs', rarityOf),
  ];
  const earlierTitles = ownWeights(before.pairs, after.pairs, rows, rarityOf);
  const laterTitles = ownWeights(after.pairs, before.pairs, columns, rarityOf);

  return {
    score: (i, j) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return 0;
      const at = i * columns + j;
      const titles = (earlierTitles[i] ?? 0) + (laterTitles[j] ?? 0);
      const score =
        WEIGHTS.title * share(2 * (pairs[at] ?? 0), titles) +
        WEIGHTS.words * share(words[at] ?? 0, (earlier.ownWords * later.ownWords) ** 0.25) +
        WEIGHTS.fields * share(fields[at] ?? 0, (earlier.fields.size * later.fields.size) ** 0.5) +
        WEIGHTS.theme * Number(sameTheme(earlier, later)) +
        WEIGHTS.named * Number(shareOne(earlier.named, later.named));
      return Math.min(1, score);
    },
    words: (i, j) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return [];
      const [earlierTitle, laterTitle] = [earlier.title(), later.title()];
      const weight = (word: string): number =>
        rarity(word) + Number(earlierTitle.has(word) && laterTitle.has(word));
      const names = [...later.named].filter((name) => earlier.named.has(name));
      const shared = [...later.words].filter((word) => earlier.words.has(word) && weight(word) > 0);
      return [...new Set([...names, ...shared.sort((a, b) => weight(b) - weight(a))])].slice(0, MOST_WORDS);
    },
  };
}

const share = (part: number, whole: number): number => (part === 0 ? 0 : part / whole);

const sameTheme = (a: ProblemWords, b: ProblemWords): boolean =>
  a.problem.dimension !== null && a.problem.dimension.theme === b.problem.dimension?.theme;

const shareOne = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const entry of a) if (b.has(entry)) return true;
  return false;
};

/** Weight of an entry, by the number of problems of the two documents that have it. */
type Weigh = (entry: string, holders: number) => number;

/** What the entries weigh that two problems share, row by row in a table of one row an earlier problem. */
function sharedWeights(
  earlier: Holders,
  later: Holders,
  [rows, columns]: readonly [number, number],
  weigh: Weigh,
): Float64Array {
  const sums = new Float64Array(rows * columns);
  for (const [entry, holders] of earlier) {
    const others = later.get(entry);
    const weight = others ? weigh(entry, holders.length + others.length) : 0;
    if (!others || weight === 0) continue;
    for (const i of holders) for (const j of others) add(sums, i * columns + j, weight);
  }
  return sums;
}

/** What all entries of each problem of the one document weigh. */
function ownWeights(own: Holders, others: Holders, rows: number, weigh: Weigh): Float64Array {
  const sums = new Float64Array(rows);
  for (const [entry, holders] of own) {
    const weight = weigh(entry, holders.length + (others.get(entry)?.length ?? 0));
    for (const i of holders) add(sums, i, weight);
  }
  return sums;
}

const add = (sums: Float64Array, at: number, weight: number): void => {
  sums[at] = (sums[at] ?? 0) + weight;
};
