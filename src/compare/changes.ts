import { diffArrays } from 'diff/lib/diff/array.js';
import type { Analysis } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { Change } from './comparison.js';

/** Milliseconds for one pair of texts: a whole page turned upside down is no help to anybody. */
const PATIENCE = 300;

/**
 * The differences of two stretches, word by word, in the words of the readings.
 *
 * @returns empty when the two could not be laid side by side in reasonable time
 */
export function changesOf(
  before: Analysis,
  earlier: readonly Span[],
  after: Analysis,
  later: readonly Span[],
): readonly Change[] {
  const parts = diffArrays([...wordsOf(before, earlier)], [...wordsOf(after, later)], { timeout: PATIENCE });
  return (parts ?? []).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

const wordsOf = ({ reading: { words } }: Analysis, spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span) => words.in(span));
