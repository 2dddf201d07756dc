import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';

/** By how many writers words are used; `dictionaries/pairing/writers.json`. */
interface WriterCounts {
  readonly writers: number;
  /** Words of at least two writers. */
  readonly words: Readonly<Record<string, number>>;
}

/**
 * How much a word tells of who writes and of what: 0 for words that anybody writes, greatest for those that no other
 * writer was seen to use.
 */
export type Rarity = (word: string) => number;

/** A word that more than one writer in three uses weighs nothing. */
const ORDINARY = 1;

export function readRarity(): Rarity {
  const file = join(packageRoot(), 'dictionaries', 'pairing', 'writers.json');
  const { writers, words } = JSON.parse(readFileSync(file, 'utf8')) as WriterCounts;
  const counts = new Map(Object.entries(words));
  const weights = Array.from({ length: writers + 1 }, (_, count) =>
    Math.max(0, Math.log(writers / Math.max(1, count)) - ORDINARY),
  );
  return (word) => weights[counts.get(word) ?? 0] ?? 0;
}
