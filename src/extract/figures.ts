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
  if (found.length === 0) return found;
  const near = inside(dates, { start: span.start - LONGEST_DATE, end: span.end + LONGEST_DATE });
  return outside(found, near);
}

/** 一次, 一个 are articles more often than figures. */
export const isArticle = (text: string, { start, value }: Numeral): boolean =>
  value === 1 && text.charAt(start) === '一';

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
  const kept: T[] = [];
  for (const span of spans) {
    const at = firstFrom(kept, span.start);
    const [before, behind] = [kept[at - 1], kept[at]];
    if ((before && before.end > span.start) || (behind && behind.start < span.end)) continue;
    kept.splice(at, 0, span);
  }
  return kept;
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
