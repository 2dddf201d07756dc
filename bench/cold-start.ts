import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Comparison, interleave } from './compare.js';

/** What anyone would write who only wants the words: nodejieba with its own dictionary. */
const BARE = `
  const nodejieba = require('nodejieba');
  nodejieba.load();
  nodejieba.cut(require('node:fs').readFileSync(process.argv[1], 'utf8'));
`;

/** The whole of `duizhao check FILE` in a new process against a bare script that cuts the same file. */
export function coldStart(options: {
  readonly cli: string;
  readonly sample: string;
  readonly rounds: number;
  readonly limit: number;
}): Comparison {
  const { cli, sample, rounds, limit } = options;
  const times = interleave(
    rounds,
    // 1 says that there are findings, but it is also how Node ends when a program breaks off.
    () => run([cli, 'check', sample], (status, output) => (status === 0 || status === 1) && output !== ''),
    () => run(['-e', BARE, sample], (status) => status === 0),
  );
  return { name: 'cold: duizhao check', ...times, limit };
}

/** @throws Error with the process's own words when it ends otherwise than expected */
function run(args: readonly string[], isDone: (status: number | null, output: string) => boolean): void {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (!isDone(status, stdout)) throw new Error(`node ${args[0]}: ${status ?? signal}\n${stderr}`);
}
