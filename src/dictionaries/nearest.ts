import { closest, distance } from 'fastest-levenshtein';

/**
 * The name most like a mistyped one, for messages (“是不是…”).
 *
 * @returns `undefined` when even the nearest differs in more than half of its characters
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name, known);
  return distance(name, best) <= Math.max(1, best.length / 2) ? best : undefined;
}
