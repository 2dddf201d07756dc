import { firstFrom, type Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import { clauses } from '../language/sentences.js';
import type { FiguredSource } from './source.js';

/** A text with its figures, dates and phrases found; lists in order of the text, spans in units of it. */
export type Figured = Pick<FiguredSource, 'text' | 'hits' | 'numerals' | 'dates'>;

/** Those of an ordered list without overlap that lie wholly inside a span. Costs one binary search. */
export function inside<T extends Span>(list: readonly T[], span: Span): readonly T[] {
  const from = firstFrom(list, span.start);
  let to = from;
  for (let entry = list[to]; entry && entry.end <= span.end; entry = list[to]) to++;
  return list.slice(from, to);
}

/** Figures inside a span that are no part of a date and no ordinal. */
export function countsIn(
  { numerals, dates }: Pick<Figured, 'numerals' | 'dates'>,
  span: Span,
): readonly Numeral[] {
  const found = inside(numerals, span).filter(({ kind }) => kind !== 'ordinal');
  const near = inside(dates, { start: span.start - LONGEST_DATE, end: span.end + LONGEST_DATE });
  return outside(found, near);
}

/** No date expression is longer. */
const LONGEST_DATE = 24;

/** Those of an ordered list that no span of another ordered list overlaps; both without overlap of their own. */
export function outside<T extends Span>(list: readonly T[], masks: readonly Span[]): readonly T[] {
  if (list.length === 0 || masks.length === 0) return list;
  let mask = 0;
  return list.filter(({ start, end }) => {
    while ((masks[mask]?.end ?? end) <= start) mask++;
    return (masks[mask]?.start ?? end) >= end;
  });
}

/** Of spans that overlap the one that stands earlier in the list; given back in order of the text. */
export function withoutOverlap<T extends Span>(spans: readonly T[]): readonly T[] {
  if (spans.length < 2) return spans;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const { start, end } of spans) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  const taken = new Uint8Array(Math.max(0, to - from));
  const kept = spans.filter(({ start, end }) => {
    for (let i = start - from; i < end - from; i++) if (taken[i] === 1) return false;
    taken.fill(1, start - from, end - from);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** Longest clause that is looked at as one; no honest one is longer, and work within a clause grows faster. */
const LONGEST_CLAUSE = 400;

/** The clauses of a stretch, overlong ones cut. */
export function clausesOf(text: string, span: Span): readonly Span[] {
  const found = clauses(text, span);
  if (found.every(({ start, end }) => end - start <= LONGEST_CLAUSE)) return found;
  const cut: Span[] = [];
  for (const { start, end } of found)
    for (let at = start; at < end; at += LONGEST_CLAUSE)
      cut.push({ start: at, end: Math.min(end, at + LONGEST_CLAUSE) });
  return cut;
}
