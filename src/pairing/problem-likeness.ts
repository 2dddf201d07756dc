import type { Holders, ProblemIndex } from './problem-index.js';
import type { ProblemTraits } from './problem-traits.js';
import type { PairingTools } from './tools.js';

/** How alike the problems of two documents are; problems by their places in the lists. */
export interface ProblemLikeness {
  /**
   * 0 … 1. Wording is asked only where it could lift the rest to `least` by what it weighs: wording alone, however
   * much they share, makes no pair of problems whose titles, fields and names have nothing in common.
   */
  readonly score: (before: number, after: number, least: number) => number;
  /** Words that speak for it, the rarest first. */
  readonly words: (before: number, after: number) => readonly string[];
}

/**
 * Weights of what makes two problems the same shortcoming. Fitted to the annotated pairs that the program is
 * developed on, against the problems of unrelated writers.
 */
const WEIGHTS = { title: 0.3, bigrams: 0.17, fields: 0.1, theme: 0.02, named: 0.03 } as const;
/** Words told as the reason. */
const MOST_WORDS = 6;

/**
 * Lays the problems of two documents side by side. Bigrams count by how few writers use them: what anybody writes of
 * such a shortcoming ties no two problems together. Titles are held against the other titles of the two documents.
 */
export function likenessOf(before: ProblemIndex, after: ProblemIndex, tools: PairingTools): ProblemLikeness {
  const problems = before.problems.length + after.problems.length;
  const rarities = Array.from({ length: problems + 1 }, (_, count) => Math.log(1 + problems / count));
  const rarityOf = (_: number, holders: number): number => rarities[holders] ?? 0;
  const [rows, columns] = [before.problems.length, after.problems.length];
  const { writers, weights } = tools.bigrams();
  const size = [rows, columns] as const;
  const fields = sharedWeights(before.fields, after.fields, size, () => 1);
  const pairs = sharedWeights(before.pairs, after.pairs, size, rarityOf);
  const bigrams = sharedWeights(
    before.bigrams,
    after.bigrams,
    size,
    (bigram) => weights[writers(bigram)] ?? 0,
  );
  const earlierTitles = ownWeights(before.pairs, after.pairs, rows, rarityOf);
  const laterTitles = ownWeights(after.pairs, before.pairs, columns, rarityOf);

  return {
    score: (i, j, least) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return 0;
      const at = i * columns + j;
      const titles = (earlierTitles[i] ?? 0) + (laterTitles[j] ?? 0);
      const score =
        WEIGHTS.title * share(2 * (pairs[at] ?? 0), titles) +
        WEIGHTS.fields * share(fields[at] ?? 0, (earlier.fields.size * later.fields.size) ** 0.5) +
        WEIGHTS.theme * Number(sameTheme(earlier, later)) +
        WEIGHTS.named * Number(shareOne(earlier.named, later.named));
      if (score + WEIGHTS.bigrams < least) return score;
      const wording = share(bigrams[at] ?? 0, (earlier.ownBigrams * later.ownBigrams) ** 0.25);
      return Math.min(1, score + WEIGHTS.bigrams * wording);
    },
    words: (i, j) => {
      const [earlier, later] = [before.problems[i], after.problems[j]];
      if (!earlier || !later) return [];
      const rarity = tools.rarity();
      const [earlierWords, earlierTitle, laterTitle] = [
        earlier.words(),
        earlier.titleWords(),
        later.titleWords(),
      ];
      const weight = (word: string): number =>
        rarity(word) + Number(earlierTitle.has(word) && laterTitle.has(word));
      const names = [...later.named].filter((name) => earlier.named.has(name));
      const shared = [...later.words()].filter((word) => earlierWords.has(word) && weight(word) > 0);
      return [...new Set([...names, ...shared.sort((a, b) => weight(b) - weight(a))])].slice(0, MOST_WORDS);
    },
  };
}

const share = (part: number, whole: number): number => (part === 0 ? 0 : part / whole);

const sameTheme = (a: ProblemTraits, b: ProblemTraits): boolean =>
  a.problem.dimension !== null && a.problem.dimension.theme === b.problem.dimension?.theme;

const shareOne = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const entry of a) if (b.has(entry)) return true;
  return false;
};

/** Weight of an entry, by the number of problems of the two documents that have it. */
type Weigh<Entry> = (entry: Entry, holders: number) => number;

/** What the entries weigh that two problems share, row by row in a table of one row an earlier problem. */
function sharedWeights<Entry>(
  earlier: Holders<Entry>,
  later: Holders<Entry>,
  [rows, columns]: readonly [number, number],
  weigh: Weigh<Entry>,
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
function ownWeights<Entry>(
  own: Holders<Entry>,
  others: Holders<Entry>,
  rows: number,
  weigh: Weigh<Entry>,
): Float64Array {
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
