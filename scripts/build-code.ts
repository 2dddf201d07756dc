/**
 * Stores in `dist/` the code that V8 makes of the command line when it checks a text and a Word file, see
 * `src/cli/load-bundle.ts`. Run by `npm run build` and before the tests, after all else is built.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODE, compileBundle } from '../src/cli/load-bundle.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { read } from '../src/index.js';
import { makeWord, paragraphsOf } from '../tests/document/formats/conversion.js';

const dist = join(packageRoot(), 'dist');
const text = join(packageRoot(), 'corpus', '2021-district-deputy-secretary.txt');
const { script, exports: program } = compileBundle(join(dist, 'bundle.cjs'));
const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
try {
  const word = join(folder, 'draft.docx');
  await writeFile(word, await makeWord(paragraphsOf(await read(text))));
  process.argv.splice(2, process.argv.length, 'check', text, word, '--jobs', '1');
  process.stdout.write = () => true;
  await program.main();
} finally {
  await rm(folder, { recursive: true });
}
// Findings are no fault here.
if (process.exitCode !== 2) process.exitCode = 0;
await writeFile(join(dist, CODE), script.createCachedData());
