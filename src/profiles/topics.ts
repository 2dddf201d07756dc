import { type Bayes, bayes } from './bayes.js';
import type { MappingModel } from './mapping-model.js';
import { Phrases } from './phrases.js';

/** What a text is about: natural's classifier over topics, made to tell how much each word says. */
export class Topics {
  readonly #names: readonly string[];
  readonly #phrases: Phrases;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #bayes: Bayes;
  /** Logarithm of each topic's share among the training texts. */
  readonly #priors: Float64Array;
  readonly #likelihoods = new Map<string, Float64Array>();

  constructor({ topics, features, vocabulary, classifier }: Omit<MappingModel, 'weights' | 'threshold'>) {
    this.#names = topics.map(({ name }) => name);
    this.#phrases = new Phrases(features.slice(0, vocabulary));
    this.#positions = new Map(features.map((feature, i) => [feature, i]));
    this.#bayes = bayes().restore({ classifier: { ...classifier }, docs: [], features: {} });
    this.#priors = Float64Array.from(this.#names, (name) =>
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
    const sum = new Float64Array(this.#names.length);
    for (const word of words) {
      const likelihood = this.#likelihood(word);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (likelihood[i] ?? 0);
    }
    const scale = Math.max(1, words.size) ** calm;
    return softmax(sum.map((value) => value / scale));
  }

  /** Logarithm of the share of each topic's texts that hold the word. Words add up, where products would be 0. */
  #likelihood(word: string): Float64Array {
    const before = this.#likelihoods.get(word);
    if (before) return before;
    const likelihood = new Float64Array(this.#names.length);
    const position = this.#positions.get(word);
    if (position !== undefined) {
      const values = new Map(
        this.#bayes.classifier
          .getClassifications({ word: position })
          .map(({ label, value }) => [label, value]),
      );
      this.#names.forEach((name, i) => {
        likelihood[i] = Math.log(values.get(name) ?? 0) - (this.#priors[i] ?? 0);
      });
    }
    this.#likelihoods.set(word, likelihood);
    return likelihood;
  }
}

/** Turns scores into shares of one. */
export function softmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}
