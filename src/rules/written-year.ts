import type { Analysis } from '../analysis.js';

/** Below this certainty the year of the profile is not relied on. */
const SURE = 0.6;
const LATEST = 2100;

/**
 * The years in which a document may have been written: what its profile says and the latest year it speaks of,
 * measures left out, since they look ahead.
 *
 * @returns null when neither says anything
 */
export function writtenYear({
  profile,
  sentences,
}: Analysis): { readonly from: number; readonly to: number } | null {
  // A profile that the user names may be another year's on purpose.
  const known = profile.detected && profile.confidence >= SURE ? profile.profile.year : null;
  let latest: number | null = null;
  for (const { text, role } of sentences)
    if (role !== 'measures')
      for (const [, digits = ''] of text.matchAll(/(20[0-9]{2})年/g)) {
        const year = Number(digits);
        if (year < LATEST && year > (latest ?? 0)) latest = year;
      }
  if (known === null) return latest === null ? null : { from: latest, to: latest };
  // A year far ahead is a plan's (2035年远景目标) or a slip.
  return { from: known, to: latest === known + 1 ? latest : known };
}
