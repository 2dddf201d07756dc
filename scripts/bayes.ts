import { createRequire } from 'node:module';
import type { BayesCounts } from '../src/profiles/mapping-model.js';

/** What is used of natural's `BayesClassifier`, which has no types of its own. */
export interface Bayes {
  /** An array of tokens: a string would be cut by English rules, which leave nothing of Chinese. */
  addDocument(tokens: readonly string[], label: string): void;
  train(): void;
  /** 1 for each feature among the tokens, in the order of `features`. natural's own goes through all pairs. */
  textToFeatures(tokens: readonly string[]): readonly number[];
  /** Each token, and in how many documents. */
  readonly features: Readonly<Record<string, number>>;
  /** The classifier proper, which takes positions of features in place of tokens. */
  readonly classifier: BayesCounts & {
    getClassifications(
      features: Readonly<Record<string, number>>,
    ): readonly { readonly label: string; readonly value: number }[];
  };
}

/** natural's classifier, by its own file: `import 'natural'` loads database clients and reads `.env`. */
export const BayesClassifier: new (stemmer: undefined, smoothing: number) => Bayes = createRequire(
  import.meta.url,
)('natural/lib/natural/classifiers/bayes_classifier');
