import type { Span } from '../document/span.js';
import type { Figured } from './figures.js';

/** Furthest that quotation marks may stand behind the words that lead up to them. */
const NEAR = 4;

/** Stretches in quotation marks behind 总书记指出, 中央强调 and the like: principles, no occurrences. */
export const quotedPrinciples = (source: Figured, span: Span): readonly Span[] =>
  quotesBehind(source, span, 'evidence-quoting');

/** Quotation marks that stand right behind a phrase of a category. */
export function quotesBehind({ text, hits }: Figured, span: Span, category: string): readonly Span[] {
  return hits.in(category, span).flatMap(({ end }) => {
    const start = text.indexOf('“', end);
    if (start < 0 || start - end > NEAR || start >= span.end) return [];
    const close = text.indexOf('”', start);
    return close < 0 || close >= span.end ? [] : [{ start, end: close + 1 }];
  });
}
