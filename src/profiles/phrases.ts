/** A set of words looked for in running text, wherever segmentation put its borders. */
export class Phrases {
  readonly #byFirst = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (word === '') continue;
      const first = word.charAt(0);
      const own = this.#byFirst.get(first);
      if (own) own.push(word);
      else this.#byFirst.set(first, [word]);
    }
  }

  /** The words that occur, each once, also those inside others (廉政 in 党风廉政); in order of the text. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let i = 0; i < text.length; i++)
      for (const word of this.#byFirst.get(text.charAt(i)) ?? [])
        if (text.startsWith(word, i)) found.add(word);
    return found;
  }
}
