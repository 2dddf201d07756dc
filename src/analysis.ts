import type { Dimension, Kind, PartRole, Profile, Theme } from './dictionaries/schema.js';
import type { Document, Notice } from './document/document.js';
import type { Span } from './document/span.js';
import type { Hits } from './language/lexicon.js';
import type { Words } from './language/words.js';
import type { Outline } from './outline/outline.js';

/**
 * What was found in a document, as reports see it: plain data, so that it can come from another process. Every `span`
 * points into `document.text`.
 */
export interface ReportedAnalysis {
  readonly document: Document;
  readonly profile: DetectedProfile;
  readonly kind: Kind;
  readonly title: Quote | null;
  readonly parts: readonly Part[];
  readonly rectification: readonly Rectification[];
  readonly dimensions: readonly DimensionCoverage[];
  readonly problems: readonly Problem[];
  readonly causes: readonly CauseItem[];
  readonly measures: readonly MeasureItem[];
  readonly sentences: readonly ReportedSentence[];
  readonly statistics: Statistics;
  /** What was assumed, skipped or not understood, from reading to mapping. */
  readonly notices: readonly Notice[];
}

/**
 * All that was found in a document. Immutable; rules and comparison read it and never parse the text again. Only what
 * is reached through `reading` counts in units of `document.reading.text`.
 */
export interface Analysis extends ReportedAnalysis {
  readonly sentences: readonly Sentence[];
  /** The analysed text, its words and what the lexicons found in it; for rules and comparisons. */
  readonly reading: AnalysedReading;
}

/** Words of the document and their place. `text` is the clean wording: without line breaks of hard wrapping. */
export interface Quote {
  readonly text: string;
  readonly span: Span;
}

export interface DetectedProfile {
  readonly profile: Profile;
  /** False when the caller named it. */
  readonly detected: boolean;
  readonly confidence: number;
  /** Chinese, short. */
  readonly reasons: readonly string[];
  readonly runnerUp: { readonly profile: Profile; readonly confidence: number } | null;
}

export interface Part {
  readonly role: PartRole;
  readonly title: string | null;
  /** Its heading with the number; null where it has none. */
  readonly heading: Span | null;
  readonly span: Span;
  /** How the role was found; `content` is the least certain. */
  readonly by: 'heading' | 'place' | 'content';
}

export interface Rectification {
  /** The meeting or inspection whose problems were to be mended, in the document's words. */
  readonly occasion: string;
  readonly aspects: number | null;
  readonly found: number | null;
  readonly done: number | null;
  readonly ongoing: number | null;
  /** Share done as stated, in percent. */
  readonly rate: number | null;
  /** Whether the figures agree; true when there is nothing to add up. */
  readonly consistent: boolean;
  /** What does not add up, figures on measures included. */
  readonly faults: readonly RectificationFault[];
  readonly span: Span;
}

/** Figures that disagree. */
export interface RectificationFault {
  /** Done and ongoing do not make the total; or the share is not that of done in all. */
  readonly kind: 'sum' | 'rate';
  /** The total or the share in percent that the text states. */
  readonly stated: number;
  /** What follows from the other figures. */
  readonly expected: number;
  readonly span: Span;
}

export interface DimensionCoverage {
  readonly dimension: Dimension;
  /** `2021/1` */
  readonly id: string;
  readonly heading: Span | null;
  readonly problems: readonly Problem[];
  /** Characters without white space of the stretch that belongs to the dimension. */
  readonly characters: number;
}

/** How concrete an example is: someone could check it, a situation is named, or nothing is. */
export type Grade = 'concrete' | 'partial' | 'vague';

export type EvidenceKind =
  | 'time'
  | 'place'
  | 'figure'
  | 'document'
  | 'meeting'
  | 'project'
  | 'act'
  | 'person'
  | 'situation';

export interface Evidence extends Quote {
  readonly kind: EvidenceKind;
}

export interface Example extends Quote {
  readonly grade: Grade;
  readonly evidence: readonly Evidence[];
  /** The words that introduced it, if any. */
  readonly cue: Quote | null;
}

export interface Problem {
  readonly id: string;
  /** Null where the profile has no dimensions or none is clear. */
  readonly dimension: Dimension | null;
  readonly dimensionBy: 'heading' | 'content';
  readonly confidence: number;
  readonly alternatives: readonly { readonly dimension: Dimension; readonly confidence: number }[];
  /** Words that decided between the dimensions, strongest first, where words did; found when asked for. */
  readonly dimensionWords: () => readonly string[];
  readonly title: Quote;
  /** The whole item, with its number. */
  readonly span: Span;
  readonly examples: readonly Example[];
  readonly causes: readonly Quote[];
  readonly measures: readonly Measure[];
  readonly links: { readonly causes: readonly Link[]; readonly measures: readonly Link[] };
  /** Strength of the likeliest item of the measure parts, linked or not; 0 where there is none. */
  readonly nearestMeasure: number;
  /** The same item in units of the reading. */
  readonly reading: ItemReading;
}

/** Places in units of the reading, for those who look at the words again. */
export interface ItemReading {
  readonly title: Span;
  /** Stretches of the item's text: title, body, without number. */
  readonly text: readonly Span[];
}

export interface Link {
  /** Id of the cause or measure. */
  readonly to: string;
  /** 0 … 1 */
  readonly strength: number;
  /** Words that carry the link, strongest first. */
  readonly evidence: readonly string[];
}

export interface CauseItem {
  readonly id: string;
  readonly title: Quote;
  readonly span: Span;
  readonly reading: ItemReading;
}

export type CommitmentKind = 'deadline' | 'frequency' | 'quantity' | 'person' | 'deliverable';

export interface Commitment extends Quote {
  readonly kind: CommitmentKind;
  /** Normalised: ISO date or period, count per period, number with unit, name of the office; where the text allows. */
  readonly value: string | null;
}

/** A measure inside a problem's own item. */
export interface Measure extends Quote {
  readonly commitments: readonly Commitment[];
}

export interface MeasureItem {
  readonly id: string;
  readonly title: Quote;
  readonly span: Span;
  readonly commitments: readonly Commitment[];
  readonly reading: ItemReading;
}

/** A sentence of the document, in whatever part. */
export interface ReportedSentence extends Quote {
  readonly role: PartRole;
  /** Id of the problem, cause or measure it stands in. */
  readonly item: string | null;
  /** Its place in the reading. */
  readonly reading: Span;
}

export interface Sentence extends ReportedSentence {
  /** What in it another person could check; found when asked for, since few sentences are. */
  readonly evidence: () => readonly Evidence[];
}

export interface Statistics {
  /** Without white space. */
  readonly characters: number;
  readonly sentences: number;
  /** Share of the characters by role, 0 … 1. */
  readonly shares: Readonly<Partial<Record<PartRole, number>>>;
}

export interface AnalysedReading {
  readonly text: string;
  readonly hits: Hits;
  readonly outline: Outline;
  readonly words: Words;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Chinese: the reason in one sentence. */
  readonly message: string;
  readonly span: Span;
  /** What would settle it. */
  readonly suggestion: string | null;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
  /** Numbers and words behind the finding, for `--explain`. */
  readonly evidence: readonly string[];
}

export type { Kind, PartRole, Theme };
