import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';
import { NumberTable } from '../language/number-table.js';
import { pairAt } from '../language/pairs.js';

/** By how many writers of the corpus bigrams are used, numbered as `hanPairs` does. */
export interface BigramCounts {
  /** Whether no two writers were seen to use it. */
  readonly isOwn: (bigram: number) => boolean;
  /** 0 for bigrams that anybody writes; greatest for those that no other writer was seen to use. */
  readonly rarity: (bigram: number) => number;
}

/** A bigram that more than one writer in five or six uses weighs nothing. */
const ORDINARY = 1.7;

/** @throws Error when `dictionaries/pairing/bigrams.txt` is missing */
export function readBigramCounts(): BigramCounts {
  const file = join(packageRoot(), 'dictionaries', 'pairing', 'bigrams.txt');
  const [first = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const writers = Number(first);
  const counts = new NumberTable(lines.reduce((sum, { length }) => sum + length, 0) >> 1);
  // A line holds a character, and each that stands behind it with the number of writers, 9 for nine and more.
  for (const line of lines)
    for (let at = 1; at < line.length; at += 2)
      counts.set(pairAt(line.charAt(0) + line.charAt(at), 0), Number(line.charAt(at + 1)));
  const weights = Array.from({ length: 10 }, (_, count) =>
    Math.max(0, Math.log(writers / Math.max(1, count)) - ORDINARY),
  );
  return {
    isOwn: (bigram) => counts.get(bigram) < 0,
    rarity: (bigram) => weights[Math.max(0, counts.get(bigram))] ?? 0,
  };
}
