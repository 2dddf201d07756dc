import type { Span } from '../../src/document/span.js';
import type { Gold } from './gold.js';
import { findQuote } from './located.js';
import { errorAt, type ScoringError } from './scored.js';
import { type Squeezed, shareOfShorter } from './squeezed.js';
import type { ContractDocument } from './system.js';
import { type Figure, ratio } from './tally.js';

/** By rule id. */
export type RuleScores = Readonly<Record<string, RuleScore>>;

export interface RuleScore {
  /** Marked faults that were reported, and those that were not. */
  readonly hits: number;
  readonly misses: number;
  /** Marked as surely no fault, yet reported; and rightly passed over. */
  readonly falseAlarms: number;
  readonly quiet: number;
  /** Reports where the reader marked nothing either way. */
  readonly unmarked: number;
  /** Those of them that are false alarms, because every fault of this rule is marked in the document. */
  readonly unmarkedFaults: number;
}

/** Faults of these rules are marked without exception in written documents. */
const EXHAUSTIVE: ReadonlySet<string> = new Set([
  'numbering',
  'quotation-marks',
  'placeholder',
  'date-inconsistent',
  'fixed-expression',
  'repealed-document',
  'repeated-example',
  'repeated-text',
  'foreign-name',
]);

/** These findings speak of two places at once; a reader may have marked either. */
const TWO_PLACES: ReadonlySet<string> = new Set(['repeated-example', 'repeated-text']);

/** Hits by hits and false alarms on marks: what a reader was sure of. */
export const rulePrecision = ({ hits, falseAlarms }: RuleScore): Figure => ratio(hits, hits + falseAlarms);
/** The same with reports where an exhaustively marked document has no mark. */
export const strictPrecision = ({ hits, falseAlarms, unmarkedFaults }: RuleScore): Figure =>
  ratio(hits, hits + falseAlarms + unmarkedFaults);
export const ruleRecall = ({ hits, misses }: RuleScore): Figure => ratio(hits, hits + misses);

/** A place where a reader finds a fault of a rule, or surely none. */
export interface RuleMark {
  readonly rule: string;
  /** Null: the whole document. */
  readonly quote: string | null;
}

/** What of a gold file findings are laid against. */
export interface MarkedDocument extends Pick<Gold, 'document' | 'origin'> {
  readonly findings: readonly RuleMark[];
  readonly clean: readonly RuleMark[];
}

/** Ids of the rules, each with those it yields to. */
export type KnownRules = ReadonlyMap<string, readonly string[]>;

/**
 * Findings against the reader's marks. A mark is reported when a finding of its rule overlaps its quote by half
 * of the shorter; a mark without quote when the rule reports anything in the document. Where another rule told of
 * the same words and this one therefore kept silent, the fault has been told of.
 */
export function scoreFindings(
  gold: MarkedDocument,
  prediction: ContractDocument,
  text: Squeezed,
  rules: KnownRules,
): { readonly rules: RuleScores; readonly marksLeftOut: number; readonly errors: readonly ScoringError[] } {
  const scores: Record<string, RuleScore> = {};
  const errors: ScoringError[] = [];
  const locate = (mark: RuleMark): LocatedMark => ({
    rule: mark.rule,
    span: mark.quote === null ? null : findQuote(text, mark.quote, gold.document),
  });
  const faults = gold.findings.map(locate);
  const clean = gold.clean.map(locate);
  for (const [rule, stronger] of rules) {
    const placesOf = (id: string): readonly (readonly Span[])[] =>
      prediction.findings
        .filter((finding) => finding.rule === id)
        .map(({ span, related }) =>
          [span, ...(TWO_PLACES.has(id) ? related.map((place) => place.span) : [])].map(([start, end]) =>
            text.from(start, end),
          ),
        );
    const reports = placesOf(rule);
    const told = [...reports, ...stronger.flatMap(placesOf)];
    const own = (marks: readonly LocatedMark[]) => marks.filter((mark) => mark.rule === rule);
    const reported = (mark: LocatedMark) => reports.some((places) => touches(mark, places));
    const missed = own(faults).filter((mark) => !told.some((places) => touches(mark, places)));
    const alarms = own(clean).filter(reported);
    const unmarked = reports.filter(
      (places) => ![...own(faults), ...own(clean)].some((mark) => touches(mark, places)),
    );
    const exhaustive = EXHAUSTIVE.has(rule) && gold.origin === 'synthetic';
    scores[rule] = {
      hits: own(faults).length - missed.length,
      misses: missed.length,
      falseAlarms: alarms.length,
      quiet: own(clean).length - alarms.length,
      unmarked: unmarked.length,
      unmarkedFaults: exhaustive ? unmarked.length : 0,
    };
    errors.push(
      ...missed.map((mark) => markError(text, 'missed', mark)),
      ...alarms.map((mark) => markError(text, 'false', mark)),
      ...(exhaustive ? unmarked : []).flatMap(([span]) =>
        span === undefined ? [] : [errorAt(text, `rule ${rule}`, 'false', span, 'no mark here')],
      ),
    );
  }
  const marksLeftOut = [...gold.findings, ...gold.clean].filter(({ rule }) => !rules.has(rule)).length;
  return { rules: scores, marksLeftOut, errors };
}

interface LocatedMark {
  readonly rule: string;
  /** Null: the whole document. */
  readonly span: Span | null;
}

const touches = ({ span }: LocatedMark, places: readonly Span[]): boolean =>
  span === null || places.some((place) => shareOfShorter(span, place) >= 0.5);

const markError = (
  text: Squeezed,
  fault: ScoringError['fault'],
  { rule, span }: LocatedMark,
): ScoringError =>
  span === null
    ? { measure: `rule ${rule}`, fault, line: null, text: '', note: 'whole document' }
    : errorAt(text, `rule ${rule}`, fault, span);
