import type { Dimension, Profile } from '../dictionaries/schema.js';
import { type Likeness, likenesses, type MappedText } from './likeness.js';
import type { MappingModel } from './mapping-model.js';
import { softmax } from './topics.js';

export { type MappedText, mappedText } from './likeness.js';

/** A dimension that a text may belong to. */
export interface Ranked {
  readonly dimension: Dimension;
  /** Calibrated: of ten texts mapped with 0.7 about seven are mapped right. */
  readonly confidence: number;
  /** Words that decided, strongest first; found out when asked for. */
  readonly words: readonly string[];
}

/** Lays texts beside the dimensions of a profile by their words. */
export interface ContentMapper {
  /** Confidence below which the answer is “not clear”. */
  readonly threshold: number;
  /** All dimensions of the profile, likeliest first. */
  rank(text: MappedText, profile: Profile): readonly Ranked[];
}

/**
 * Maps by what the model has learned of topics, and by the profile's own terms and wordings.
 *
 * @param read gives the model; called once, when a text is to be mapped
 */
export function contentMapper(read: () => MappingModel): ContentMapper {
  let loaded: { readonly model: MappingModel; readonly lay: ReturnType<typeof likenesses> } | undefined;
  const ready = () => {
    if (!loaded) {
      const model = read();
      loaded = { model, lay: likenesses(model) };
    }
    return loaded;
  };
  return {
    get threshold() {
      return ready().model.threshold;
    },
    rank: (text, profile) => {
      const { model, lay } = ready();
      const likeness = lay(text, profile);
      const confidence = confidences(likeness.values, model.weights);
      return profile.dimensions
        .map((dimension, i) => ranked(dimension, confidence[i] ?? 0, likeness))
        .sort((a, b) => b.confidence - a.confidence);
    },
  };
}

/** How sure each dimension is, together 1. */
export const confidences = (values: Likeness['values'], weights: readonly number[]): Float64Array =>
  softmax(
    Float64Array.from(values, (own) => own.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)),
  );

const ranked = (dimension: Dimension, confidence: number, likeness: Likeness): Ranked => ({
  dimension,
  confidence,
  get words() {
    return likeness.words(dimension);
  },
});
