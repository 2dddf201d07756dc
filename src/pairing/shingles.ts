/** Short enough that one changed word leaves some of them, long enough that chance leaves none. */
const LENGTH = 10;

/**
 * All stretches of ten characters of a text, as numbers; of a shorter text the text itself. Two stretches may have one
 * number, so rarely that nothing but a look in vain comes of it.
 */
function shingles(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const first = Math.min(LENGTH, text.length);
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    hash = Math.imul(hash, BASE) + text.charCodeAt(end);
    if (end >= LENGTH) hash -= Math.imul(text.charCodeAt(end - LENGTH), LEAVING);
    // Without the lowest bits, which few of the characters reach; small numbers are looked up fastest.
    if (end + 1 >= first) found.add(hash >>> 2);
  }
  return found;
}

const BASE = 0x01000193;
/** What a character weighs when it leaves the stretch. */
const LEAVING = Array.from({ length: LENGTH }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Where the shingles of several texts stand: lists of texts, linked by number. */
interface Holders {
  /** Per shingle the last entry of its list. */
  readonly last: ReadonlyMap<number, number>;
  /** Per entry the text, and the entry before it; -1 when there is none. */
  readonly texts: readonly number[];
  readonly before: readonly number[];
}

/** The shingles of several texts, and which of the texts hold each. */
export class ShingleIndex {
  readonly #sets: readonly ReadonlySet<number>[];
  #holders: Holders | undefined;

  constructor(texts: readonly string[]) {
    this.#sets = texts.map(shingles);
  }

  /** Texts of another collection that share shingles with one of these, in their order. */
  like(text: number, others: ShingleIndex): readonly SharedShingles[] {
    const own = this.#sets[text];
    if (!own) return [];
    const { last, texts, before } = others.#findHolders();
    const shared = new Map<number, number>();
    for (const shingle of own)
      for (let entry = last.get(shingle) ?? -1; entry >= 0; entry = before[entry] ?? -1) {
        const other = texts[entry] ?? 0;
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    return [...shared]
      .map(([other, count]) => ({
        other,
        containment: count / Math.min(own.size, others.#sets[other]?.size ?? count),
      }))
      .sort((a, b) => a.other - b.other);
  }

  #findHolders(): Holders {
    if (this.#holders) return this.#holders;
    const last = new Map<number, number>();
    const texts: number[] = [];
    const before: number[] = [];
    this.#sets.forEach((set, text) => {
      for (const shingle of set) {
        before.push(last.get(shingle) ?? -1);
        last.set(shingle, texts.length);
        texts.push(text);
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
