import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/batch/job.js';
import { runPool } from '../../src/batch/pool.js';
import { isFailed, type Outcome } from '../../src/report/outcome.js';

const worker = resolve('tests/batch/fake-worker.cjs');
const job = (file: string): Job => ({
  file,
  encoding: undefined,
  revisions: undefined,
  dictionaries: [],
  analyze: {},
  rules: null,
  previous: [],
  debug: false,
});
const said = (outcome: Outcome): string => (isFailed(outcome) ? `${outcome.file} ${outcome.error.code}` : '');

async function all(names: readonly string[], workers: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of runPool(names.map(job), workers, worker)) outcomes.push(outcome);
  return outcomes;
}

describe('a pool of processes', () => {
  it('gives outcomes in the order of the jobs, whoever is ready first', async () => {
    const names = [
      'slow-0',
      ...Array.from({ length: 30 }, (_, i) => `${i % 7 === 3 ? 'slow' : 'fast'}-${i + 1}`),
    ];
    expect((await all(names, 3)).map(said)).toEqual(names.map((name) => `${name} done`));
  });

  it('divides the jobs among its processes', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `slow-${i}`);
    const pids = (await all(names, 2)).map((outcome) => (isFailed(outcome) ? outcome.error.message : ''));
    expect(new Set(pids).size).toBe(2);
  });

  it('loses one document to a process that dies, and says so', async () => {
    const outcomes = await all(['a', 'abort', 'b', 'exit', 'c', 'd'], 2);
    expect(outcomes.map(said)).toEqual([
      'a done',
      'abort internal',
      'b done',
      'exit internal',
      'c done',
      'd done',
    ]);
    expect(outcomes[1]).toMatchObject({
      error: { message: expect.stringMatching(/^abort：.*意外中止/) as string },
    });
  });

  it('ends its processes when nobody wants more', async () => {
    for await (const outcome of runPool(['a', 'b', 'c'].map(job), 2, worker)) {
      expect(said(outcome)).toBe('a done');
      break;
    }
  });
});
