import { type Bayes, bayes } from './bayes.js';
import type { MappingModel } from './mapping-model.js';
import { Phrases } from './phrases.js';

/** What a text is about: natural's classifier over topics, made to tell how much each word says. */
export class Topics {
  /** Place of each topic in the model. */
  readonly #order: ReadonlyMap<string, number>;
  readonly #phrases: Phrases;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #bayes: Bayes;
  /** Logarithm of each topic's share among the training texts. */
  readonly #priors: Float64Array;
  readonly #likelihoods = new Map<string, Float64Array>();

  constructor({ topics, features, vocabulary, classifier }: Omit<MappingModel, 'weights' | 'threshold'>) {
    this.#order = new Map(topics.map(({ name }, i) => [name, i]));
    this.#phrases = new Phrases(features.slice(0, vocabulary));
    this.#positions = new Map(features.map((feature, i) => [feature, i]));
    this.#bayes = bayes().restore({ classifier: { ...classifier }, docs: [], features: {} });
    this.#priors = Float64Array.from(topics, ({ name }) =>
      Math.log((classifier.classTotals[name] ?? 0) / classifier.totalExamples),
    );
  }

  /** The words of a text that the classifier knows, each once. */
  known(words: readonly string[]): ReadonlySet<string> {
    const found = new Set(words.filter((word) => word.length > 1 && this.#positions.has(word)));
    for (const phrase of this.#phrases.in(words.join(''))) found.add(phrase);
    return found;
  }

  /**
   * Probability of each topic, in the order of the model, all topics being equally frequent.
   *
   * @param words such as `known` gave
   * @param calm 0 takes the words as independent witnesses; 1 as one witness, however many there are
   */
  posterior(words: ReadonlySet<string>, calm: number): Float64Array {
    const sum = new Float64Array(this.#priors.length);
    const scale = Math.max(1, words.size) ** calm;
    for (const word of words) {
      const likelihood = this.#likelihood(word);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (likelihood[i] ?? 0) / scale;
    }
    return softmax(sum);
  }

  /** Logarithm of the share of each topic's texts that hold the word. Words add up, where products would be 0. */
  #likelihood(word: string): Float64Array {
    const before = this.#likelihoods.get(word);
    if (before) return before;
    const likelihood = new Float64Array(this.#priors.length);
    const position = this.#positions.get(word);
    if (position !== undefined) {
      for (const { label, value } of this.#bayes.classifier.getClassifications({ word: position })) {
        const i = this.#order.get(label);
        if (i !== undefined) likelihood[i] = Math.log(value) - (this.#priors[i] ?? 0);
      }
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
