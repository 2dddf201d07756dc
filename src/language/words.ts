import type { Span } from '../document/span.js';
import type { Segmenter } from './segmenter.js';

/** Least length of a piece that is cut in one go; pieces end with a line. */
const LEAST = 256;

/** Words with the places where they start. */
interface Cut {
  readonly words: readonly string[];
  readonly starts: Uint32Array;
}

/** The words of a text, looked up by place. Each piece of the text is cut once, at the first look into it. */
export class Words {
  readonly #text: string;
  readonly #segmenter: Segmenter;
  /** Where the pieces start; found at the first look-up. Words do not go over the end of a line. */
  #pieces: readonly number[] | undefined;
  readonly #cuts: Cut[] = [];

  constructor(text: string, segmenter: Segmenter) {
    this.#text = text;
    this.#segmenter = segmenter;
  }

  /** The words that lie wholly inside one of some spans, span by span. */
  in(...spans: readonly Span[]): readonly string[] {
    const found: string[] = [];
    const add = (word: string): void => {
      found.push(word);
    };
    for (const span of spans) this.#each(span, add);
    return found;
  }

  /** The words of two Han characters and more inside some spans, each once, but for some that say nothing. */
  content(spans: readonly Span[], stopWords: ReadonlySet<string>): ReadonlySet<string> {
    const found = new Set<string>();
    const add = (word: string): void => {
      if (isContent(word) && !stopWords.has(word)) found.add(word);
    };
    for (const span of spans) this.#each(span, add);
    return found;
  }

  #each({ start, end }: Span, visit: (word: string) => void): void {
    this.#pieces ??= piecesOf(this.#text);
    const pieces = this.#pieces;
    for (let piece = lastUpTo(pieces, start); (pieces[piece] ?? end) < end; piece++) {
      const { words, starts } = this.#cut(piece, pieces);
      let at = lastUpTo(starts, start);
      if ((starts[at] ?? 0) < start) at++;
      for (; at < words.length; at++) {
        const word = words[at] ?? '';
        if ((starts[at] ?? 0) + word.length > end) break;
        visit(word);
      }
    }
  }

  #cut(piece: number, pieces: readonly number[]): Cut {
    const known = this.#cuts[piece];
    if (known) return known;
    const from = pieces[piece] ?? 0;
    const text = this.#text.slice(from, pieces[piece + 1]);
    const words = this.#segmenter.words(text);
    const starts = new Uint32Array(words.length);
    let at = 0;
    words.forEach((word, i) => {
      at = text.indexOf(word, at);
      starts[i] = from + at;
      at += word.length;
    });
    const cut = { words, starts };
    this.#cuts[piece] = cut;
    return cut;
  }
}

function isContent(word: string): boolean {
  const code = word.charCodeAt(0);
  return word.length > 1 && code >= 0x4e00 && code <= 0x9fff;
}

function piecesOf(text: string): readonly number[] {
  const pieces = [0];
  for (let end = text.indexOf('\n', LEAST); end >= 0; end = text.indexOf('\n', end + 1 + LEAST))
    pieces.push(end + 1);
  return pieces;
}

/** Index of the last entry that is not greater than a value; 0 where all are. */
function lastUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
