import type { Analysis } from '../analysis.js';
import { remembered } from '../remembered.js';

/** Below this certainty the year of the profile is not relied on. */
const SURE = 0.6;
const LATEST = 2100;

/** Parts that speak of the time of writing; elsewhere a later year is one of plans and tables of deadlines. */
const FRAME: ReadonlySet<string> = new Set(['title', 'opening', 'rectification', 'closing']);

interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * The years in which a document may have been written: what its profile says and the latest year it speaks of,
 * measures left out, since they look ahead.
 *
 * @returns null when neither says anything
 */
export const writtenYear = remembered(({ profile, sentences }: Analysis): Years | null => {
  // A profile that the user names may be another year's on purpose.
  const known = profile.detected && profile.confidence >= SURE ? profile.profile.year : null;
  let latest: number | null = null;
  for (const { role, text } of sentences) {
    if (role === 'measures' || (known !== null && !FRAME.has(role))) continue;
    for (const digits of text.match(/20[0-9]{2}(?=年)/g) ?? [])
      if (Number(digits) < LATEST) latest = Math.max(latest ?? 0, Number(digits));
  }
  if (known === null) return latest === null ? null : { from: latest, to: latest };
  // A year far ahead is a plan's (2035年远景目标) or a slip.
  return { from: known, to: latest === known + 1 ? latest : known };
});
