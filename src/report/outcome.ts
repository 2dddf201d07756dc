import type { Finding, ReportedAnalysis } from '../analysis.js';
import type { RuleSettings } from '../check/run.js';
import type { Suppressed } from '../check/suppress.js';

/** What became of one document. */
export type Outcome = Checked | Failed;

export interface Checked {
  readonly analysis: ReportedAnalysis;
  readonly findings: readonly Finding[];
  /** Findings that are not counted, and why. */
  readonly suppressed?: readonly Suppressed[];
  /** Ids of the rules that were not run, for want of earlier documents. */
  readonly notRun?: readonly string[];
  /** What the user set; the report says what was run. */
  readonly settings?: Pick<RuleSettings, 'levels' | 'kinds'>;
  /** How many earlier documents the rules had at hand. */
  readonly previous?: number;
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
