import type { Analysis } from '../analysis.js';
import { type ProblemTraits, problemTraits, type TraitTools } from './problem-traits.js';

/** Which problems of a document, by their places in its list, have an entry. */
export type Holders<Entry> = ReadonlyMap<Entry, readonly number[]>;

/** The problems of one document, ready to be laid beside those of others. */
export interface ProblemIndex {
  readonly problems: readonly ProblemTraits[];
  readonly bigrams: Holders<number>;
  readonly pairs: Holders<number>;
  readonly fields: Holders<string>;
}

export function problemIndex(analysis: Analysis, tools: TraitTools): ProblemIndex {
  const problems = problemTraits(analysis, tools);
  return {
    problems,
    bigrams: holdersOf(problems.map(({ bigrams }) => bigrams)),
    pairs: holdersOf(problems.map(({ pairs }) => pairs)),
    fields: holdersOf(problems.map(({ fields }) => fields)),
  };
}

function holdersOf<Entry>(collections: readonly ReadonlySet<Entry>[]): Holders<Entry> {
  const holders = new Map<Entry, number[]>();
  collections.forEach((collection, i) => {
    for (const entry of collection) {
      const known = holders.get(entry);
      if (known) known.push(i);
      else holders.set(entry, [i]);
    }
  });
  return holders;
}
