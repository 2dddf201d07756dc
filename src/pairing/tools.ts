import type { Analysis } from '../analysis.js';
import type { Dictionaries } from '../dictionaries/schema.js';
import type { NumberTable } from '../language/number-table.js';
import { fieldCategory } from '../language/phrase-table.js';
import { type OwnBigrams, ownBigrams, readCommonBigrams } from './common-ground.js';
import { type ProblemIndex, problemIndex } from './problem-index.js';
import { type Rarity, readRarity } from './rarity.js';
import { remembered } from './remembered.js';

/** What pairing takes from the dictionaries. */
export interface PairingTools {
  /** The problems of a document by their words. */
  readonly problemsOf: (analysis: Analysis) => ProblemIndex;
  readonly ownBigramsOf: (analysis: Analysis) => OwnBigrams;
  /** Read when it is first needed. */
  readonly rarity: () => Rarity;
}

/** The plain phrases of a category. */
export const phrasesOf = ({ categories }: Dictionaries, category: string): ReadonlySet<string> =>
  new Set(categories[category]?.phrases);

let known: { readonly rarity: Rarity; readonly commonBigrams: NumberTable } | undefined;
const counted = () => {
  known ??= { rarity: readRarity(), commonBigrams: readCommonBigrams() };
  return known;
};

export const pairingTools = remembered((dictionaries: Dictionaries): PairingTools => {
  const stopWords = phrasesOf(dictionaries, 'link-stop');
  const fields = dictionaries.fields.map(({ id }) => fieldCategory(id));
  return {
    problemsOf: remembered((analysis) => problemIndex(analysis, { stopWords, fields })),
    ownBigramsOf: remembered((analysis) => ownBigrams(analysis, counted().commonBigrams)),
    rarity: () => counted().rarity,
  };
});
