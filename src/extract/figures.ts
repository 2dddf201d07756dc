import { overlaps, type Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import type { FiguredSource } from './source.js';

/** A text with its figures, dates and phrases found; lists in order of the text, spans in units of it. */
export type Figured = Pick<FiguredSource, 'text' | 'hits' | 'numerals' | 'dates'>;

/** Those of an ordered list without overlap that lie wholly inside a span. Costs one binary search. */
export function inside<T extends Span>(list: readonly T[], span: Span): readonly T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  for (let entry = list[to]; entry && entry.end <= span.end; entry = list[to]) to++;
  return list.slice(low, to);
}

/** Figures inside a span that are no part of a date and no ordinal. */
export function countsIn(
  { numerals, dates }: Pick<Figured, 'numerals' | 'dates'>,
  span: Span,
): readonly Numeral[] {
  const found = inside(numerals, span).filter(({ kind }) => kind !== 'ordinal');
  if (found.length === 0) return found;
  const near = inside(dates, { start: span.start - LONGEST_DATE, end: span.end + LONGEST_DATE });
  return found.filter((figure) => !near.some((date) => overlaps(date, figure)));
}

/** No date expression is longer. */
const LONGEST_DATE = 24;
