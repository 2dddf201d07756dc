/** What took how long, in milliseconds (medians), and how much of the other's time is allowed. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  /** Highest ratio ours : theirs. */
  readonly limit: number;
}

export const ratio = ({ ours, theirs }: Comparison): number => ours / theirs;

/**
 * Runs both in turn, so that a busy moment of the machine hits both.
 *
 * @param warmUp rounds before those that count
 */
export function interleave(
  rounds: number,
  ours: () => void,
  theirs: () => void,
  warmUp = 1,
): Pick<Comparison, 'ours' | 'theirs'> {
  const times: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
  for (let round = 0; round < warmUp + rounds; round++) {
    const pair = [
      ['ours', time(ours)],
      ['theirs', time(theirs)],
    ] as const;
    if (round >= warmUp) for (const [side, took] of pair) times[side].push(took);
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

function time(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
