import type { EvidenceKind, Grade } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { FiguredSource } from './source.js';
export interface EvidenceSpan extends Span { readonly kind: EvidenceKind }
export const evidence = (s: FiguredSource, span: Span): readonly EvidenceSpan[] => [
  ...s.numerals.filter((n) => n.start >= span.start && n.end <= span.end && n.unit && n.kind === 'count').map((n): EvidenceSpan => ({ kind: 'figure', start: n.start, end: n.end })),
  ...s.dates.filter((n) => n.start >= span.start && n.end <= span.end && n.kind !== 'frequency').map((n): EvidenceSpan => ({ kind: 'time', start: n.start, end: n.end })),
];
export const grade = (_s: FiguredSource, _span: Span, e: readonly EvidenceSpan[]): Grade => (e.length > 0 ? 'concrete' : 'vague');
export const isSpecific = (s: FiguredSource, span: Span): boolean => evidence(s, span).length > 0;
