import type { Span } from '../document/span.js';
import type { Part } from '../outline/outline.js';
import type { PartItem } from './part-items.js';

/** How much standing below the same problems speaks for a link where several items do. */
const SAME_BLOCK = 0.6;

/**
 * What the layout says about which problem an item answers: items that stand below the problems of one dimension
 * (问题 … 原因：… 整改措施：… for each) answer these only.
 *
 * @param problems spans of the problems, in units of the reading
 * @returns prior of a problem and an item by their numbers: 0 never, 0.5 nothing known, 1 certain
 */
export function priorOf(
  parts: readonly Part[],
  problems: readonly Span[],
  items: readonly PartItem[],
): (problem: number, item: number) => number {
  const stretches = parts.flatMap((part, index) => (part.role === 'problems' ? [index] : []));
  const recurring = stretches.length > 1 && new Set(items.map(({ part }) => part)).size > 1;
  if (!recurring) return () => 0.5;
  const home = problems.map((span) =>
    parts.findIndex((part) => part.span.start <= span.start && span.start < part.span.end),
  );
  const owner = items.map(({ part }) => stretches.filter((index) => index < part).at(-1) ?? -1);
  const siblings = new Map<number, number>();
  for (const { part } of items) siblings.set(part, (siblings.get(part) ?? 0) + 1);
  return (problem, item) => {
    const target = items[item];
    if (!target || target.row) return 0.5;
    return home[problem] !== owner[item] ? 0 : siblings.get(target.part) === 1 ? 1 : SAME_BLOCK;
  };
}
