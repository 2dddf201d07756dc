import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../src/index.js';
import { makeWord, paragraphsOf } from '../tests/document/formats/conversion.js';
import { type Measured, measure, peakOf } from './usage.js';

/** Of several rounds the quickest, since whatever else runs only slows down. In seconds. */
export interface Time {
  /** From start to end. */
  readonly took: number;
  /** Of the processor, by the process that used most. */
  readonly busiest: number;
}

export interface Speed {
  readonly one: Time;
  /** In as many workers as there are cores. */
  readonly all: Time;
  /** That many programs side by side, each over its share of the documents: what the machine allows. */
  readonly apart: Time;
}

/** Peak memory in MB. */
export interface Memory {
  readonly documents: number;
  /** Of a run in one process. */
  readonly one: number;
  /** Of a run in several: the program itself, and the largest of its workers. */
  readonly parent: number;
  readonly worker: number;
}

export const WORKERS = availableParallelism();

export const manyDocuments = (
  cli: string,
  texts: readonly string[],
  count: number,
  rounds: number,
): Promise<Speed> =>
  withCopies(texts, count, async (folder, shares) => {
    const times = { one: [] as Time[], all: [] as Time[], apart: [] as Time[] };
    for (let round = 0; round < rounds; round++) {
      times.one.push(timeOf([await check(cli, folder, 1)]));
      times.all.push(timeOf([await check(cli, folder, WORKERS)]));
      times.apart.push(timeOf(await Promise.all(shares.map((share) => check(cli, share, 1)))));
    }
    return { one: quickest(times.one), all: quickest(times.all), apart: quickest(times.apart) };
  });

const timeOf = (runs: readonly Measured[]): Time => ({
  took: Math.max(...runs.map(({ seconds }) => seconds)),
  busiest: Math.max(...runs.flatMap(({ processes }) => processes.map(({ processor }) => processor))),
});

const quickest = (times: readonly Time[]): Time => ({
  took: Math.min(...times.map(({ took }) => took)),
  busiest: Math.min(...times.map(({ busiest }) => busiest)),
});

export const manyInMemory = (cli: string, texts: readonly string[], count: number): Promise<Memory> =>
  withCopies(texts, count, async (folder) => {
    const one = await check(cli, folder, 1);
    const several = await check(cli, folder, Math.max(WORKERS, 2));
    return {
      documents: count,
      one: peakOf(one, false),
      parent: peakOf(several, false),
      worker: peakOf(several, true),
    };
  });

const check = (cli: string, folder: string, jobs: number): Promise<Measured> =>
  measure(cli, ['check', folder, '--format', 'jsonl', '--jobs', String(jobs)]);

/**
 * Gives a folder with copies of texts as Word files, in turn, and that many folders as there are cores with a share of
 * them each.
 */
async function withCopies<Result>(
  texts: readonly string[],
  count: number,
  use: (folder: string, shares: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    const folder = join(root, 'all');
    const shares = Array.from({ length: WORKERS }, (_, i) => join(root, `share-${i}`));
    for (const made of [folder, ...shares]) mkdirSync(made);
    const files = await Promise.all(texts.map(async (text) => makeWord(paragraphsOf(await read(text)))));
    for (let i = 0; i < count; i++) {
      const bytes = files[i % files.length] ?? new Uint8Array();
      // Another share each time a document comes round: none gets the long ones.
      const turn = (i % files.length) + Math.floor(i / files.length);
      for (const made of [folder, shares[turn % WORKERS] ?? folder])
        writeFileSync(join(made, `${i}.docx`), bytes);
    }
    return await use(folder, shares);
  } finally {
    rmSync(root, { recursive: true });
  }
}
