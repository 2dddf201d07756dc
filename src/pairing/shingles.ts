import { NumberTable } from '../language/number-table.js';

/** Short enough that one changed word leaves some of them, long enough that chance leaves none. */
const LENGTH = 10;

/**
 * All stretches of ten characters of a text, as numbers, each once; of a shorter text the text itself. Two stretches may
 * have one number, so rarely that nothing but a look in vain comes of it.
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
  all.sort();
  let size = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[size - 1]) all[size++] = all[i] ?? 0;
  return all.subarray(0, size);
}

const BASE = 0x01000193;
/** What a character weighs when it leaves the stretch. */
const LEAVING = Array.from({ length: LENGTH }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Where the shingles of several texts stand: lists of texts, linked by number. */
interface Holders {
  /** Per shingle the last entry of its list. */
  readonly last: NumberTable;
  /** Per entry the text, and the entry before it; -1 when there is none. */
  readonly texts: Int32Array;
  readonly before: Int32Array;
}

/** The shingles of several texts, and which of the texts hold each. */
export class ShingleIndex {
  readonly #shingles: readonly Int32Array[];
  #holders: Holders | undefined;

  constructor(texts: readonly string[]) {
    this.#shingles = texts.map(shingles);
  }

  /** Texts of another collection that share shingles with one of these, in their order. */
  like(text: number, others: ShingleIndex): readonly SharedShingles[] {
    const own = this.#shingles[text] ?? new Int32Array();
    const { last, texts, before } = others.#findHolders();
    let shared: Map<number, number> | undefined;
    for (let i = 0; i < own.length; i++)
      for (let entry = last.get(own[i] ?? 0); entry >= 0; entry = before[entry] ?? -1) {
        const other = texts[entry] ?? 0;
        shared ??= new Map();
        shared.set(other, (shared.get(other) ?? 0) + 1);
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

  #findHolders(): Holders {
    if (this.#holders) return this.#holders;
    const count = this.#shingles.reduce((sum, own) => sum + own.length, 0);
    const last = new NumberTable(count);
    const texts = new Int32Array(count);
    const before = new Int32Array(count);
    let entry = 0;
    this.#shingles.forEach((own, text) => {
      for (const shingle of own) {
        before[entry] = last.get(shingle);
        texts[entry] = text;
        last.set(shingle, entry++);
      }
    });
    this.#holders = { last, texts, before };
    return this.#holders;
  }
}

/** A text that shares shingles with another. */
export interface SharedShingles {
  /** Which one it is. */
  readonly other: number;
  /** Share of the shingles of the one with fewer that the other has too, 0 … 1. */
  readonly containment: number;
}
