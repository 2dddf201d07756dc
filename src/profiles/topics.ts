import type { BayesCounts, MappingModel } from './mapping-model.js';
import { Phrases } from './phrases.js';

/**
 * What a text is about: naive Bayes over topics, from what natural's classifier counted in training. natural itself
 * multiplies the probabilities, which gives 0 for some hundred words, and would have to be loaded; so its counts are
 * read here, and each word's logarithm kept apart.
 */
export class Topics {
  readonly #topics: readonly string[];
  readonly #phrases: Phrases;
  readonly #counts: BayesCounts;
  readonly #features: readonly string[];
  /** Of each feature by topic the logarithm of the share of the topic's texts that hold it, once it has been met. */
  readonly #likelihoods: Float64Array[] = [];
  /** Of each feature the search in which it was last met. */
  readonly #met: Uint32Array;
  #search = 0;

  constructor({ topics, features, classifier }: Omit<MappingModel, 'weights' | 'threshold'>) {
    this.#topics = topics.map(({ name }) => name);
    this.#phrases = new Phrases(features);
    this.#features = features;
    this.#met = new Uint32Array(features.length);
    this.#counts = classifier;
  }

  /**
   * The words that stand in a text and that the classifier knows, each once.
   *
   * @param before those of the text in front
   */
  known(text: string, before: KnownWords = []): KnownWords {
    const search = ++this.#search;
    const met = this.#met;
    const found = [...before];
    for (const position of before) met[position] = search;
    this.#phrases.each(text, (position) => {
      if (met[position] === search) return;
      met[position] = search;
      found.push(position);
    });
    return found;
  }

  /** A known word as it is written. */
  word(position: number): string {
    return this.#features[position] ?? '';
  }

  /**
   * Probability of each topic, in the order of the model, all topics being equally frequent.
   *
   * @param calm 0 takes the words as independent witnesses; 1 as one witness, however many there are
   */
  posterior(words: KnownWords, calm: number): Float64Array {
    const sum = new Float64Array(this.#topics.length);
    for (const position of words) {
      const likelihoods = this.#likelihoods[position] ?? this.#lookUp(position);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (likelihoods[i] ?? 0);
    }
    const scale = Math.max(1, words.length) ** calm;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) / scale;
    return softmax(sum);
  }

  #lookUp(position: number): Float64Array {
    const { smoothing, classTotals, classFeatures } = this.#counts;
    const likelihoods = Float64Array.from(this.#topics, (topic) =>
      Math.log((classFeatures[topic]?.[position] ?? smoothing) / (classTotals[topic] ?? 1)),
    );
    this.#likelihoods[position] = likelihoods;
    return likelihoods;
  }
}

/** Words by their places among the features of the model. */
export type KnownWords = readonly number[];

/** Turns scores into shares of one. Plain loops: this runs for every word of a profile, mostly before they are compiled. */
export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  const shares = new Float64Array(scores.length);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp((scores[i] ?? 0) - top);
    shares[i] = share;
    total += share;
  }
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] ?? 0) / total;
  return shares;
}
