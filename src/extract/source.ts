import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import type { DateExpression, Numeral } from '../language/numerals.js';
import type { Words } from '../language/words.js';
import type { Outline } from '../outline/outline.js';

/** What extraction works on: the reading, what the lexicons found in it, and its outline. */
export interface Source {
  readonly text: string;
  readonly hits: Hits;
  readonly outline: Outline;
}

/** A source with its figures and dates found, both in order of the text. */
export interface FiguredSource extends Source {
  readonly numerals: readonly Numeral[];
  readonly dates: readonly DateExpression[];
  readonly words: Words;
}

/** Categories of words by which a shortcoming is admitted. */
export const ADMISSIONS = ['shortfall', 'vague-intensity', 'complete-predicate', 'stock-lead'] as const;

/** Whether a stretch admits a shortcoming. */
export const admits = ({ hits }: Pick<Source, 'hits'>, span: Span): boolean => hits.has(span, ...ADMISSIONS);
