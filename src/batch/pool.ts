import { type ChildProcess, fork } from 'node:child_process';

/** Tasks that may be done ahead of the one whose result is to be used next, for each worker. */
const AHEAD = 4;
/** Tasks a worker has at hand: while its result is on the way here it begins the next. */
const AT_HAND = 2;
/** Each process has a core: Node.js would start four threads more in each, that get in the way of the others. */
const OPTIONS = ['--v8-pool-size=1'];

export interface PoolOptions<Task, Result> {
  readonly workers: number;
  /** Is run by each worker. It is sent the order first, then tasks; it does one after the other and answers with each result. */
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
  const waiting = tasks.map((task) => ({ task, ...promise<Result>() }));
  type Place = (typeof waiting)[number];
  /** Given to a worker that died before it came to them. */
  const again: Place[] = [];
  let next = 0;
  let used = 0;
  let over = false;
  const all = new Set<Worker<Place>>();
  const open = (): Worker<Place> => {
    const worker = start<Place, Result>(script, order, {
      answered: (place, result) => {
        place.resolve(result);
        feed();
      },
      died: ([current, ...rest]) => {
        all.delete(worker);
        current?.resolve(lost(current.task));
        again.push(...rest);
        feed();
      },
    });
    all.add(worker);
    return worker;
  };
  const take = (): Place | undefined =>
    again.shift() ?? (next < used + workers * AHEAD ? waiting[next++] : undefined);
  const feed = (): void => {
    while (!over) {
      const [idlest] = [...all].sort((a, b) => a.atHand() - b.atHand());
      const full = idlest === undefined || idlest.atHand() >= (all.size < workers ? 1 : AT_HAND);
      if (full && all.size === workers) return;
      const place = take();
      if (!place) return;
      (full ? open() : idlest).give(place);
    }
  };
  try {
    feed();
    for (const [i, place] of waiting.entries()) {
      yield await place.result;
      // What has been handed out is not kept.
      waiting[i] = { task: place.task, ...promise() };
      used++;
      feed();
    }
  } finally {
    over = true;
    for (const worker of all) worker.end();
  }
}

interface PromiseWithResolvers<Result> {
  readonly result: Promise<Result>;
  readonly resolve: (result: Result) => void;
}

function promise<Result>(): PromiseWithResolvers<Result> {
  let resolve: (result: Result) => void = () => {};
  const result = new Promise<Result>((done) => {
    resolve = done;
  });
  return { result, resolve };
}

interface Worker<Place> {
  readonly atHand: () => number;
  readonly give: (place: Place) => void;
  readonly end: () => void;
}

/** @param died is told of the places at hand, the one under way first */
function start<Place extends { readonly task: unknown }, Result>(
  script: string,
  order: unknown,
  {
    answered,
    died,
  }: {
    readonly answered: (place: Place, result: Result) => void;
    readonly died: (places: readonly Place[]) => void;
  },
): Worker<Place> {
  const child: ChildProcess = fork(script, {
    // An interrupt from the terminal is for the program alone: it ends its workers when all is written.
    detached: process.platform !== 'win32',
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...OPTIONS],
  });
  const places: Place[] = [];
  let dead = false;
  const die = (): void => {
    if (dead) return;
    dead = true;
    died(places);
  };
  // A worker that is gone already is noticed when it is sent something.
  const send = (message: unknown): void => {
    child.send(message as object, (error) => {
      if (error) die();
    });
  };
  child.on('message', (result: Result) => {
    const place = places.shift();
    if (place) answered(place, result);
  });
  child.on('exit', die);
  child.on('error', die);
  send(order);
  return {
    atHand: () => places.length,
    give: (place) => {
      places.push(place);
      send(place.task);
    },
    // Not `disconnect`: in the middle of a message Node.js then waits for its rest, and throws that away when it comes.
    end: () => {
      child.kill();
    },
  };
}
