import type { Analysis, Finding } from '../analysis.js';
import type { RuleSettings } from '../check/run.js';
import type { Suppressed } from '../check/suppress.js';

/** What became of one document. */
export type Outcome = Checked | Failed;

export interface Checked {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** Findings that are not counted, and why. */
  readonly suppressed?: readonly Suppressed[];
  /** What the user set; the report says what was run. */
  readonly settings?: RuleSettings;
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
