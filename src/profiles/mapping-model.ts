import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';

/** What natural's `BayesClassifier` has counted. */
export interface BayesCounts {
  readonly smoothing: number;
  /** Documents by label, one more than there were. */
  readonly classTotals: Readonly<Record<string, number>>;
  readonly totalExamples: number;
  /** Label → position of feature → documents with it, and the smoothing. */
  readonly classFeatures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What mapping by content has learned; `dictionaries/mapping/model.json`, see the README there. */
export interface MappingModel {
  /** Classes of the classifier, each with the theme it belongs to. */
  readonly topics: readonly { readonly name: string; readonly theme: string }[];
  /** Words that the classifier knows, by position. */
  readonly features: readonly string[];
  readonly classifier: BayesCounts;
  /** How much each of `FEATURES` counts. */
  readonly weights: readonly number[];
  /** Confidence below which the answer is “not clear”. */
  readonly threshold: number;
}

/** The package's own model. */
export const readMappingModel = (): MappingModel =>
  JSON.parse(
    readFileSync(join(packageRoot(), 'dictionaries', 'mapping', 'model.json'), 'utf8'),
  ) as MappingModel;
