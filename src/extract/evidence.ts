import type { EvidenceKind, Grade } from '../analysis.js';
import { overlapsOneOf, type Span } from '../document/span.js';
import { acts } from './evidence-acts.js';
import { figures, times } from './evidence-figures.js';
import { documents, meetings, persons, places, projects, situations } from './evidence-names.js';
import { quotedPrinciples } from './evidence-quotes.js';
import { type Figured, withoutOverlap } from './figures.js';

/** Words of an example that another person could check. Units of the reading. */
export interface EvidenceSpan extends Span {
  readonly kind: EvidenceKind;
  /** Definite enough to be checked by itself; otherwise it only narrows the situation down. */
  readonly definite: boolean;
}

/** Takes a piece of evidence that is found. */
export type Take = (place: Span, definite: boolean) => void;

/** What finds each kind, in any order; of two pieces that overlap the one whose kind stands earlier is left. */
const FINDERS: readonly (readonly [EvidenceKind, (source: Figured, span: Span, take: Take) => void])[] = [
  ['document', documents],
  ['time', times],
  ['project', projects],
  ['meeting', meetings],
  ['place', places],
  ['person', persons],
  ['figure', figures],
  ['act', acts],
  ['situation', situations],
];

const PRECEDENCE = FINDERS.map(([kind]) => kind);

/**
 * Finds what in an example could be checked: times, places, figures, documents, meetings, projects, the writer's
 * own acts, persons, and (never definite) situations. What stands in a leader's or document's quoted words is no
 * evidence, nor are figures of fixed expressions and general names (有关部门, 重点项目, 各村).
 *
 * @param span the example or a stretch of it, in units of the reading
 * @returns in order, without overlap
 */
export function evidence(source: Figured, span: Span): readonly EvidenceSpan[] {
  const isPrinciple = overlapsOneOf(quotedPrinciples(source, span));
  const found: EvidenceSpan[] = [];
  let kind: EvidenceKind = 'document';
  const take: Take = (place, definite) => {
    if (!isPrinciple(place)) found.push({ start: place.start, end: place.end, kind, definite });
  };
  for (const [name, find] of FINDERS) {
    kind = name;
    find(source, span, take);
  }
  found.sort(
    (a, b) =>
      Number(b.definite) - Number(a.definite) ||
      PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) ||
      a.start - b.start,
  );
  return withoutOverlap(found);
}

/** Prepares {@link evidence} of a text: what was found in a stretch is kept, since several ask for the same. */
export function evidenceIn(source: Figured): (span: Span) => readonly EvidenceSpan[] {
  const known = new Map<number, readonly EvidenceSpan[]>();
  return (span) => {
    const key = span.start * (source.text.length + 1) + span.end;
    const found = known.get(key) ?? evidence(source, span);
    known.set(key, found);
    return found;
  };
}

/**
 * Judges an example by its evidence: `concrete` with anything definite, or with the writer's act in a situation
 * that is told; `partial` with less; `vague` with nothing.
 *
 * @param shown what `evidence` found in the same span
 */
export function grade(source: Figured, span: Span, shown: readonly EvidenceSpan[]): Grade {
  if (shown.some(({ definite }) => definite)) return 'concrete';
  const has = (kind: EvidenceKind): boolean => shown.some((found) => found.kind === kind);
  // 有一次, 前段时间: a real occurrence, but nobody could tell which.
  const someTime = source.hits.has(span, 'evidence-occasion');
  if (has('act') && has('situation') && !someTime) return 'concrete';
  return shown.length > 0 || someTime ? 'partial' : 'vague';
}

/**
 * Whether evidence holds something definite, as a sentence that tells an occurrence without any cue does. An
 * office alone is none: general remarks name those too.
 */
export const isSpecific = (shown: readonly EvidenceSpan[]): boolean =>
  shown.some(({ kind, definite }) => definite && kind !== 'person');
