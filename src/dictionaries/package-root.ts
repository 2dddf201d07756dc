import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** Folder of this package, whether the program runs from `src/` or from `dist/`. */
export function packageRoot(): string {
  if (found) return found;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && readFileSync(file, 'utf8').includes('"name": "duizhao"')) {
      found = folder;
      return folder;
    }
    if (folder === dirname(folder)) throw new Error('package.json of duizhao not found');
  }
}
