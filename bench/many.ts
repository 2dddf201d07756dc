import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds for a folder of documents in one process and in one for each core. */
export function manyDocuments(
  cli: string,
  corpus: string,
  count: number,
): { readonly one: number; readonly all: number; readonly workers: number } {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'));
  try {
    const names = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
    for (let i = 0; i < count; i++)
      cpSync(join(corpus, names[i % names.length] ?? ''), join(folder, `${i}.txt`));
    const workers = availableParallelism();
    const seconds = (jobs: number): number => {
      const started = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        [cli, 'check', folder, '--format', 'jsonl', '--jobs', String(jobs)],
        { encoding: 'utf8', maxBuffer: 1 << 30 },
      );
      if (status !== 0 && status !== 1) throw new Error(stderr);
      return (performance.now() - started) / 1000;
    };
    return { one: seconds(1), all: seconds(workers), workers };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
