import { diffArrays } from 'diff/lib/diff/array.js';
import type { Analysis } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { Change } from './comparison.js';

/**
 * Words put in and taken out at most: a whole page turned upside down is no help to anybody, and takes time in the
 * square of this. Not a time limit, so that the same texts give the same on every machine.
 */
const MOST_EDITS = 2000;

/**
 * The differences of two stretches, word by word, in the words of the readings.
 *
 * @returns empty when the two differ too much to be laid side by side
 */
export function changesOf(
  before: Analysis,
  earlier: readonly Span[],
  after: Analysis,
  later: readonly Span[],
): readonly Change[] {
  const parts = diffArrays([...wordsOf(before, earlier)], [...wordsOf(after, later)], {
    maxEditLength: MOST_EDITS,
  });
  return (parts ?? []).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

const wordsOf = ({ reading: { words } }: Analysis, spans: readonly Span[]): readonly string[] =>
  words.in(...spans);
