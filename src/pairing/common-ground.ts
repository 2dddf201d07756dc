import type { Analysis } from '../analysis.js';
import { NumberTable } from '../language/number-table.js';
import type { TextBigrams } from './bigram-counts.js';
import type { PairingTools } from './tools.js';

/** Fewer problems do not show what documents have in common. */
const ENOUGH = 4;
/**
 * Bigrams in common that no two other writers use, by the root of the number of bigrams of the shorter document.
 * Documents whose writers were not counted have 1.7 and more when they are of one writer (their first 2,000 characters
 * 1.2 and more), 0.7 at most when they are unrelated.
 */
const ONE_WRITER = 0.9;

/** Whether two documents, long enough to tell, have hardly a turn in common that is not anybody's. */
export function areStrangers(before: Analysis, after: Analysis, { ownBigramsOf }: PairingTools): boolean {
  if (Math.min(before.problems.length, after.problems.length) < ENOUGH) return false;
  const [earlier, later] = [ownBigramsOf(before), ownBigramsOf(after)];
  const enough = ONE_WRITER * Math.sqrt(Math.min(earlier.count, later.count));
  let common = 0;
  for (const bigram of later.own) {
    if (common >= enough) return false;
    if (earlier.places.get(bigram) >= 0) common++;
  }
  return common < enough;
}

/** The bigrams of a document that are hardly anybody else's. */
export interface OwnBigrams {
  readonly own: Int32Array;
  readonly places: NumberTable;
  /** Bigrams of the document in all. */
  readonly count: number;
}

export function ownBigrams({ at, writers }: TextBigrams): OwnBigrams {
  const own = new Int32Array(at.length);
  const places = new NumberTable(at.length);
  let different = 0;
  let count = 0;
  for (let place = 0; place < at.length; place++) {
    const bigram = at[place] ?? 0;
    if (bigram === 0) continue;
    count++;
    if (writers[place] !== 0 || places.get(bigram) >= 0) continue;
    places.set(bigram, different);
    own[different++] = bigram;
  }
  return { own: own.subarray(0, different), places, count };
}
