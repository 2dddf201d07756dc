import type { Span } from '../document/span.js';

/** Pairs of characters that stand side by side; unlike words they do not depend on how a text is cut. */
export function bigramsOf(text: string, spans: readonly Span[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { start, end } of spans)
    for (let at = start; at + 1 < end; at++)
      if (isHan(text.charCodeAt(at)) && isHan(text.charCodeAt(at + 1))) found.add(text.slice(at, at + 2));
  return found;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** How rare an entry is among several collections. */
export interface Rarity {
  (entry: string): number;
  /** In how many collections it is. */
  count(entry: string): number;
}

export function rarityOf(collections: readonly Iterable<string>[]): Rarity {
  const counts = new Map<string, number>();
  for (const collection of collections)
    for (const entry of collection) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const count = (entry: string): number => counts.get(entry) ?? 1;
  return Object.assign((entry: string) => Math.log(1 + collections.length / count(entry)), { count });
}

/** Entries of a text with the square of their rarity. */
export interface Weighted {
  readonly entries: ReadonlyMap<string, { readonly square: number; readonly count: number }>;
  readonly norm: number;
}

export function weighted(entries: Iterable<string>, rarity: Rarity): Weighted {
  const map = new Map<string, { square: number; count: number }>();
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
