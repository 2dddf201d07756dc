import type { Analysis } from '../analysis.js';
import type { Dictionaries } from '../dictionaries/schema.js';
import { fieldCategory } from '../language/phrase-table.js';
import { remembered } from '../remembered.js';
import { type BigramCounts, readBigramCounts, textBigrams } from './bigram-counts.js';
import { type OwnBigrams, ownBigrams } from './common-ground.js';
import { type ProblemIndex, problemIndex } from './problem-index.js';
import { type Rarity, readRarity } from './rarity.js';

/** What pairing takes from the dictionaries. */
export interface PairingTools {
  /** The problems of a document by what they can be known again by. */
  readonly problemsOf: (analysis: Analysis) => ProblemIndex;
  readonly ownBigramsOf: (analysis: Analysis) => OwnBigrams;
  /** Read when they are first needed. */
  readonly bigrams: () => BigramCounts;
  readonly rarity: () => Rarity;
}

/** The plain phrases of a category. */
export const phrasesOf = ({ categories }: Dictionaries, category: string): ReadonlySet<string> =>
  new Set(categories[category]?.phrases);

let known: BigramCounts | undefined;
const bigrams = (): BigramCounts => {
  known ??= readBigramCounts();
  return known;
};

let knownRarity: Rarity | undefined;
const rarity = (): Rarity => {
  knownRarity ??= readRarity();
  return knownRarity;
};

export const pairingTools = remembered((dictionaries: Dictionaries): PairingTools => {
  const stopWords = phrasesOf(dictionaries, 'link-stop');
  const fields = dictionaries.fields.map(({ id }) => fieldCategory(id));
  const bigramsOf = remembered((analysis: Analysis) => textBigrams(analysis.reading.text, bigrams()));
  return {
    problemsOf: remembered((analysis) =>
      problemIndex(analysis, {
        bigrams: bigramsOf(analysis),
        weights: bigrams().weights,
        stopWords,
        fields,
      }),
    ),
    ownBigramsOf: remembered((analysis) => ownBigrams(bigramsOf(analysis))),
    bigrams,
    rarity,
  };
});
