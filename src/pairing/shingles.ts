import { NumberTable } from '../language/number-table.js';

/** Short enough that one changed word leaves some of them, long enough that chance leaves none. */
const LENGTH = 10;

/**
 * All stretches of ten characters of a text, as numbers; of a shorter text the text itself. Two stretches may have one
 * number, so rarely that nothing but a look in vain comes of it.
 */
function shingles(text: string): Int32Array {
  const first = Math.min(LENGTH, text.length);
  const all = new Int32Array(text.length - first + Math.min(1, first));
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    hash = Math.imul(hash, BASE) + text.charCodeAt(end);
    if (end >= LENGTH) hash -= Math.imul(text.charCodeAt(end - LENGTH), LEAVING);
    // Without the lowest bits, which few of the characters reach.
    if (end + 1 >= first) all[end + 1 - first] = hash >>> 2;
  }
  return all;
}

const BASE = 0x01000193;
/** What a character weighs when it leaves the stretch. */
const LEAVING = Array.from({ length: LENGTH }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Some ten times the shingles of a document; a power of two. */
const BITS = 1 << 17;

/** The shingles of several texts, each text's once, and which of the texts hold each. */
export class ShingleIndex {
  readonly #shingles: readonly Int32Array[];
  /** A bit for the low bits of each shingle: most shingles of other texts are told apart by it. */
  readonly #bits = new Int32Array(BITS / 32);
  /** Per shingle the last entry of the list of texts that hold it. */
  readonly #last: NumberTable;
  /** Per entry the text, and the entry before it; -1 when there is none. */
  readonly #texts: Int32Array;
  readonly #before: Int32Array;

  constructor(texts: readonly string[]) {
    const all = texts.map(shingles);
    const count = all.reduce((sum, own) => sum + own.length, 0);
    this.#last = new NumberTable(count);
    this.#texts = new Int32Array(count);
    this.#before = new Int32Array(count);
    let entry = 0;
    this.#shingles = all.map((own, text) => {
      let different = 0;
      for (let i = 0; i < own.length; i++) {
        const shingle = own[i] ?? 0;
        const before = this.#last.get(shingle);
        if (before >= 0 && this.#texts[before] === text) continue;
        this.#before[entry] = before;
        this.#texts[entry] = text;
        this.#last.set(shingle, entry++);
        this.#bits[(shingle % BITS) >>> 5] =
          (this.#bits[(shingle % BITS) >>> 5] ?? 0) | (1 << (shingle & 31));
        own[different++] = shingle;
      }
      return own.subarray(0, different);
    });
  }

  /** Texts of another collection that share shingles with one of these, in their order. */
  like(text: number, others: ShingleIndex): readonly SharedShingles[] {
    const own = this.#shingles[text] ?? new Int32Array();
    let shared: Map<number, number> | undefined;
    for (let i = 0; i < own.length; i++) {
      const shingle = own[i] ?? 0;
      if (((others.#bits[(shingle % BITS) >>> 5] ?? 0) & (1 << (shingle & 31))) === 0) continue;
      for (let entry = others.#last.get(shingle); entry >= 0; entry = others.#before[entry] ?? -1) {
        const other = others.#texts[entry] ?? 0;
        shared ??= new Map();
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    // Most sentences are nobody else's.
    if (!shared) return [];
    return [...shared]
      .map(([other, count]) => ({
        other,
        containment: count / Math.min(own.length, others.#shingles[other]?.length ?? count),
      }))
      .sort((a, b) => a.other - b.other);
  }
}

/** A text that shares shingles with another. */
export interface SharedShingles {
  /** Which one it is. */
  readonly other: number;
  /** Share of the shingles of the one with fewer that the other has too, 0 … 1. */
  readonly containment: number;
}
