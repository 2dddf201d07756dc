/**
 * Compiles what the program reads at run time into `dist/`: the checked dictionaries as one JSON file, their phrases
 * laid out for the search, the JSON Schemas, and the tables of Chinese character codes that PDFs need; also the licences
 * of the packages in `dist/bundle.cjs`. Run by `npm run build` and before the tests.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { loadDictionaries } from '../src/dictionaries/load.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { phraseTable } from '../src/language/phrase-table.js';
import { buildSchema } from './build-schema.js';

export async function buildData(): Promise<void> {
  const dist = join(packageRoot(), 'dist');
  await mkdir(dist, { recursive: true });
  const dictionaries = await loadDictionaries([join(packageRoot(), 'dictionaries')]);
  await writeFile(join(dist, 'dictionaries.json'), JSON.stringify(dictionaries));
  await writeFile(join(dist, 'phrases.bin'), serialize(phraseTable(dictionaries)));
  await buildSchema();
  await copyCharacterMaps(join(dist, 'cmaps'));
  await writeLicences(dist);
}

/** Without them a PDF whose Chinese fonts are not embedded gives no text. pdfjs-dist, Apache-2.0; Adobe's, BSD. */
async function copyCharacterMaps(target: string): Promise<void> {
  const source = join(packageRoot(), 'node_modules', 'pdfjs-dist', 'cmaps');
  await mkdir(target, { recursive: true });
  for (const name of await readdir(source))
    if (/^(?:Adobe-GB1|GB|UniGB|LICENSE)/.test(name)) await copyFile(join(source, name), join(target, name));
}

/** The bundle names the files that it was made of. */
async function writeLicences(dist: string): Promise<void> {
  const bundle = await readFile(join(dist, 'bundle.cjs'), 'utf8');
  const packages = bundle.matchAll(/^\/\/#region node_modules\/((?:@[^/\n]+\/)?[^/\n]+)/gm);
  const licences: string[] = [];
  for (const name of [...new Set(Array.from(packages, ([, name = '']) => name))].sort()) {
    const folder = join(packageRoot(), 'node_modules', name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence`);
    licences.push(`${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`);
  }
  await writeFile(join(dist, 'bundle.licences.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
}

if (process.argv[1]?.endsWith('build-data.ts')) await buildData();
