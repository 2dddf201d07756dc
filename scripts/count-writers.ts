/**
 * Counts by how many writers of the corpus words and bigrams are used, the more a writer's own the fewer. Documents
 * that are kept for the honest test (`held`) are not read. Run by hand when the corpus has grown; each counts for
 * itself, so that the one can be renewed without the other:
 *
 *     npx tsx scripts/count-writers.ts bigrams  writes dictionaries/pairing/bigrams.txt: bigrams that anybody writes tie
 *                                               no problems of two years, and make no documents one writer's
 *     npx tsx scripts/count-writers.ts words    writes dictionaries/pairing/writers.json: of the words that two problems
 *                                               share the rarest are told
 */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { type Analysis, createAnalyzer } from '../src/index.js';
import { hanPairs } from '../src/language/pairs.js';
import { loadCorpus } from '../tests/eval/gold.js';

/** What one writer alone uses is not listed: that is what everybody's own words are. */
const LEAST = 2;

type Reading = Analysis['reading'];

const wordsOf = ({ text, words }: Reading): Iterable<string> =>
  words.content([{ start: 0, end: text.length }], new Set());

const bigramsOf = ({ text }: Reading): Iterable<string> =>
  Array.from(hanPairs(text), (pair) => String.fromCharCode(pair >>> 16, pair & 0xffff));

/** By how many writers what `read` finds is used, where that is more than one; in the order of characters. */
async function count(
  read: (reading: Reading) => Iterable<string>,
): Promise<{ readonly writers: number; readonly counts: readonly (readonly [string, number])[] }> {
  const analyzer = await createAnalyzer();
  const byWriter = new Map<string, Set<string>>();
  for (const { path, gold } of await loadCorpus(join(packageRoot(), 'corpus'))) {
    if (gold.split === 'held') continue;
    const { reading } = analyzer.analyze(await analyzer.read(path));
    // 2021-district-deputy-secretary.txt and 2022-district-deputy-secretary.txt are of one writer.
    const writer = basename(path).replace(/^\d+\w?-/, '');
    const used = byWriter.get(writer) ?? new Set();
    for (const entry of read(reading)) used.add(entry);
    byWriter.set(writer, used);
  }
  const all = new Map<string, number>();
  for (const used of byWriter.values()) for (const entry of used) all.set(entry, (all.get(entry) ?? 0) + 1);
  const counts = [...all].filter(([, writers]) => writers >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1));
  return { writers: byWriter.size, counts };
}

async function write(name: string, content: string): Promise<void> {
  const file = join('dictionaries', 'pairing', name);
  await writeFile(join(packageRoot(), file), content);
  console.log(file);
}

const [what] = process.argv.slice(2);
if (what === 'words') {
  const { writers, counts } = await count(wordsOf);
  await write('writers.json', `${JSON.stringify({ writers, words: Object.fromEntries(counts) }, null, 1)}\n`);
} else if (what === 'bigrams') {
  const { writers, counts } = await count(bigramsOf);
  const lines = new Map<string, string>();
  for (const [bigram, own] of counts) {
    const first = bigram.charAt(0);
    lines.set(first, `${lines.get(first) ?? first}${bigram.charAt(1)}${Math.min(own, 9)}`);
  }
  await write('bigrams.txt', `${[writers, ...lines.values()].join('\n')}\n`);
} else {
  console.error('usage: npx tsx scripts/count-writers.ts words|bigrams');
  process.exitCode = 2;
}
