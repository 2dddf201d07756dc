import type { Span } from '../../src/document/span.js';
import type { Matching } from './matching.js';
import type { MeasureId } from './measures.js';
import type { Squeezed } from './squeezed.js';
import { type Hits, hits, type Tally } from './tally.js';

/** What one step of the scoring gives. */
export interface Scored {
  readonly tallies: Partial<Record<MeasureId, Tally>>;
  readonly errors: readonly ScoringError[];
}

/** Several steps as one. */
export function together(steps: readonly Scored[]): Scored {
  const tallies: Partial<Record<MeasureId, Tally>> = {};
  for (const step of steps) Object.assign(tallies, step.tallies);
  return { tallies, errors: steps.flatMap(({ errors }) => errors) };
}

/** One thing that the system got wrong, for a developer to look at. */
export interface ScoringError {
  /** A measure, or `rule ID`. */
  readonly measure: string;
  /** Not found, found where there is none, or found with a wrong value. */
  readonly fault: 'missed' | 'false' | 'wrong';
  /** Physical line, from 1; null where it concerns the whole document. */
  readonly line: number | null;
  /** The document's words, without white space; empty where it concerns the whole document. */
  readonly text: string;
  /** For `wrong`: what it should be and what it was. */
  readonly note: string;
}

/** The error of a span. */
export const errorAt = (
  text: Squeezed,
  measure: MeasureId | `rule ${string}`,
  fault: ScoringError['fault'],
  span: Span,
  note = '',
): ScoringError => ({ measure, fault, line: text.lineAt(span.start), text: text.slice(span), note });

/** Precision and recall of a matching, with an error for everything left over. */
export function scoreMatching<G, P>(
  text: Squeezed,
  measure: MeasureId,
  matching: Matching<G, P>,
  goldSpan: (gold: G) => Span,
  predictedSpan: (predicted: P) => Span,
): { readonly tally: Hits; readonly errors: readonly ScoringError[] } {
  const { pairs, missed, extra } = matching;
  return {
    tally: hits(pairs.length, pairs.length + extra.length, pairs.length + missed.length),
    errors: [
      ...missed.map((item) => errorAt(text, measure, 'missed', goldSpan(item))),
      ...extra.map((item) => errorAt(text, measure, 'false', predictedSpan(item))),
    ],
  };
}
