import type { ProblemWords } from './problem-words.js';

/** How alike two problems are, and by what. */
export interface ProblemLikeness {
  /** 0 … 1 */
  readonly score: number;
  /** Words that speak for it, the rarest first. */
  readonly words: readonly string[];
}

/**
 * Weights of what makes two problems the same shortcoming. Fitted to the annotated pairs that the program is
 * developed on; `npm run eval` prints what they reach there and elsewhere.
 */
const WEIGHTS = { title: 0.45, words: 1.25, fields: 0.1, theme: 0.02, named: 0.03 } as const;
/** Words told as the reason. */
const MOST_WORDS = 6;

/** Lays the problems of two documents side by side; words count by their rarity in both documents. */
export function likenessOf(
  before: readonly ProblemWords[],
  after: readonly ProblemWords[],
): (earlier: ProblemWords, later: ProblemWords) => ProblemLikeness {
  const all = [...before, ...after];
  const rarity = rarityOf(all.map(({ words }) => words));
  const pairRarity = rarityOf(all.map(({ pairs }) => pairs));
  const fieldRarity = rarityOf(all.map(({ fields }) => fields));
  return (earlier, later) => {
    const shared = [...later.words].filter((word) => earlier.words.has(word));
    const names = [...later.named].filter((name) => earlier.named.has(name));
    const score =
      WEIGHTS.title * overlap(earlier.pairs, later.pairs, pairRarity) +
      WEIGHTS.words * cosine(earlier.words, later.words, rarity) +
      WEIGHTS.fields * cosine(earlier.fields, later.fields, fieldRarity) +
      WEIGHTS.theme * Number(sameTheme(earlier, later)) +
      WEIGHTS.named * Math.min(1, names.length);
    const deciding = [...new Set([...names, ...shared.sort((a, b) => weight(b) - weight(a))])];
    function weight(word: string): number {
      return rarity(word) * (earlier.title.has(word) && later.title.has(word) ? 2 : 1);
    }
    return { score: Math.min(1, score), words: deciding.slice(0, MOST_WORDS) };
  };
}

const sameTheme = (a: ProblemWords, b: ProblemWords): boolean =>
  a.problem.dimension !== null && a.problem.dimension.theme === b.problem.dimension?.theme;

/** How rare an entry is among several collections. */
function rarityOf(collections: readonly ReadonlySet<string>[]): (entry: string) => number {
  const counts = new Map<string, number>();
  for (const collection of collections)
    for (const entry of collection) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const weights = new Map(
    [...counts].map(([entry, count]) => [entry, Math.log(1 + collections.length / count)]),
  );
  return (entry) => weights.get(entry) ?? 0;
}

type Rarity = (entry: string) => number;

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  let dot = 0;
  for (const entry of a) if (b.has(entry)) dot += rarity(entry) ** 2;
  return dot === 0 ? 0 : dot / Math.sqrt(square(a, rarity) * square(b, rarity));
}

function square(entries: ReadonlySet<string>, rarity: Rarity): number {
  const squares = known.get(rarity) ?? new Map<ReadonlySet<string>, number>();
  known.set(rarity, squares);
  const before = squares.get(entries);
  if (before !== undefined) return before;
  let sum = 0;
  for (const entry of entries) sum += rarity(entry) ** 2;
  squares.set(entries, sum);
  return sum;
}

/** Every problem is laid beside many: its own weight is summed up once. */
const known = new WeakMap<Rarity, Map<ReadonlySet<string>, number>>();

/** Weighted share of common entries (Dice). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  let common = 0;
  let all = 0;
  for (const entry of a) {
    all += rarity(entry);
    if (b.has(entry)) common += 2 * rarity(entry);
  }
  for (const entry of b) all += rarity(entry);
  return all === 0 ? 0 : common / all;
}
