import type { Analysis, Commitment, MeasureItem } from '../analysis.js';
import type { Account, MeasureStatus, OverdueCommitment } from './comparison.js';

/** What the later document reports of each measure of the earlier one. */
export const measureStatuses = (
  measures: readonly MeasureItem[],
  accounts: ReadonlyMap<string, Account>,
): readonly MeasureStatus[] =>
  measures.map((before) => {
    const account = accounts.get(before.id);
    if (!account) return { before, status: 'not-mentioned', evidence: null };
    return {
      before,
      status: account.state === 'done' ? 'reported-done' : 'reported-ongoing',
      evidence: account.quote,
    };
  });

/**
 * Promises whose last day lies in or before the year that the later document looks back on, and of whose measure it
 * says nothing. A month without a year means the year after the meeting.
 */
export function overdueCommitments(
  before: Analysis,
  after: Analysis,
  statuses: readonly MeasureStatus[],
): readonly OverdueCommitment[] {
  const [earlier, later] = [before.profile.profile.year, after.profile.profile.year];
  if (earlier === null || later === null) return [];
  return statuses.flatMap(({ before: measure, status }) =>
    status !== 'not-mentioned'
      ? []
      : measure.commitments.flatMap((commitment) => {
          const due = lastDay(commitment, earlier);
          return due !== null && due <= `${later}-12-31` ? [{ measure, commitment, due }] : [];
        }),
  );
}

function lastDay({ kind, value, text }: Commitment, year: number): string | null {
  if (kind !== 'deadline' || value === null) return null;
  const day = /^(\d{4})(?:-(\d{2})-(\d{2}))?$/.exec(value);
  if (!day) return null;
  const stated = /20\d\d/.test(text);
  return `${stated ? day[1] : year + 1}-${day[2] ?? '12'}-${day[3] ?? '31'}`;
}
