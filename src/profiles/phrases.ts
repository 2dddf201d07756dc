import { pairAt } from '../language/pairs.js';

/** A set of words looked for in running text, wherever segmentation put its borders. */
export class Phrases {
  readonly #characters = new Set<string>();
  /** By character, whether a word of two and more begins with it. */
  readonly #begins = new Uint8Array(0x10000);
  /** By their first two characters: many words share one. */
  readonly #words = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (word.length < 2) {
        if (word !== '') this.#characters.add(word);
        continue;
      }
      this.#begins[word.charCodeAt(0)] = 1;
      const start = pairAt(word, 0);
      const own = this.#words.get(start);
      if (own) own.push(word);
      else this.#words.set(start, [word]);
    }
  }

  /** The words that occur, each once, also those inside others (廉政 in 党风廉政); in order of the text. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let i = 0; i < text.length; i++) {
      if (this.#characters.size > 0 && this.#characters.has(text.charAt(i))) found.add(text.charAt(i));
      const words = this.#begins[text.charCodeAt(i)] ? this.#words.get(pairAt(text, i)) : undefined;
      if (words) for (const word of words) if (text.startsWith(word, i)) found.add(word);
    }
    return found;
  }
}
