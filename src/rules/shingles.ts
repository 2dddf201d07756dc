/** Characters of a shingle: short enough to survive a changed word, long enough to be rare. */
const SIZE = 4;
/** A shingle in more stretches than this is common wording; its pairs would cost much and tell little. */
const COMMON = 6;

/** Two stretches that share wording. Indexes into the list given; `first` stands before `second`. */
export interface SharedWording {
  readonly first: number;
  readonly second: number;
  /** Shingles in both. */
  readonly shared: number;
  /** The same as a share of the stretch with fewer, 0 … 1. */
  readonly share: number;
}

/**
 * Finds stretches with like wording, in time linear in the length of all: stretches are looked up by their
 * shingles, never compared with one another.
 */
export function sharedWording(texts: readonly string[]): readonly SharedWording[] {
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const own = shingles(text);
    sizes.push(own.size);
    for (const shingle of own) {
      const known = holders.get(shingle);
      if (known) known.push(i);
      else holders.set(shingle, [i]);
    }
  });
  const pairs = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (const [at, first] of list.entries())
      for (const second of list.slice(at + 1)) {
        const key = first * texts.length + second;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
  }
  return [...pairs].map(([key, shared]) => {
    const first = Math.floor(key / texts.length);
    const second = key % texts.length;
    return { first, second, shared, share: shared / Math.min(sizes[first] ?? 1, sizes[second] ?? 1) };
  });
}

/** All runs of letters, Han characters and digits of one length; punctuation is passed over. */
function shingles(text: string): ReadonlySet<string> {
  const plain = text.replace(/[^\p{L}\p{N}%‰]/gu, '');
  const found = new Set<string>();
  for (let i = 0; i + SIZE <= plain.length; i++) found.add(plain.slice(i, i + SIZE));
  return found;
}
