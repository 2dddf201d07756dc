/**
 * Counts by how many writers of the corpus each word is used, the more a writer's own the fewer. Writes
 * `dictionaries/pairing/writers.json`: with it, words that anybody writes do not tie the problems of two years.
 *
 * Run by hand when the corpus has grown: `npx tsx scripts/count-writers.ts`. Documents that are kept for the honest
 * test (`held`) are not read.
 */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { createAnalyzer } from '../src/index.js';
import { loadCorpus } from '../tests/eval/gold.js';

/** Words of one writer alone are not listed: that is what everybody's own words are. */
const LEAST = 2;

const analyzer = await createAnalyzer();
const byWriter = new Map<string, Set<string>>();
for (const { path, gold } of await loadCorpus(join(packageRoot(), 'corpus'))) {
  if (gold.split === 'held') continue;
  const { reading } = analyzer.analyze(await analyzer.read(path));
  // 2021-district-deputy-secretary.txt and 2022-district-deputy-secretary.txt are of one writer.
  const writer = basename(path).replace(/^\d+\w?-/, '');
  const used = byWriter.get(writer) ?? new Set();
  for (const word of reading.words.content([{ start: 0, end: reading.text.length }], new Set()))
    used.add(word);
  byWriter.set(writer, used);
}
const counts = new Map<string, number>();
for (const used of byWriter.values()) for (const word of used) counts.set(word, (counts.get(word) ?? 0) + 1);
const words = [...counts].filter(([, count]) => count >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1));

await writeFile(
  join(packageRoot(), 'dictionaries', 'pairing', 'writers.json'),
  `${JSON.stringify({ writers: byWriter.size, words: Object.fromEntries(words) }, null, 1)}\n`,
);
console.log(`${words.length} words of ${byWriter.size} writers`);
