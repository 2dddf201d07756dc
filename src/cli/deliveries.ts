import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Delivery, type Desk, deliver, fulfil, type Task } from '../batch/deliver.js';
import { type Analyzers, failed, type Job } from '../batch/job.js';
import { packageRoot } from '../dictionaries/package-root.js';
import type { Failed } from '../report/outcome.js';
import type { Order } from './formats.js';

/** Fewer documents are done before other processes have started; measured with `npm run bench`. */
const WORTHWHILE = 40;

export interface Makers {
  readonly order: Order;
  /** Made to the order. */
  readonly desk: Desk;
  readonly analyzers: Analyzers;
  /** How many processes; as many as pay off when absent. */
  readonly workers: number | undefined;
}

/** What becomes of documents, in their order, worked out in this process or in several. */
export async function* deliveries(
  entries: readonly (Job | Failed)[],
  { order, desk, analyzers, workers }: Makers,
): AsyncGenerator<Delivery, void, undefined> {
  const tasks = entries.flatMap((entry, place) => (isFailure(entry) ? [] : [{ job: entry, place }]));
  const count = workers ?? (tasks.length < WORTHWHILE ? 1 : availableParallelism());
  // A baseline counts over all documents: it cannot be divided. Neither can standard input.
  const whole = tasks.some(({ job: { file, rules } }) => file === '-' || (rules?.baseline ?? null) !== null);
  if (count < 2 || tasks.length < 2 || whole) {
    for (const [place, entry] of entries.entries())
      yield isFailure(entry)
        ? deliver(entry, place, desk)
        : await fulfil({ job: entry, place }, analyzers, desk);
    return;
  }
  const { runPool } = await import('../batch/pool.js');
  const done = runPool<Task, Delivery>(tasks, {
    workers: Math.min(count, tasks.length),
    script: join(packageRoot(), 'dist', 'worker.js'),
    order,
    lost: ({ job, place }) => deliver(failed(job.file, DIED), place, desk),
  });
  try {
    for (const [place, entry] of entries.entries()) {
      if (isFailure(entry)) yield deliver(entry, place, desk);
      else {
        const { value } = await done.next();
        if (value) yield value;
      }
    }
  } finally {
    await done.return();
  }
}

const DIED = '检查它的进程意外中止，跳过了这份文件。请单独检查它，仍出错时报告给开发者。';

const isFailure = (entry: Job | Failed): entry is Failed => 'error' in entry;
