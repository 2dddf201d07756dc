/**
 * Quality on the corpus by format: each document as Word file, and that converted by LibreOffice, against its text.
 * `npm run eval:formats [-- FORMAT…]`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { toJson } from '../src/report/json.js';
import { convert, makeWord, paragraphsOf } from '../tests/document/formats/conversion.js';
import { type CorpusDocument, loadCorpus } from '../tests/eval/gold.js';
import { scoreDocument } from '../tests/eval/score.js';
import { contractDocument, knownRules, sharedAnalyzer } from '../tests/eval/system.js';
import { table } from '../tests/eval/table.js';
import { headline, type Tally } from '../tests/eval/tally.js';

/** How far a format may stay behind the text. */
const TOLERANCE = 0.02;

const analyzer = await sharedAnalyzer();
const rules = knownRules();

async function problemsOf(document: CorpusDocument, path: string): Promise<number | string> {
  try {
    const { analysis, findings } = analyzer.check(await analyzer.read(path));
    const read = contractDocument.parse(toJson(analysis, findings, { includeText: true }));
    return measure(scoreDocument(document.gold, read, rules).tallies.problems);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const measure = (tally: Tally | undefined): number => (tally === undefined ? 0 : (headline(tally) ?? 0));

const corpus = await loadCorpus(join(packageRoot(), 'corpus'));
const asked = process.argv.slice(2);
const formats = asked.length > 0 ? asked : ['docx', 'pdf', 'odt', 'html', 'doc'];
const words = new Map<string, Uint8Array>();
for (const { name, path } of corpus) words.set(name, await makeWord(paragraphsOf(await analyzer.read(path))));
const files = new Map(
  formats.map((format) => [format, format === 'docx' ? words : convert(words, 'docx', format)]),
);

const folder = await mkdtemp(join(tmpdir(), 'duizhao-formats-'));
let behind = 0;
const rows: string[][] = [];
for (const document of corpus) {
  const text = await problemsOf(document, document.path);
  const row = [document.name, typeof text === 'number' ? text.toFixed(3) : text];
  for (const format of formats) {
    const path = join(folder, `${document.name}.${format}`);
    await writeFile(path, files.get(format)?.get(document.name) ?? '');
    const found = await problemsOf(document, path);
    const near = typeof found === 'number' && typeof text === 'number' && found >= text - TOLERANCE;
    if (!near) behind++;
    row.push((typeof found === 'number' ? found.toFixed(3) : found) + (near ? '' : ' !'));
  }
  rows.push(row);
}
await rm(folder, { recursive: true });
console.log(table(['document', 'txt', ...formats], rows));
console.log(
  behind === 0
    ? `All within ${TOLERANCE} of the text.`
    : `${behind} more than ${TOLERANCE} behind the text (!).`,
);
process.exitCode = behind === 0 ? 0 : 1;
