import type { ProblemWords } from './problem-words.js';

/** Which problems of a document, by their places in its list, have an entry. */
export type Holders = ReadonlyMap<string, readonly number[]>;

/** The problems of one document, ready to be laid beside those of others. */
export interface ProblemIndex {
  readonly problems: readonly ProblemWords[];
  readonly words: Holders;
  readonly pairs: Holders;
  readonly fields: Holders;
}

export const problemIndex = (problems: readonly ProblemWords[]): ProblemIndex => ({
  problems,
  words: holdersOf(problems.map(({ words }) => words)),
  pairs: holdersOf(problems.map(({ pairs }) => pairs)),
  fields: holdersOf(problems.map(({ fields }) => fields)),
});

function holdersOf(collections: readonly ReadonlySet<string>[]): Holders {
  const holders = new Map<string, number[]>();
  collections.forEach((collection, i) => {
    for (const entry of collection) {
      const known = holders.get(entry);
      if (known) known.push(i);
      else holders.set(entry, [i]);
    }
  });
  return holders;
}
