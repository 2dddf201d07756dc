import type { Analysis } from '../analysis.js';
import { type ProblemTraits, type ProblemWords, problemTraits, problemWords } from './problem-words.js';

/** Which problems of a document, by their places in its list, have an entry. */
export type Holders = ReadonlyMap<string, readonly number[]>;

/** The problems of one document, ready to be laid beside those of others. */
export interface ProblemIndex {
  readonly problems: readonly ProblemTraits[];
  readonly pairs: Holders;
  readonly fields: Holders;
  /** What the text has to be cut for, found when it is first asked for: strangers mostly need none of it. */
  readonly cut: () => CutProblems;
}

export interface CutProblems {
  /** In the order of the problems. */
  readonly problems: readonly ProblemWords[];
  readonly words: Holders;
}

/** What tells which words of a problem count. */
export interface WordTools {
  /** Words that everybody uses and that tie nothing together. */
  readonly stopWords: ReadonlySet<string>;
  /** Categories of the fields of work in the lexicons. */
  readonly fields: readonly string[];
}

export function problemIndex(analysis: Analysis, { stopWords, fields }: WordTools): ProblemIndex {
  const problems = problemTraits(analysis, fields);
  let found: CutProblems | undefined;
  return {
    problems,
    pairs: holdersOf(problems.map(({ pairs }) => pairs)),
    fields: holdersOf(problems.map((problem) => problem.fields)),
    cut: () => {
      if (found) return found;
      const cut = problemWords(analysis, stopWords);
      found = { problems: cut, words: holdersOf(cut.map(({ all }) => all)) };
      return found;
    },
  };
}

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
