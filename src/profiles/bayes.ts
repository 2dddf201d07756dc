import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';

/** What is used of natural's `BayesClassifier`, which has no types of its own. */
export interface Bayes {
  /** An array of tokens: a string would be cut by English rules, which leave nothing of Chinese. */
  addDocument(tokens: readonly string[], label: string): void;
  train(): void;
  getClassifications(tokens: readonly string[]): readonly Classification[];
  /** 1 for each feature among the tokens, in the order of `features`. natural's own goes through all pairs. */
  textToFeatures(tokens: readonly string[]): readonly number[];
  /** Each token, and in how many documents. */
  readonly features: Readonly<Record<string, number>>;
  /** The classifier proper, which takes positions of features in place of tokens. */
  readonly classifier: BayesCounts & {
    getClassifications(features: Readonly<Record<string, number>>): readonly Classification[];
  };
}

interface Classification {
  readonly label: string;
  /** Likelihood of the tokens times the share of the label: no probability, and 0 for some hundred tokens. */
  readonly value: number;
}

/** What a trained classifier has counted. */
export interface BayesCounts {
  readonly smoothing: number;
  /** Documents by label, one more than there were. */
  readonly classTotals: Readonly<Record<string, number>>;
  readonly totalExamples: number;
  /** Label → position of feature → documents with it, and the smoothing. */
  readonly classFeatures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface BayesModule {
  new (stemmer: undefined, smoothing: number): Bayes;
  /** Makes a classifier of what `JSON.parse` gave; changes its argument. */
  restore(saved: object): Bayes;
}

/**
 * natural's classifier. Loaded when first asked for: few documents need it, and it takes some milliseconds.
 * The package holds it as one file; the whole of natural would load database clients.
 */
export function bayes(): BayesModule {
  if (loaded) return loaded;
  const bundled = join(packageRoot(), 'dist', 'bayes-classifier.cjs');
  const required: BayesModule = require(
    existsSync(bundled) ? bundled : 'natural/lib/natural/classifiers/bayes_classifier',
  );
  loaded = required;
  return required;
}

const require = createRequire(import.meta.url);
let loaded: BayesModule | undefined;
