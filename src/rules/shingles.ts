import { isHan } from '../language/pairs.js';

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
  const all = shinglesOf(texts);
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
    sizes[i] ??= distinct(all.shingles.slice(all.starts[i], all.starts[i + 1]));
    return sizes[i];
  };
  const found: SharedWording[] = [];
  for (const [key, shared] of pairs) {
    if (shared < least) continue;
    const first = Math.floor(key / texts.length);
    const second = key % texts.length;
    found.push({ first, second, shared, share: shared / Math.min(size(first), size(second)) });
  }
  return found;
}

const distinct = (list: Int32Array): number =>
  list.sort().filter((shingle, i) => shingle !== list[i - 1]).length;

/** The shingles of several texts in a row; those of the i-th begin at `starts[i]`. */
interface Shingles {
  readonly shingles: Int32Array;
  readonly starts: readonly number[];
}

/** For each shingle that may stand in several texts those that hold it, in order. */
function holders({ shingles, starts }: Shingles): Iterable<readonly number[]> {
  // Most shingles stand in one text only; to know that of most takes no more than a number by some of their bits.
  const slots = 2 ** Math.ceil(Math.log2(8 * shingles.length + 1));
  const holder = new Int32Array(slots);
  const each = (look: (shingle: number, slot: number, text: number) => void): void => {
    for (let text = 0; text + 1 < starts.length; text++)
      for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
        const shingle = shingles[at] ?? 0;
        look(shingle, shingle & (slots - 1), text);
      }
  };
  each((_, slot, text) => {
    if (holder[slot] !== text + 1) holder[slot] = holder[slot] === 0 ? text + 1 : SEVERAL;
  });
  const lists = new Map<number, number[]>();
  each((shingle, slot, text) => {
    if (holder[slot] !== SEVERAL) return;
    const known = lists.get(shingle);
    if (!known) lists.set(shingle, [text]);
    else if (known.at(-1) !== text) known.push(text);
  });
  return lists.values();
}

const SEVERAL = -1;

/** Bits of the number that stands for a shingle; two that fall together by chance add one to what is shared. */
const MASK = 0x3fffffff;
const PRIME = 0x01000193;

/** All runs of letters, Han characters and digits of one length, as numbers; punctuation is passed over. */
function shinglesOf(texts: readonly string[]): Shingles {
  const shingles = new Int32Array(texts.reduce((sum, { length }) => sum + length, 0));
  const starts = [0];
  let end = 0;
  for (const text of texts) {
    const start = end;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (isWord(unit)) shingles[end++] = unit;
    }
    end = Math.max(start, end - SIZE + 1);
    // Each unit gives way to the shingle that it begins.
    for (let i = start; i < end; i++) {
      let hash = 0;
      for (let j = i; j < i + SIZE; j++) hash = Math.imul(hash ^ (shingles[j] ?? 0), PRIME);
      shingles[i] = (hash ^ (hash >>> 15)) & MASK;
    }
    starts.push(end);
  }
  return { shingles: shingles.subarray(0, end), starts };
}

/** Nearly all are Han characters: only the others are looked up, each once. */
function isWord(unit: number): boolean {
  if (isHan(unit)) return true;
  let known = words.get(unit);
  if (known === undefined) {
    known = WORD.test(String.fromCharCode(unit));
    words.set(unit, known);
  }
  return known;
}

const WORD = /[\p{L}\p{N}%‰]/u;
const words = new Map<number, boolean>();
