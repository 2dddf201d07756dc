import type { Span } from '../document/span.js';
import type { FiguredSource } from './source.js';
export interface RectificationSpan { readonly occasion: Span; readonly aspects: number | null; readonly found: number | null; readonly done: number | null; readonly ongoing: number | null; readonly rate: number | null; readonly consistent: boolean; readonly span: Span }
export const rectifications = (_s: FiguredSource, _spans: readonly Span[]): readonly RectificationSpan[] => [];
