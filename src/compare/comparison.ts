import type { Analysis, Commitment, MeasureItem, Problem, Quote, Theme } from '../analysis.js';
import type { CopiedSentence } from '../pairing/copies.js';

/** Several years of one writer laid side by side, the earliest first. Spans point into the texts of their documents. */
export interface Comparison {
  readonly documents: readonly Analysis[];
  /** One for each two years that follow one another. */
  readonly steps: readonly Step[];
  readonly trend: Trend;
  /** What makes the comparison doubtful, or was put right. */
  readonly warnings: readonly ComparisonWarning[];
}

/** What became of an earlier document's problems and promises in the next one. */
export interface Step {
  readonly before: Analysis;
  readonly after: Analysis;
  /** Paired and ended problems in order of the earlier document, then the new ones. */
  readonly problems: readonly ProblemRelation[];
  /** In order of the later document. */
  readonly copiedSentences: readonly CopiedSentenceChange[];
  readonly claims: readonly Claim[];
  /** One for each item of the earlier document's measure parts. */
  readonly measures: readonly MeasureStatus[];
  readonly overdue: readonly OverdueCommitment[];
  readonly themes: readonly ThemeCount[];
}

/**
 * `persisting`: the same shortcoming with new evidence or wording; `copied`: nearly word for word; `resolved`: the
 * later document reports it as solved; `dropped`: it no longer occurs and no account is given.
 */
export type Relation = 'persisting' | 'copied' | 'new' | 'resolved' | 'dropped';

export interface ProblemRelation {
  readonly before: Problem | null;
  readonly after: Problem | null;
  readonly relation: Relation;
  /** 0 … 1; 0 where there is nothing to compare. */
  readonly similarity: number;
  /** Words that decided, the rarest first; found when asked for. */
  readonly words: readonly string[];
  /** Differences word by word; found when asked for. Empty for one-sided relations. */
  readonly changes: () => readonly Change[];
  /** What the later document's account says of the earlier problem. */
  readonly account: Account | null;
}

/** A piece of text in one of two versions, or in both. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A passage that tells what became of something. */
export interface Account {
  readonly state: 'done' | 'ongoing';
  /** Where the later document says so. */
  readonly quote: Quote;
}

export interface CopiedSentenceChange extends CopiedSentence {
  /** Differences word by word; found when asked for. */
  readonly changes: () => readonly Change[];
}

/** Figures of an account of the earlier document, held against what that document contains. */
export interface Claim {
  readonly quote: Quote;
  readonly occasion: string;
  /** Problems stated; null where none are, or masked. */
  readonly statedFound: number | null;
  readonly actualFound: number;
  /** Aspects stated (null as above), and dimensions of the earlier document that have problems. */
  readonly statedAspects: number | null;
  readonly actualAspects: number;
  readonly consistent: boolean;
}

export interface MeasureStatus {
  readonly before: MeasureItem;
  readonly status: 'reported-done' | 'reported-ongoing' | 'not-mentioned';
  readonly evidence: Quote | null;
}

/** A promise whose last day lies before the later document, which says nothing of it. */
export interface OverdueCommitment {
  readonly measure: MeasureItem;
  readonly commitment: Commitment;
  /** The last day, `2023-06-30`. */
  readonly due: string;
}

export interface ThemeCount {
  readonly theme: Theme;
  readonly before: number;
  readonly after: number;
}

/** What runs through the years. Lists by year are as long as the documents. */
export interface Trend {
  readonly years: readonly YearFigures[];
  /** Problems that stand in at least one year; those that return most often first. */
  readonly threads: readonly Thread[];
  readonly themes: readonly { readonly theme: Theme; readonly counts: readonly number[] }[];
}

export interface YearFigures {
  readonly year: number | null;
  readonly problems: number;
  /** Problems by theme as shares of the year's problems. */
  readonly shares: Readonly<Partial<Record<Theme, number>>>;
  readonly examples: number;
  readonly concreteExamples: number;
  readonly measures: number;
  /** Measures with at least one commitment. */
  readonly quantifiedMeasures: number;
  /** Share of the characters that stand in sentences of empty talk, 0 … 1. */
  readonly boilerplate: number;
}

/** One shortcoming through the years. */
export interface Thread {
  readonly theme: Theme | null;
  /** The problem of each year, null where it is absent. */
  readonly problems: readonly (Problem | null)[];
  /** Whether it stands in every year, of three at least. */
  readonly everyYear: boolean;
}

export interface ComparisonWarning {
  readonly code: 'other-writer' | 'sorted' | 'unknown-year' | 'same-year' | 'year-gap' | 'no-problems';
  /** Chinese, one or two sentences. */
  readonly message: string;
}
