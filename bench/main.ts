/**
 * Measures the built package against bare nodejieba; run `npm run build` before.
 *
 *     npm run bench              prints the table
 *     npm run bench -- --check   and exits with 1 when a ratio is over its limit
 *
 * Machines differ and are noisy, so every figure is a ratio of medians of interleaved rounds in one run.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { coldStart } from './cold-start.js';
import { type Comparison, ratio } from './compare.js';
import { warmAnalysis } from './warm-analysis.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const SAMPLE = pathOf('corpus/2021-district-deputy-secretary.txt');

try {
  createRequire(import.meta.url)('nodejieba').cut('');
} catch {
  console.error('The benchmark needs nodejieba, and it does not run here: npm rebuild nodejieba');
  process.exit(2);
}

if (!existsSync(pathOf('dist/cli.js'))) {
  console.error('Nothing to measure yet: npm run build');
  process.exit(2);
}

const comparisons = [
  coldStart({ cli: pathOf('dist/cli.js'), sample: SAMPLE, rounds: 11, limit: 0.6 }),
  await warmAnalysis({ index: pathOf('dist/index.js'), sample: SAMPLE, rounds: 41, limit: 2.5 }),
];
for (const line of table(comparisons)) console.log(line);
if (process.argv.includes('--check') && comparisons.some((one) => ratio(one) > one.limit))
  process.exitCode = 1;

function table(rows: readonly Comparison[]): readonly string[] {
  const cells = [
    ['', 'ours', 'nodejieba', 'ratio', 'limit', ''],
    ...rows.map((row) => [
      row.name,
      `${row.ours.toFixed(1)} ms`,
      `${row.theirs.toFixed(1)} ms`,
      ratio(row).toFixed(2),
      row.limit.toFixed(2),
      ratio(row) > row.limit ? 'over' : 'ok',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}
