import type { Analysis, Theme } from '../analysis.js';

/** Number of problems by theme; problems without a clear dimension are left out. */
export function themeCounts({ problems }: Analysis): ReadonlyMap<Theme, number> {
  const counts = new Map<Theme, number>();
  for (const { dimension } of problems)
    if (dimension) counts.set(dimension.theme, (counts.get(dimension.theme) ?? 0) + 1);
  return counts;
}

/** Themes that occur in one of the counts, the most frequent first. */
export function themesIn(counts: readonly ReadonlyMap<Theme, number>[]): readonly Theme[] {
  const sum = new Map<Theme, number>();
  for (const count of counts) for (const [theme, n] of count) sum.set(theme, (sum.get(theme) ?? 0) + n);
  return [...sum].sort((a, b) => b[1] - a[1]).map(([theme]) => theme);
}
