import { NumberTable } from '../language/number-table.js';
import { pairAt } from '../language/pairs.js';

/** A set of words looked for in running text, wherever segmentation put its borders. */
export class Phrases {
  readonly #words: readonly string[];
  readonly #characters = new Map<string, number>();
  /** By character, whether a word of two and more begins with it. */
  readonly #begins = new Uint8Array(0x10000);
  /** By their first two characters, one less than the place in `starting` of the words that begin with them. */
  readonly #places: NumberTable;
  readonly #starting: number[][] = [[]];

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)];
    this.#places = new NumberTable(this.#words.length);
    this.#words.forEach((word, index) => {
      if (word.length < 2) {
        if (word !== '') this.#characters.set(word, index);
        return;
      }
      this.#begins[word.charCodeAt(0)] = 1;
      const start = pairAt(word, 0);
      const place = this.#places.get(start);
      if (place >= 0) this.#starting[place + 1]?.push(index);
      else this.#places.set(start, this.#starting.push([index]) - 2);
    });
  }

  /** The words that occur, each once, also those inside others (廉政 in 党风廉政); in order of the text. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    this.each(text, (index) => {
      found.add(this.#words[index] ?? '');
    });
    return found;
  }

  /** Tells each occurrence of a word, by the word's place among those given, the same counted once. */
  each(text: string, tell: (index: number) => void): void {
    const [words, begins, places, starting] = [this.#words, this.#begins, this.#places, this.#starting];
    const characters = this.#characters.size > 0 ? this.#characters : null;
    for (let i = 0; i < text.length; i++) {
      const character = characters?.get(text.charAt(i));
      if (character !== undefined) tell(character);
      if (begins[text.charCodeAt(i)] !== 1) continue;
      const own = starting[places.get(pairAt(text, i)) + 1];
      if (!own) continue;
      for (let k = 0; k < own.length; k++) {
        const index = own[k] ?? 0;
        if (goesOn(text, i, words[index] ?? '')) tell(index);
      }
    }
  }
}

/** Whether a word stands at a place where its first two characters do. Plain: most words have no more. */
function goesOn(text: string, start: number, word: string): boolean {
  for (let at = 2; at < word.length; at++)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}
