import type { Analysis } from '../analysis.js';

/** Whether the title holds a word of a category: a list, a report of an evaluation. */
export function isTitled({ reading: { hits, outline } }: Analysis, category: string): boolean {
  const title = outline.parts.find(({ role }) => role === 'title');
  return title?.loose.some((line) => hits.has(line, category)) ?? false;
}
