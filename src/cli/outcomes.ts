import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Analyzers, type Job, perform } from '../batch/job.js';
import { packageRoot } from '../dictionaries/package-root.js';
import type { Failed, Outcome } from '../report/outcome.js';

/** Fewer documents are done before other processes have started; measured with `npm run bench`. */
const WORTHWHILE = 40;

/**
 * The outcomes of jobs in their order, worked out in this process or in several.
 *
 * @param workers how many processes; as many as pay off when absent
 */
export async function* outcomes(
  entries: readonly (Job | Failed)[],
  analyzers: Analyzers,
  workers: number | undefined,
): AsyncGenerator<Outcome, void, undefined> {
  const jobs = entries.flatMap((entry) => (isFailure(entry) ? [] : [entry]));
  const count = workers ?? (jobs.length < WORTHWHILE ? 1 : availableParallelism());
  // A baseline counts over all documents: it cannot be divided. Neither can standard input.
  const whole = jobs.some(({ file, rules }) => file === '-' || (rules?.baseline ?? null) !== null);
  if (count < 2 || jobs.length < 2 || whole) {
    for (const entry of entries) yield isFailure(entry) ? entry : await perform(entry, analyzers);
    return;
  }
  const { runPool } = await import('../batch/pool.js');
  const done = runPool(jobs, Math.min(count, jobs.length), join(packageRoot(), 'dist', 'worker.js'));
  try {
    for (const entry of entries) {
      if (isFailure(entry)) yield entry;
      else {
        const { value } = await done.next();
        if (value) yield value;
      }
    }
  } finally {
    await done.return();
  }
}

const isFailure = (entry: Job | Failed): entry is Failed => 'error' in entry;
