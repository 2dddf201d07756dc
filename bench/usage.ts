import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one process used. */
export interface Usage {
  /** A worker of the program, or the program itself. */
  readonly worker: boolean;
  /** Seconds. */
  readonly processor: number;
  /** Most memory at any moment, in MB. */
  readonly peak: number;
}

export interface Measured {
  /** From start to end. */
  readonly seconds: number;
  readonly processes: readonly Usage[];
}

const PRELOAD = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Runs `duizhao` and takes down what it and its workers use; its result goes nowhere. */
export async function measure(cli: string, args: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-usage-'));
  const file = join(folder, 'usage');
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [cli, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(PRELOAD)}`, DUIZHAO_USAGE: file },
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    if (code !== 0 && code !== 1) throw new Error(said);
    const seconds = (performance.now() - started) / 1000;
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return { seconds, processes: lines.map((line) => JSON.parse(line) as Usage) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Peak memory in MB of the program itself, or of the largest of its workers. */
export const peakOf = ({ processes }: Measured, worker: boolean): number =>
  Math.max(...processes.filter((usage) => usage.worker === worker).map(({ peak }) => peak));
