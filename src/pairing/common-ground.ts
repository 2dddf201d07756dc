import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../analysis.js';
import { packageRoot } from '../dictionaries/package-root.js';
import { hanPairs, pairAt } from '../language/pairs.js';
import type { PairingTools } from './tools.js';

/** Fewer problems do not show what documents have in common. */
const ENOUGH = 4;
/**
 * Bigrams in common that no two other writers use, by the root of the number of bigrams of the shorter document.
 * Documents whose writers were not counted have 1.9 and more when they are of one writer (their first 2,000 characters
 * 1.4), 0.8 at most when they are unrelated.
 */
const ONE_WRITER = 1;

/** Whether two documents, long enough to tell, have hardly a turn in common that is not anybody's. */
export function areStrangers(before: Analysis, after: Analysis, { ownBigramsOf }: PairingTools): boolean {
  if (Math.min(before.problems.length, after.problems.length) < ENOUGH) return false;
  const [earlier, later] = [ownBigramsOf(before), ownBigramsOf(after)];
  const enough = ONE_WRITER * Math.sqrt(Math.min(earlier.count, later.count));
  let common = 0;
  for (const bigram of later.own) {
    if (common >= enough) return false;
    if (earlier.own.has(bigram)) common++;
  }
  return common < enough;
}

/** The bigrams of a document that are hardly anybody else's. */
export interface OwnBigrams {
  readonly own: ReadonlySet<number>;
  /** Different bigrams of the document in all. */
  readonly count: number;
}

export function ownBigrams({ reading: { text } }: Analysis, common: ReadonlySet<number>): OwnBigrams {
  const all = new Set(hanPairs(text));
  const own = new Set<number>();
  for (const bigram of all) if (!common.has(bigram)) own.add(bigram);
  return { own, count: all.size };
}

/** The bigrams that at least two writers of the corpus use; `dictionaries/pairing/bigrams.txt`. */
export function readCommonBigrams(): ReadonlySet<number> {
  const lines = readFileSync(join(packageRoot(), 'dictionaries', 'pairing', 'bigrams.txt'), 'utf8').split(
    '\n',
  );
  // A line holds a character, and all that stand behind it.
  return new Set(
    lines.flatMap((line) => Array.from(line.slice(1), (second) => pairAt(line.charAt(0) + second, 0))),
  );
}
