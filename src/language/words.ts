import type { Span } from '../document/span.js';
import type { Segmenter } from './segmenter.js';

/** The words of a text, cut once and looked up by place. Nothing is cut before the first look-up. */
export class Words {
  readonly #text: string;
  readonly #segmenter: Segmenter;
  #words: readonly string[] | undefined;
  /** Where each word starts. */
  #starts = new Uint32Array();

  constructor(text: string, segmenter: Segmenter) {
    this.#text = text;
    this.#segmenter = segmenter;
  }

  /** The words that lie wholly inside a span. */
  in({ start, end }: Span): readonly string[] {
    const words = this.#cut();
    let from = 0;
    let to = words.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#starts[middle] ?? 0) < start) from = middle + 1;
      else to = middle;
    }
    to = from;
    while (to < words.length && (this.#starts[to] ?? 0) + (words[to]?.length ?? 0) <= end) to++;
    return words.slice(from, to);
  }

  #cut(): readonly string[] {
    if (this.#words) return this.#words;
    const words = this.#segmenter.words(this.#text);
    this.#starts = new Uint32Array(words.length);
    let at = 0;
    words.forEach((word, i) => {
      at = this.#text.indexOf(word, at);
      this.#starts[i] = at;
      at += word.length;
    });
    this.#words = words;
    return words;
  }
}
