/**
 * Compiles what the program reads at run time into `dist/`: the checked dictionaries as one JSON file and the
 * JSON Schema of the reports. Run by `npm run build` and before the tests.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDictionaries } from '../src/dictionaries/load.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { buildSchema } from './build-schema.js';

export async function buildData(): Promise<void> {
  const dist = join(packageRoot(), 'dist');
  await mkdir(dist, { recursive: true });
  const dictionaries = await loadDictionaries([join(packageRoot(), 'dictionaries')]);
  await writeFile(join(dist, 'dictionaries.json'), JSON.stringify(dictionaries));
  await buildSchema();
}

if (process.argv[1]?.endsWith('build-data.ts')) await buildData();
