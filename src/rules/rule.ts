import type { Analysis, Finding, Kind, Severity } from '../analysis.js';
import type { Dictionaries } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Segmenter } from '../language/segmenter.js';

/** A small document that shows a rule at work; the tests run it. */
export interface RuleExample {
  /** The whole text. */
  readonly text: string;
  /** The words that must be flagged; absent in a good example and where the whole document is meant. */
  readonly marked?: string;
  /** Profile and kind to read it with; detected when absent. */
  readonly profile?: string;
  readonly kind?: Kind;
  /** An earlier document of the same writer, for rules that need one. */
  readonly previous?: string;
}

/** What a rule says of one place. */
export interface Report {
  /** Place in the text; the whole document is `{ start: 0, end: 0 }`. */
  readonly span: Span;
  /** Chinese: the reason in one sentence. */
  readonly message: string;
  /** Chinese: what would settle it. */
  readonly suggestion?: string;
  readonly related?: Finding['related'];
  /** Words and numbers behind the finding, shown by `--explain`. */
  readonly evidence?: readonly string[];
  /** Where this place is more or less grave than the rule in general. The user's settings win over it. */
  readonly severity?: Severity;
}

/** A threshold that a user may set. */
export interface RuleOption {
  /** Chinese, one sentence, with the unit. */
  readonly description: string;
  readonly default: number;
}

/** What a rule has at hand besides the analysis. */
export interface RuleContext {
  /** Value of one of the rule's options: the user's, or the default. Throws when the rule declares no such option. */
  readonly option: (name: string) => number;
  readonly dictionaries: Dictionaries;
  /** Loads its dictionary when first used. */
  readonly segmenter: Segmenter;
  /** Earlier documents of the same writer; empty when none are given. */
  readonly previous: readonly Analysis[];
}

/** A rule: what reviewers object to, how it is told, and how it is found. */
export interface Rule {
  readonly id: string;
  /** Chinese, short. */
  readonly title: string;
  /** Errors are facts, warnings what a reviewer would object to, info the rest. */
  readonly severity: Severity;
  /** Kinds of document it applies to. */
  readonly kinds: readonly Kind[];
  /** Chinese: why reviewers object. */
  readonly rationale: string;
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  /** Chinese: where it is known to be wrong. */
  readonly falsePositives: readonly string[];
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** What the rule cannot do without; it is not run, and said not to be, where that is missing. */
  readonly needs?: 'previous';
  /** Ids of rules that know more of the same fault: where one of them reports words that this rule reports too, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** Whether findings on neighbouring sentences are one finding. */
  readonly merges?: boolean;
  /** Reports what it objects to, in any order. Pure. */
  readonly check: (analysis: Analysis, report: (finding: Report) => void, context: RuleContext) => void;
}

/** All kinds of document. */
export const everyKind: readonly Kind[] = ['individual', 'team', 'branch'];

/** Declares a rule; the types are all it adds. */
export const defineRule = <const R extends Rule>(rule: R): R => rule;
