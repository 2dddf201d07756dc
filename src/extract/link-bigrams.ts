import type { Span } from '../document/span.js';
import { NumberTable } from '../language/number-table.js';
import { hanPairsByPlace } from '../language/pairs.js';

/** What two texts share: likeness 0 … 1, and how many bigrams only these two of all texts have. */
export interface Shared {
  readonly cosine: number;
  readonly own: number;
}

/** The bigrams of one text, each once, as numbers. */
export type Bigrams = Int32Array;

const NONE: Bigrams = new Int32Array();

/**
 * Lays texts side by side by their bigrams: pairs of Han characters that stand side by side, which unlike words do
 * not depend on how a text is cut, weighted by how rare they are among these texts.
 *
 * @param texts all of the same {@link BigramTable}
 * @returns compares two texts, by their places; quickest when the first stays the same from call to call
 */
export function bigramLikeness(texts: readonly Bigrams[]): (first: number, second: number) => Shared {
  let count = 0;
  for (const own of texts) for (const bigram of own) count = Math.max(count, bigram + 1);
  /** Per bigram, how many texts have it. */
  const holders = new Uint32Array(count);
  for (const own of texts) for (const bigram of own) holders[bigram] = (holders[bigram] ?? 0) + 1;
  /** By the number of texts that have a bigram: the square of how rare it is. */
  const squares = new Float64Array(texts.length + 1);
  for (let n = 1; n <= texts.length; n++) squares[n] = Math.log(1 + texts.length / n) ** 2;
  const squareOf = (bigram: number): number => squares[holders[bigram] ?? 0] ?? 0;
  const norms = texts.map((own) => {
    let sum = 0;
    for (const bigram of own) sum += squareOf(bigram);
    return Math.sqrt(sum);
  });
  /** Per bigram, one more than the place of the text that was last laid beside others and has it. */
  const marks = new Int32Array(count);
  let marked = -1;
  return (first, second) => {
    if (marked !== first) for (const bigram of texts[first] ?? NONE) marks[bigram] = first + 1;
    marked = first;
    let dot = 0;
    let own = 0;
    const other = texts[second] ?? NONE;
    for (let i = 0; i < other.length; i++) {
      const bigram = other[i] ?? 0;
      if (marks[bigram] !== first + 1) continue;
      dot += squareOf(bigram);
      if (holders[bigram] === 2) own++;
    }
    const norm = (norms[first] ?? 0) * (norms[second] ?? 0);
    return { cosine: norm > 0 ? dot / norm : 0, own };
  };
}

/** The bigrams of a text by place, numbered in the order in which they are met. */
export class BigramTable {
  /** By place, the number of the bigram that begins there; -1 where none does. */
  readonly #at: Int32Array;
  /** Per bigram, the search in which it was last met. */
  readonly #last: Int32Array;
  #search = 0;

  constructor(text: string) {
    const numbers = new NumberTable(text.length);
    this.#at = new Int32Array(text.length).fill(-1);
    let different = 0;
    hanPairsByPlace(text).forEach((pair, at) => {
      if (pair === 0) return;
      if (numbers.get(pair) < 0) numbers.set(pair, different++);
      this.#at[at] = numbers.get(pair);
    });
    this.#last = new Int32Array(different);
  }

  /** The bigrams that lie wholly inside one of some spans. */
  in(spans: readonly Span[]): Bigrams {
    this.#search++;
    const found = new Int32Array(spans.reduce((length, { start, end }) => length + end - start, 0));
    let count = 0;
    for (const { start, end } of spans)
      for (let at = start; at < end - 1; at++) {
        const bigram = this.#at[at] ?? -1;
        if (bigram < 0 || this.#last[bigram] === this.#search) continue;
        this.#last[bigram] = this.#search;
        found[count++] = bigram;
      }
    return found.subarray(0, count);
  }
}
