/** A set of words looked for in running text, wherever segmentation put its borders. */
export class Phrases {
  readonly #characters = new Set<string>();
  /** By their first two characters: many words share one. */
  readonly #words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (word.length < 2) {
        if (word !== '') this.#characters.add(word);
        continue;
      }
      const start = word.slice(0, 2);
      const own = this.#words.get(start);
      if (own) own.push(word);
      else this.#words.set(start, [word]);
    }
  }

  /** The words that occur, each once, also those inside others (廉政 in 党风廉政); in order of the text. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      if (this.#characters.has(character)) found.add(character);
      for (const word of this.#words.get(text.slice(i, i + 2)) ?? [])
        if (text.startsWith(word, i)) found.add(word);
    }
    return found;
  }
}
