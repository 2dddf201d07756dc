import { printMeasures } from './print.js';
import { printPairs } from './print-pairs.js';
import type { Results } from './results.js';

const START = '<!-- eval:start -->';
const END = '<!-- eval:end -->';

/**
 * Puts the figures of a run into a page, between its two comments.
 *
 * @throws Error when the page has no place for them
 */
export function withFigures(page: string, results: Results): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the page has no ${START} … ${END}`);
  const figures = [printMeasures(results), printPairs(results.pairs)].join('\n\n');
  return `${page.slice(0, start + START.length)}\n\n${figures}\n\n${page.slice(end)}`;
}
