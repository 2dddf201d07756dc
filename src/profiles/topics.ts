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
  readonly #positions: ReadonlyMap<string, number>;
  readonly #counts: BayesCounts;
  readonly #likelihoods = new Map<string, Float64Array>();

  constructor({ topics, features, vocabulary, classifier }: Omit<MappingModel, 'weights' | 'threshold'>) {
    this.#topics = topics.map(({ name }) => name);
    this.#phrases = new Phrases(features.slice(0, vocabulary));
    this.#positions = new Map(features.map((feature, i) => [feature, i]));
    this.#counts = classifier;
  }

  /**
   * The words of a text that the classifier knows, each once.
   *
   * @param text the words joined
   */
  known(words: readonly string[], text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const word of words) if (word.length > 1 && this.#positions.has(word)) found.add(word);
    for (const phrase of this.#phrases.in(text)) found.add(phrase);
    return found;
  }

  /**
   * Probability of each topic, in the order of the model, all topics being equally frequent.
   *
   * @param words such as `known` gave
   * @param calm 0 takes the words as independent witnesses; 1 as one witness, however many there are
   */
  posterior(words: ReadonlySet<string>, calm: number): Float64Array {
    const sum = new Float64Array(this.#topics.length);
    for (const word of words) {
      const likelihood = this.#likelihood(word);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (likelihood[i] ?? 0);
    }
    const scale = Math.max(1, words.size) ** calm;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) / scale;
    return softmax(sum);
  }

  /** Logarithm of the share of each topic's texts that hold the word. */
  #likelihood(word: string): Float64Array {
    const before = this.#likelihoods.get(word);
    if (before) return before;
    const likelihood = new Float64Array(this.#topics.length);
    const position = this.#positions.get(word);
    if (position !== undefined) {
      const { smoothing, classTotals, classFeatures } = this.#counts;
      this.#topics.forEach((topic, i) => {
        const count = classFeatures[topic]?.[position] ?? smoothing;
        likelihood[i] = Math.log(count / (classTotals[topic] ?? 1));
      });
    }
    this.#likelihoods.set(word, likelihood);
    return likelihood;
  }
}

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
