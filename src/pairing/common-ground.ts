import type { Analysis } from '../analysis.js';
import type { PairingTools } from './tools.js';

/** Fewer problems do not show what documents have in common. */
const ENOUGH = 4;
/**
 * Words in common that no two other writers use, by the root of the number of words of the shorter document. Documents
 * whose writers were not counted for the list of writers' words have 1.3 and more when they are of one writer, 0.3 at
 * most when they are unrelated; of one writer who was counted, 0.8 and more.
 */
const ONE_WRITER = 0.5;

/** Whether two documents, long enough to tell, have hardly a word in common that is not anybody's. */
export function areStrangers(before: Analysis, after: Analysis, { ownWordsOf }: PairingTools): boolean {
  if (Math.min(before.problems.length, after.problems.length) < ENOUGH) return false;
  const [earlier, later] = [ownWordsOf(before), ownWordsOf(after)];
  const enough = ONE_WRITER * Math.sqrt(Math.min(earlier.count, later.count));
  let common = 0;
  for (const word of later.own) {
    if (common >= enough) return false;
    if (earlier.own.has(word)) common++;
  }
  return common < enough;
}

/** The words of a document that are hardly anybody else's. */
export interface OwnWords {
  readonly own: ReadonlySet<string>;
  /** Different words of the document in all. */
  readonly count: number;
}

export function ownWords({ reading: { text, words } }: Analysis, isOwn: (word: string) => boolean): OwnWords {
  const all = words.content([{ start: 0, end: text.length }], new Set());
  const own = new Set<string>();
  for (const word of all) if (isOwn(word)) own.add(word);
  return { own, count: all.size };
}
