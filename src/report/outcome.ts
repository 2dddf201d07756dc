import type { Analysis, Finding } from '../analysis.js';

/** What became of one document. */
export type Outcome = Checked | Failed;

export interface Checked {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

export interface Failed {
  /** Name as given. */
  readonly file: string;
  readonly error: {
    readonly code: string;
    /** Chinese: what is wrong and what to do. */
    readonly message: string;
  };
}

export const isFailed = (outcome: Outcome): outcome is Failed => 'error' in outcome;
