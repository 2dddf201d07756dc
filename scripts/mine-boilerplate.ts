/**
 * Learns common wording: runs of words that stand in many documents of different writers, official wording left
 * out. Writes `dictionaries/lexicons/boilerplate-learned.yaml`.
 *
 * Run by hand when the corpus has grown: `npx tsx scripts/mine-boilerplate.ts`. Documents that are kept for the
 * honest test (`held`) are not read.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtinDictionaries } from '../src/dictionaries/builtin.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { createAnalyzer } from '../src/index.js';
import { loadCorpus } from '../tests/eval/gold.js';

/** Documents that must share a run, words in a run, and characters of it. */
const DOCUMENTS = 3;
const WORDS = { least: 2, most: 6 };
const ROLES: ReadonlySet<string> = new Set(['problems', 'causes', 'measures', 'rectification']);
const SHORTEST = 14;
const CHARACTERS = { least: 4, most: 14 };

const analyzer = await createAnalyzer();
const documents = (await loadCorpus(join(packageRoot(), 'corpus'))).filter(
  ({ gold }) => gold.split !== 'held',
);
const counts = new Map<string, number>();
for (const { path } of documents) {
  const { sentences, reading } = analyzer.analyze(await analyzer.read(path));
  const own = new Set<string>();
  // Headings are given; only what could be called empty talk is learned from.
  for (const sentence of sentences)
    if (ROLES.has(sentence.role) && sentence.text.length >= SHORTEST && sentence.evidence().length === 0)
      for (const run of runs(reading.text.slice(sentence.reading.start, sentence.reading.end))) own.add(run);
  for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
}

const { profiles, expressions } = builtinDictionaries();
const official = [
  ...profiles.flatMap(({ occasion, dimensions }) => [
    occasion,
    ...dimensions.flatMap(({ name, aliases }) => [name, ...aliases]),
  ]),
  ...expressions.map(({ phrase }) => phrase),
]
  .join('\n')
  .replace(/[“”]/g, '');
const common = [...counts].filter(([run, count]) => count >= DOCUMENTS && !official.includes(run));
// 学深悟透、融会贯 says no more than the longer run that it is cut from.
const learned = common
  .filter(
    ([run, count]) =>
      !common.some(([longer, of]) => longer.length > run.length && of === count && longer.includes(run)),
  )
  .map(([run]) => run)
  .sort();
const target = join(packageRoot(), 'dictionaries', 'lexicons', 'boilerplate-learned.yaml');
await writeFile(
  target,
  `# Wording common to at least ${DOCUMENTS} of ${documents.length} documents of different writers, official wording left out.
# Made by \`npx tsx scripts/mine-boilerplate.ts\`; do not edit.
source: learned from the corpus of this project
categories:
  common-wording:
    title: 常见的现成话
    phrases:
${learned.map((run) => `      - ${run}`).join('\n')}
`,
);
console.log(`${learned.length} runs from ${documents.length} documents`);

/** Runs of words without punctuation, figures and Latin letters. */
function runs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [stretch] of text.matchAll(/\p{Script=Han}+/gu)) {
    const words = analyzer.segmenter.words(stretch);
    for (let i = 0; i < words.length; i++)
      for (let n = WORDS.least; n <= WORDS.most && i + n <= words.length; n++) {
        const run = words.slice(i, i + n).join('');
        if (run.length >= CHARACTERS.least && run.length <= CHARACTERS.most) found.add(run);
      }
  }
  return found;
}
