import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPool } from '../../src/batch/pool.js';

const script = resolve('tests/batch/fake-worker.cjs');

interface Result {
  readonly task: string;
  /** As the worker was told. */
  readonly order: string | null;
  /** Number of the process. */
  readonly by: number | null;
}

const pool = (tasks: readonly string[], workers: number): AsyncGenerator<Result, void, undefined> =>
  runPool<string, Result>(tasks, {
    workers,
    script,
    order: '甲',
    lost: (task) => ({ task, order: null, by: null }),
  });

async function all(tasks: readonly string[], workers: number): Promise<readonly Result[]> {
  const results: Result[] = [];
  for await (const result of pool(tasks, workers)) results.push(result);
  return results;
}

describe('a pool of processes', () => {
  it('gives results in the order of the tasks, whoever is ready first', async () => {
    const tasks = [
      'slow-0',
      ...Array.from({ length: 30 }, (_, i) => `${i % 7 === 3 ? 'slow' : 'fast'}-${i + 1}`),
    ];
    expect((await all(tasks, 3)).map(({ task }) => task)).toEqual(tasks);
  });

  it('divides the tasks among its processes, which all know the order', async () => {
    const results = await all(
      Array.from({ length: 12 }, (_, i) => `slow-${i}`),
      2,
    );
    expect(new Set(results.map(({ by }) => by)).size).toBe(2);
    expect(new Set(results.map(({ order }) => order))).toEqual(new Set(['甲']));
  });

  it.skipIf(process.platform === 'win32')('is out of reach of an interrupt from the terminal', async () => {
    const groups: string[] = [];
    for await (const { by } of pool(['a', 'b', 'c', 'd'], 2))
      groups.push(spawnSync('ps', ['-o', 'pgid=', '-p', String(by)], { encoding: 'utf8' }).stdout.trim());
    const own = spawnSync('ps', ['-o', 'pgid=', '-p', String(process.pid)], {
      encoding: 'utf8',
    }).stdout.trim();
    expect(own).toMatch(/^\d+$/);
    expect(groups).toHaveLength(4);
    expect(groups).not.toContain(own);
    expect(groups).not.toContain('');
  });

  it('loses one task to a process that dies', async () => {
    const results = await all(['a', 'abort', 'b', 'exit', 'c', 'd'], 2);
    expect(results.map(({ task, by }) => [task, by !== null])).toEqual([
      ['a', true],
      ['abort', false],
      ['b', true],
      ['exit', false],
      ['c', true],
      ['d', true],
    ]);
  });

  it('loses none of the tasks that a process that dies had not begun', async () => {
    const tasks = ['abort-0', ...Array.from({ length: 8 }, (_, i) => `slow-${i}`), 'exit-9', 'a', 'b', 'c'];
    const results = await all(tasks, 2);
    expect(results.map(({ task }) => task)).toEqual(tasks);
    expect(results.filter(({ by }) => by === null).map(({ task }) => task)).toEqual(['abort-0', 'exit-9']);
  });

  it('ends its processes when nobody wants more', async () => {
    for await (const { task } of pool(['a', 'b', 'c'], 2)) {
      expect(task).toBe('a');
      break;
    }
  });
});
