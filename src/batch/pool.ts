import { type ChildProcess, fork } from 'node:child_process';
import type { Outcome } from '../report/outcome.js';
import { failed, type Job } from './job.js';

/** Documents that may be done ahead of the one that is to be written next, for each worker. */
const AHEAD = 4;

/**
 * Does jobs in several processes. Processes, not threads: a native segmenter that aborts ends only the process it
 * runs in, which costs one document, and another process takes its place.
 *
 * @param script the built `batch/worker.ts`
 * @returns outcomes in the order of the jobs; no more than a few are held at a time
 */
export async function* runPool(
  jobs: readonly Job[],
  workers: number,
  script: string,
): AsyncGenerator<Outcome, void, undefined> {
  const waiting: PromiseWithResolvers[] = jobs.map(promise);
  let next = 0;
  let written = 0;
  let over = false;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const feed = (): void => {
    while (!over && next < jobs.length && next < written + workers * AHEAD) {
      const worker = idle.pop() ?? (all.size < workers ? start(script, all) : undefined);
      if (!worker) return;
      const job = jobs[next];
      const place = waiting[next];
      next++;
      if (!job || !place) return;
      worker.run(job).then(({ outcome, alive }) => {
        place.resolve(outcome);
        if (alive) idle.push(worker);
        feed();
      });
    }
  };
  try {
    feed();
    for (const [i, place] of waiting.entries()) {
      yield await place.promise;
      // What has been handed out is not kept.
      waiting[i] = promise();
      written++;
      feed();
    }
  } finally {
    over = true;
    for (const worker of all) worker.end();
  }
}

interface PromiseWithResolvers {
  readonly promise: Promise<Outcome>;
  readonly resolve: (outcome: Outcome) => void;
}

function promise(): PromiseWithResolvers {
  let resolve: (outcome: Outcome) => void = () => {};
  const made = new Promise<Outcome>((done) => {
    resolve = done;
  });
  return { promise: made, resolve };
}

interface Worker {
  readonly run: (job: Job) => Promise<{ readonly outcome: Outcome; readonly alive: boolean }>;
  readonly end: () => void;
}

function start(script: string, all: Set<Worker>): Worker {
  const child: ChildProcess = fork(script, { serialization: 'advanced' });
  const worker: Worker = {
    run: (job) =>
      new Promise((done) => {
        const finish = (outcome: Outcome, alive: boolean): void => {
          child.off('message', answered);
          child.off('exit', died);
          child.off('error', died);
          if (!alive) all.delete(worker);
          done({ outcome, alive });
        };
        const answered = (outcome: Outcome): void => finish(outcome, true);
        const died = (): void =>
          finish(
            failed(job.file, '检查它的进程意外中止，跳过了这份文件。请单独检查它，仍出错时报告给开发者。'),
            false,
          );
        child.on('message', answered);
        child.on('exit', died);
        child.on('error', died);
        child.send(job, (error) => {
          if (error) died();
        });
      }),
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
  all.add(worker);
  return worker;
}
