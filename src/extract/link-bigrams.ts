import type { Span } from '../document/span.js';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const COUNT = LAST - FIRST + 1;

/** What two texts share: likeness 0 … 1, and how many bigrams only these two of all texts have. */
export interface Shared {
  readonly cosine: number;
  readonly own: number;
}

/**
 * Lays texts side by side by their bigrams: pairs of Han characters that stand side by side, which unlike words do
 * not depend on how a text is cut, weighted by how rare they are among these texts.
 *
 * @param texts each as its stretches
 * @returns compares two texts, by their places; quickest when the first stays the same from call to call
 */
export function bigramLikeness(
  text: string,
  texts: readonly (readonly Span[])[],
): (first: number, second: number) => Shared {
  const { bigrams, holders } = bigramsOf(text, texts);
  const squares = Float64Array.from(holders, (count) => Math.log(1 + texts.length / count) ** 2);
  const norms = bigrams.map((own) => {
    let sum = 0;
    for (let i = 0; i < own.length; i++) sum += squares[own[i] ?? 0] ?? 0;
    return Math.sqrt(sum);
  });
  /** Per bigram, one more than the place of the text that was last laid beside others and has it. */
  const marks = new Int32Array(holders.length);
  let marked = -1;
  return (first, second) => {
    if (marked !== first) for (const bigram of bigrams[first] ?? []) marks[bigram] = first + 1;
    marked = first;
    const other = bigrams[second] ?? [];
    let dot = 0;
    let own = 0;
    for (let i = 0; i < other.length; i++) {
      const bigram = other[i] ?? 0;
      if (marks[bigram] !== first + 1) continue;
      dot += squares[bigram] ?? 0;
      if (holders[bigram] === 2) own++;
    }
    const norm = (norms[first] ?? 0) * (norms[second] ?? 0);
    return { cosine: norm > 0 ? dot / norm : 0, own };
  };
}

/** The bigrams of each text, each once, by numbers of their own; and per bigram in how many texts it is. */
function bigramsOf(
  text: string,
  texts: readonly (readonly Span[])[],
): { readonly bigrams: readonly (readonly number[])[]; readonly holders: readonly number[] } {
  const numbers = new Map<number, number>();
  const holders: number[] = [];
  /** Per bigram, the text in which it was last met. */
  const last: number[] = [];
  const bigrams = texts.map((spans, place) => {
    const own: number[] = [];
    for (const { start, end } of spans) {
      let before = -1;
      for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at) - FIRST;
        const isHan = code >= 0 && code < COUNT;
        if (isHan && before >= 0) note(own, place, before * COUNT + code);
        before = isHan ? code : -1;
      }
    }
    return own;
  });
  return { bigrams, holders };

  function note(own: number[], place: number, bigram: number): void {
    let number = numbers.get(bigram);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(bigram, number);
      holders.push(0);
      last.push(-1);
    }
    if (last[number] === place) return;
    last[number] = place;
    holders[number] = (holders[number] ?? 0) + 1;
    own.push(number);
  }
}
