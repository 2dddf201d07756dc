/**
 * Measures the built package against bare nodejieba, and the reader of Word files against a bare XML parser; run `npm run build` before.
 *
 *     npm run bench              prints the tables
 *     npm run bench -- --check   and exits with 1 when a ratio is over its limit
 *
 * Machines differ and are noisy: times are told as ratios of medians of interleaved rounds in one run.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { coldStart } from './cold-start.js';
import { type Comparison, ratio } from './compare.js';
import { growth } from './growth.js';
import { type Memory, manyDocuments, manyInMemory, type Time, WORKERS } from './many.js';
import { measure, peakOf } from './usage.js';
import { warmAnalysis } from './warm-analysis.js';
import { wordFiles } from './word-files.js';
import { yearOverYear } from './year-over-year.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const SAMPLE = pathOf('corpus/2021-district-deputy-secretary.txt');
const CLI = pathOf('dist/cli.js');
/** In UTF-16 units, about 10 kB to 10 MB as UTF-8. */
const LENGTHS = [3_500, 35_000, 350_000, 3_500_000] as const;
const DOCUMENTS = 500;
const ROUNDS = 5;
/** Times as fast with two cores: wanted, unless the machine itself allows no more; then this share of what it allows. */
const FASTER = 1.7;
const OF_ALLOWED = 0.9;
/** Memory for the many must be hardly above that for the few. */
const [FEW, MANY] = [1_000, 4_000];
const FLAT = 1.25;
const YEARS = [
  '2018-city-transport-deputy',
  '2020-vocational-principal',
  '2021-district-deputy-secretary',
  '2022-district-deputy-secretary',
  '2024-county-water-deputy',
].map((name) => pathOf(`corpus/${name}.txt`));

try {
  createRequire(import.meta.url)('nodejieba').cut('');
} catch {
  console.error('The benchmark needs nodejieba, and it does not run here: npm rebuild nodejieba');
  process.exit(2);
}

if (!existsSync(CLI)) {
  console.error('Nothing to measure yet: npm run build');
  process.exit(2);
}

const comparisons = [
  coldStart({ cli: CLI, sample: SAMPLE, rounds: 11, limit: 0.6 }),
  ...(await warmAnalysis({
    index: pathOf('dist/index.js'),
    sample: SAMPLE,
    rounds: 121,
    // Mapping may take a fifth of the whole: 1 / (1 - 0.2).
    limits: { analyze: 2.5, check: 1.6, mapping: 1.2 },
  })),
  // Against the analyses of the documents alone.
  await yearOverYear({ index: pathOf('dist/index.js'), samples: YEARS, rounds: 41, limit: 1.5 }),
  // Reading against a bare scan of the same XML with saxes, commenting against one second.
  ...(await wordFiles({
    sample: SAMPLE,
    length: 2_000_000,
    comments: 300,
    rounds: 15,
    limits: { read: 2, comment: 1 },
  })),
];
for (const line of table(comparisons)) console.log(line);

const alone = await measure(CLI, ['check', SAMPLE, '--quiet', '--jobs', '1']);
console.log(`\nmemory: duizhao check of the same file takes ${peakOf(alone, false).toFixed(0)} MB at most`);

console.log('\ngrowth: analysis and rules, milliseconds for 10,000 characters of a text of');
for (const { length, per10k } of await growth({
  index: pathOf('dist/index.js'),
  sample: SAMPLE,
  lengths: LENGTHS,
}))
  console.log(`${length.toLocaleString('en').padStart(12)} characters  ${per10k.toFixed(1).padStart(6)}`);

const corpus = readdirSync(pathOf('corpus'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => pathOf(`corpus/${name}`));
let slow = false;
for (const [name, texts] of [
  ['the texts of the corpus', corpus],
  ['the sample', [SAMPLE]],
] as const) {
  const { one, all, apart } = await manyDocuments(CLI, texts, DOCUMENTS, ROUNDS);
  console.log(`\nmany: ${DOCUMENTS} Word files of ${name}, the quickest of ${ROUNDS} rounds
${speedRow('in one process', one, one)}
${speedRow(`in ${WORKERS} workers`, all, one)}
${speedRow(`by ${WORKERS} programs, a share each`, apart, one)}, what the machine allows`);
  const faster = ({ took }: Time): number => one.took / took;
  slow ||= WORKERS > 1 && faster(all) < Math.min(FASTER, OF_ALLOWED * faster(apart));
}

const few = await manyInMemory(CLI, corpus, FEW);
const many = await manyInMemory(CLI, corpus, MANY);
console.log('\nmemory for many documents, MB at most');
for (const { documents, one, parent, worker } of [few, many])
  console.log(
    `${documents.toLocaleString('en').padStart(12)} documents  in one process ${one.toFixed(0)}, in several ${parent.toFixed(0)} and ${worker.toFixed(0)} for each worker`,
  );

const together = ({ parent, worker }: Memory): number => parent + WORKERS * worker;
const grows = many.one > FLAT * few.one || together(many) > FLAT * together(few);
if (process.argv.includes('--check') && (slow || grows || comparisons.some((one) => ratio(one) > one.limit)))
  process.exitCode = 1;

function speedRow(name: string, { took, busiest }: Time, one: Time): string {
  const times = (own: number, single: number): string => (single / own).toFixed(2);
  return `  ${name.padEnd(28)} ${took.toFixed(1).padStart(5)} s, ${times(took, one.took)} times as fast; processor of the busiest ${busiest.toFixed(1)} s, ${times(busiest, one.busiest)}`;
}

function table(rows: readonly Comparison[]): readonly string[] {
  const cells = [
    ['', 'ours', 'against', 'ratio', 'limit', ''],
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
