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
  const holders = new Map<number, number[]>();
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

/** Bits of the number that stands for a shingle; two that fall together by chance add one to what is shared. */
const MASK = 0x3fffffff;
const PRIME = 0x01000193;

/** All runs of letters, Han characters and digits of one length, as numbers; punctuation is passed over. */
function shingles(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const last: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isWord(unit)) continue;
    last.push(unit);
    if (last.length < SIZE) continue;
    let hash = 0;
    for (let j = last.length - SIZE; j < last.length; j++) hash = Math.imul(hash ^ (last[j] ?? 0), PRIME);
    found.add((hash ^ (hash >>> 15)) & MASK);
  }
  return found;
}

/** Nearly all are Han characters: only the others are looked up. */
const isWord = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || WORD.test(String.fromCharCode(unit));
const WORD = /[\p{L}\p{N}%‰]/u;
