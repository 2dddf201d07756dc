import { type ChildProcess, fork } from 'node:child_process';

/** Tasks that may be done ahead of the one whose result is to be used next, for each worker. */
const AHEAD = 4;

export interface PoolOptions<Task, Result> {
  readonly workers: number;
  /** Is run by each worker. It is sent the order first, then a task at a time, and answers with the result. */
  readonly script: string;
  readonly order: unknown;
  /** The result of a task whose worker died. */
  readonly lost: (task: Task) => Result;
}

/**
 * Does tasks in several processes. Processes, not threads: a native segmenter that aborts ends only the process it
 * runs in, which costs one task, and another process takes its place.
 *
 * @returns results in the order of the tasks; no more than a few are held at a time
 */
export async function* runPool<Task, Result>(
  tasks: readonly Task[],
  { workers, script, order, lost }: PoolOptions<Task, Result>,
): AsyncGenerator<Result, void, undefined> {
  const waiting = tasks.map(() => promise<Result>());
  let next = 0;
  let used = 0;
  let over = false;
  const idle: Worker<Task, Result>[] = [];
  const all = new Set<Worker<Task, Result>>();
  const open = (): Worker<Task, Result> => {
    const worker = start(script, order, lost);
    all.add(worker);
    return worker;
  };
  const feed = (): void => {
    while (!over && next < tasks.length && next < used + workers * AHEAD) {
      const worker = idle.pop() ?? (all.size < workers ? open() : undefined);
      if (!worker) return;
      const task = tasks[next];
      const place = waiting[next];
      next++;
      if (task === undefined || !place) return;
      worker.run(task).then(({ result, alive }) => {
        place.resolve(result);
        if (alive) idle.push(worker);
        else all.delete(worker);
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
      used++;
      feed();
    }
  } finally {
    over = true;
    for (const worker of all) worker.end();
  }
}

interface PromiseWithResolvers<Result> {
  readonly promise: Promise<Result>;
  readonly resolve: (result: Result) => void;
}

function promise<Result>(): PromiseWithResolvers<Result> {
  let resolve: (result: Result) => void = () => {};
  const made = new Promise<Result>((done) => {
    resolve = done;
  });
  return { promise: made, resolve };
}

interface Worker<Task, Result> {
  readonly run: (task: Task) => Promise<{ readonly result: Result; readonly alive: boolean }>;
  readonly end: () => void;
}

function start<Task, Result>(
  script: string,
  order: unknown,
  lost: (task: Task) => Result,
): Worker<Task, Result> {
  const child: ChildProcess = fork(script, { serialization: 'advanced' });
  const send = (message: unknown, failed: () => void): void => {
    child.send(message as object, (error) => {
      if (error) failed();
    });
  };
  // A worker that is gone already is noticed when it is sent its task.
  send(order, () => {});
  return {
    run: (task) =>
      new Promise((done) => {
        const finish = (result: Result, alive: boolean): void => {
          child.off('message', answered);
          child.off('exit', died);
          child.off('error', died);
          done({ result, alive });
        };
        const answered = (result: Result): void => finish(result, true);
        const died = (): void => finish(lost(task), false);
        child.on('message', answered);
        child.on('exit', died);
        child.on('error', died);
        send(task, died);
      }),
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
}
