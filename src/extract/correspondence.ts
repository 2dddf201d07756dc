import type { Span } from '../document/span.js';
import type { Part } from '../outline/outline.js';
import type { PartItem } from './part-items.js';

/** How much place alone speaks for a link when lists of equal length stand in the same order. */
const SAME_PLACE = 0.62;
const OTHER_PLACE = 0.46;
/** Shortest lists whose equal length is no accident. */
const SHORTEST_LIST = 3;

/**
 * What the layout says about which problem an item answers: items that stand below the problems of one
 * dimension (问题 … 原因：… 整改措施：… for each) answer these only; lists as long as the list of problems, or of
 * dimensions, answer one another in order.
 *
 * @param problems spans of the problems, in units of the reading
 * @param dimensions ordinal of each problem's dimension, null where it has none
 * @param dimensionCount number of dimensions that have problems
 */
export function priorOf(
  parts: readonly Part[],
  problems: readonly Span[],
  dimensions: readonly (number | null)[],
  dimensionCount: number,
  items: readonly PartItem[],
): (problem: number, item: number) => number {
  const stretches = parts.flatMap((part, index) => (part.role === 'problems' ? [index] : []));
  const recurring = stretches.length > 1 && new Set(items.map(({ part }) => part)).size > 1;
  if (recurring) {
    const home = problems.map((span) =>
      parts.findIndex((part) => part.span.start <= span.start && span.start < part.span.end),
    );
    const owner = items.map(({ part }) => stretches.filter((index) => index < part).at(-1) ?? -1);
    const siblings = items.map((item) => items.filter(({ part }) => part === item.part).length);
    return (problem, item) => (home[problem] !== owner[item] ? 0 : siblings[item] === 1 ? 1 : 0.6);
  }
  if (items.length >= SHORTEST_LIST && items.length === problems.length)
    return (problem, item) => (problem === item ? SAME_PLACE : OTHER_PLACE);
  if (items.length >= SHORTEST_LIST && items.length === dimensionCount) {
    const order = [...new Set(dimensions)].filter((ordinal) => ordinal !== null);
    return (problem, item) => (order.indexOf(dimensions[problem] ?? -1) === item ? SAME_PLACE : OTHER_PLACE);
  }
  return () => 0.5;
}
