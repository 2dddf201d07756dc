import type { Analysis, Sentence } from './analysis.js';
import { remembered } from './remembered.js';

/** The sentences of each problem, cause and measure, by its id, in order. */
export const sentencesByItem = remembered(
  ({ sentences }: Analysis): ReadonlyMap<string, readonly Sentence[]> => {
    const byItem = new Map<string, Sentence[]>();
    for (const sentence of sentences) {
      if (sentence.item === null) continue;
      const known = byItem.get(sentence.item);
      if (known) known.push(sentence);
      else byItem.set(sentence.item, [sentence]);
    }
    return byItem;
  },
);
