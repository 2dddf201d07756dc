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
 *
 * @param least fewest shingles that two have in common
 */
export function sharedWording(texts: readonly string[], least: number): readonly SharedWording[] {
  const all = texts.map(shingles);
  const pairs = new Map<number, number>();
  for (const list of holders(all)) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (const second of list)
      for (const first of list) {
        if (first >= second) break;
        const key = first * texts.length + second;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
  }
  const sizes: number[] = [];
  const size = (i: number): number => {
    sizes[i] ??= distinct(all[i] ?? NONE);
    return sizes[i];
  };
  return [...pairs].flatMap(([key, shared]) => {
    if (shared < least) return [];
    const first = Math.floor(key / texts.length);
    const second = key % texts.length;
    return [{ first, second, shared, share: shared / Math.min(size(first), size(second)) }];
  });
}

const NONE = new Int32Array();

const distinct = (list: Int32Array): number =>
  list.toSorted().filter((shingle, i, sorted) => shingle !== sorted[i - 1]).length;

/** For each shingle that may stand in several lists those that hold it, in order. */
function holders(all: readonly Int32Array[]): Iterable<readonly number[]> {
  // Most shingles stand in one list only; to know that of most takes no more than a number by some of their bits.
  const slots = 2 ** Math.ceil(Math.log2(4 * all.reduce((sum, { length }) => sum + length, 1)));
  const holder = new Int32Array(slots);
  all.forEach((own, i) => {
    for (const shingle of own) {
      const slot = shingle & (slots - 1);
      if (holder[slot] !== i + 1) holder[slot] = holder[slot] === 0 ? i + 1 : SEVERAL;
    }
  });
  const lists = new Map<number, number[]>();
  all.forEach((own, i) => {
    for (const shingle of own) {
      if (holder[shingle & (slots - 1)] !== SEVERAL) continue;
      const known = lists.get(shingle);
      if (!known) lists.set(shingle, [i]);
      else if (known.at(-1) !== i) known.push(i);
    }
  });
  return lists.values();
}

const SEVERAL = -1;

/** Bits of the number that stands for a shingle; two that fall together by chance add one to what is shared. */
const MASK = 0x3fffffff;
const PRIME = 0x01000193;

/** All runs of letters, Han characters and digits of one length, as numbers; punctuation is passed over. */
function shingles(text: string): Int32Array {
  const units = new Int32Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isWord(unit)) units[length++] = unit;
  }
  // Each unit gives way to the shingle that it begins.
  const count = Math.max(0, length - SIZE + 1);
  for (let i = 0; i < count; i++) {
    let hash = 0;
    for (let j = i; j < i + SIZE; j++) hash = Math.imul(hash ^ (units[j] ?? 0), PRIME);
    units[i] = (hash ^ (hash >>> 15)) & MASK;
  }
  return units.subarray(0, count);
}

/** Nearly all are Han characters: only the others are looked up. */
const isWord = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || WORD.test(String.fromCharCode(unit));
const WORD = /[\p{L}\p{N}%‰]/u;
