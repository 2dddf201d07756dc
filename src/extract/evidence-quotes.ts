import type { Span } from '../document/span.js';
import type { Figured } from './figures.js';

/** Furthest that quotation marks may stand behind the words that lead up to them. */
const NEAR = 4;

/** Stretches in quotation marks behind 总书记指出, 中央强调 and the like: principles, no occurrences. */
export const quotedPrinciples = (source: Figured, span: Span): readonly Span[] =>
  quotesBehind(source, span, 'evidence-quoting');

/** Quotation marks that stand right behind a phrase of a category, and what they hold. */
export function quotesBehind({ text, hits }: Figured, span: Span, category: string): readonly Span[] {
  return hits.in(category, span).flatMap(({ end }) => {
    const open = text.slice(end, Math.min(span.end, end + NEAR + 1)).indexOf('“');
    if (open < 0) return [];
    const start = end + open;
    const close = text.slice(start, Math.min(span.end, start + LONGEST)).indexOf('”');
    return close < 0 ? [] : [{ start, end: start + close + 1 }];
  });
}

/** Longest quotation looked at, in characters. */
const LONGEST = 200;
