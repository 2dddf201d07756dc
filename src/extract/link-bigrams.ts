import type { Span } from '../document/span.js';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const COUNT = LAST - FIRST + 1;

/**
 * Pairs of Han characters that stand side by side, each as one number; unlike words they do not depend on how a text
 * is cut.
 */
export function bigramsOf(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of spans) {
    let before = -1;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at) - FIRST;
      const isHan = code >= 0 && code < COUNT;
      if (isHan && before >= 0) found.add(before * COUNT + code);
      before = isHan ? code : -1;
    }
  }
  return found;
}

/** How rare an entry is among several collections. */
export interface Rarity<Entry> {
  (entry: Entry): number;
  /** In how many collections it is. */
  count(entry: Entry): number;
}

export function rarityOf<Entry>(collections: readonly Iterable<Entry>[]): Rarity<Entry> {
  const counts = new Map<Entry, number>();
  for (const collection of collections)
    for (const entry of collection) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const count = (entry: Entry): number => counts.get(entry) ?? 1;
  return Object.assign((entry: Entry) => Math.log(1 + collections.length / count(entry)), { count });
}

/** Entries of a text with the square of their rarity. */
export interface Weighted {
  readonly entries: ReadonlyMap<number, { readonly square: number; readonly count: number }>;
  readonly norm: number;
}

export function weighted(entries: Iterable<number>, rarity: Rarity<number>): Weighted {
  const map = new Map<number, { square: number; count: number }>();
  let sum = 0;
  for (const entry of entries) {
    const square = rarity(entry) ** 2;
    map.set(entry, { square, count: rarity.count(entry) });
    sum += square;
  }
  return { entries: map, norm: Math.sqrt(sum) };
}

/** What two texts share: likeness 0 … 1, and how many entries only these two of all texts have. */
export function withRarity(a: Weighted, b: Weighted): { readonly cosine: number; readonly own: number } {
  const [few, many] = a.entries.size < b.entries.size ? [a, b] : [b, a];
  let dot = 0;
  let own = 0;
  for (const [entry, { square, count }] of few.entries) {
    if (!many.entries.has(entry)) continue;
    dot += square;
    if (count === 2) own++;
  }
  return { cosine: a.norm > 0 && b.norm > 0 ? dot / (a.norm * b.norm) : 0, own };
}
