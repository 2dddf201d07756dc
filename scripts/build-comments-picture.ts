/**
 * Takes the picture of a commented Word file for the README: `npm run build:comments-picture`. Needs LibreOffice, and
 * pdftoppm of poppler.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAnalyzer } from '../src/index.js';
import { libreOffice, makeWord, paragraphsOf } from '../tests/document/formats/conversion.js';

if (libreOffice === null) throw new Error('LibreOffice is not installed');
const analyzer = await createAnalyzer();
const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
try {
  const document = await analyzer.read('corpus/2021-district-deputy-secretary.txt');
  await writeFile(join(folder, 'draft.docx'), await makeWord(paragraphsOf(document)));
  const cli = resolve('dist/cli.js');
  execFileSync(process.execPath, [cli, 'check', 'draft.docx', '--to', 'commented.docx'], { cwd: folder });
  execFileSync(
    libreOffice,
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--convert-to',
      // With a sign where each comment stands.
      'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}',
      'commented.docx',
    ],
    { cwd: folder },
  );
  const picture = resolve('docs/comments');
  execFileSync(
    'pdftoppm',
    ['-r', '90', '-f', '1', '-l', '1', '-gray', '-singlefile', '-png', 'commented.pdf', picture],
    { cwd: folder },
  );
} finally {
  await rm(folder, { recursive: true });
}
