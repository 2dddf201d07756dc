import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.js';
import type { Dictionaries } from './schema.js';

/**
 * The package's own dictionaries, compiled from `dictionaries/` by the build: reading one JSON file is many
 * times faster than parsing and checking the YAML at every start.
 *
 * @throws Error when the build has not been run
 */
export const builtinDictionaries = (): Dictionaries =>
  JSON.parse(readFileSync(join(packageRoot(), 'dist', 'dictionaries.json'), 'utf8')) as Dictionaries;
