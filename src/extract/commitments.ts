import type { CommitmentKind } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { FiguredSource } from './source.js';
export interface CommitmentSpan extends Span { readonly kind: CommitmentKind; readonly value: string | null }
export const commitments = (_s: FiguredSource, _span: Span, _o: { readonly year: number | null }): readonly CommitmentSpan[] => [];
