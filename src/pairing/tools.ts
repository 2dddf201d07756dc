import type { Dictionaries } from '../dictionaries/schema.js';
import { fieldCategory } from '../language/phrase-table.js';
import type { PairingTools } from './problem-words.js';

/** The plain phrases of a category. */
export const phrasesOf = ({ categories }: Dictionaries, category: string): ReadonlySet<string> =>
  new Set(categories[category]?.phrases.map(({ phrase }) => phrase));

/** What pairing takes from the dictionaries. */
export const pairingTools = (dictionaries: Dictionaries): PairingTools => ({
  stopWords: phrasesOf(dictionaries, 'link-stop'),
  fields: dictionaries.fields.map(({ id }) => fieldCategory(id)),
});
