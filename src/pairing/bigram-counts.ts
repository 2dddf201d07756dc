import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';
import { NumberTable } from '../language/number-table.js';
import { hanPairsByPlace, pairAt } from '../language/pairs.js';

/** By how many writers of the corpus bigrams are used, numbered as `pairAt` does. */
export interface BigramCounts {
  /** How many writers use it, 9 for nine and more; 0 where no two were seen to. */
  readonly writers: (bigram: number) => number;
  /** By the number of writers: 0 for what anybody writes; greatest for what no two writers were seen to use. */
  readonly weights: readonly number[];
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
    writers: (bigram) => Math.max(0, counts.get(bigram)),
    weights,
  };
}

/** The bigrams of a text by place. */
export interface TextBigrams {
  /** Of each place the bigram that begins there; 0 where none does. */
  readonly at: Int32Array;
  /** Of each place by how many writers its bigram is used. */
  readonly writers: Uint8Array;
}

export function textBigrams(text: string, counts: BigramCounts): TextBigrams {
  const at = hanPairsByPlace(text);
  const writers = new Uint8Array(text.length);
  for (let place = 0; place < at.length; place++) {
    const bigram = at[place] ?? 0;
    if (bigram !== 0) writers[place] = counts.writers(bigram);
  }
  return { at, writers };
}
