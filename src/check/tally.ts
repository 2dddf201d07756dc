import type { Finding, Severity } from '../analysis.js';

/** How many findings there are of each severity. */
export type Tally = Readonly<Record<Severity, number>>;

export function tallyOf(findings: readonly Finding[]): Tally {
  const tally = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) tally[severity]++;
  return tally;
}

export const addTallies = (a: Tally, b: Tally): Tally => ({
  error: a.error + b.error,
  warning: a.warning + b.warning,
  info: a.info + b.info,
});

/** How many are at or above a level. */
export function countFrom(tally: Tally, level: Severity): number {
  const { error, warning, info } = tally;
  if (level === 'error') return error;
  return level === 'warning' ? error + warning : error + warning + info;
}
