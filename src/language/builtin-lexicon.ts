import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { packageRoot } from '../dictionaries/package-root.js';
import { Lexicon } from './lexicon.js';
import type { PhraseTable } from './phrase-table.js';

/**
 * The lexicon of the package's own dictionaries, laid out by the build: laying it out takes longer than a check.
 *
 * @throws Error when the build has not been run
 */
export function builtinLexicon(): Lexicon {
  const table: PhraseTable = deserialize(readFileSync(join(packageRoot(), 'dist', 'phrases.bin')));
  return new Lexicon(table);
}
