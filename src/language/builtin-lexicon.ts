import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';
import { Lexicon } from './lexicon.js';
import { readPhraseTable } from './phrase-table.js';

/**
 * The lexicon of the package's own dictionaries, laid out by the build: laying it out takes longer than a check.
 *
 * @throws Error when the build has not been run
 */
export const builtinLexicon = (): Lexicon =>
  new Lexicon(readPhraseTable(readFileSync(join(packageRoot(), 'dist', 'phrases.json'), 'utf8')));
