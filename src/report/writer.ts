import type { Outcome } from './outcome.js';

/**
 * A report that is written document by document, so that a run over thousands holds one of them at a time.
 * Made for one run: it counts what it has written.
 */
export interface Writer {
  readonly opening: string;
  /** The piece of the next document. */
  readonly document: (outcome: Outcome) => string;
  readonly closing: () => string;
}

export const writeAll = (writer: Writer, outcomes: readonly Outcome[]): string =>
  writer.opening + outcomes.map(writer.document).join('') + writer.closing();
