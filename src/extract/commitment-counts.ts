import type { Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import { countsIn, type Figured, outside } from './figures.js';

/** Longest stretch that a commitment takes up behind its period or figure, in characters. */
const LONGEST = 24;

/** `≥`, `≤` or nothing: the bound in or right before a figure. */
export function bounded({ text, hits }: Figured, piece: Span, count: Numeral): '≥' | '≤' | '' {
  if (OVER.test(text.slice(count.end, piece.end))) return '≥';
  const from = Math.max(piece.start, count.start - 6);
  const bound = hits.last('commitment-bound', { start: from, end: count.end });
  const words = bound ?? { start: from, end: count.end };
  if (hits.has(words, 'commitment-at-least')) return '≥';
  return hits.has(words, 'commitment-at-most') || WITHIN.test(text.slice(count.end, piece.end)) ? '≤' : '';
}

/** 3本以上 */
const OVER = /^[及之]?以上/;
/** 8个以内 */
const WITHIN = /^[之以]内/;

/** 3篇; the next character stands for a measure word that the dictionary does not know (1晚, 113眼). */
export function countWords({ text }: Figured, { value, unit, end }: Numeral): string {
  const half = HALF.exec(text.slice(end, end + 3))?.[1];
  if (half) return `${value + 0.5}${half}`;
  const next = text.charAt(end);
  return `${value}${unit ?? (HAN.test(next) ? next : '')}`;
}

/** 不足4次的在述职评议中说明: whom it concerns, not how much is promised. */
export function isCondition({ text, hits }: Figured, piece: Span, { start, end }: Span): boolean {
  if (!/^(?:以上|以下)?的/.test(text.slice(end, piece.end))) return false;
  // The word is part of the figure (不足4次) or stands right before it.
  const near = { start: Math.max(piece.start, start - 4), end };
  return outside(hits.in('commitment-exceeds', near), hits.in('commitment-exceeds-not', near)).some(
    (hit) => hit.end >= start,
  );
}

/** 3个半小时 */
const HALF = /^半(小时|天|年|个?月)/;

const HAN = /[\u4e00-\u9fff]/;

/** Whether a figure is the hour or the day on which something is done (18时, 每月12日), not how much. */
export const isClock = ({ text }: Figured, { unit, start, end }: Numeral): boolean =>
  /[:：]/.test(text.charAt(start - 1)) || CLOCK.test(unit ?? text.charAt(end));

const CLOCK = /^[时点号日月:：]$/;

/**
 * Where the words of a period or figure end: with the piece when it is short, else behind the last figure, else
 * behind the period itself.
 */
export function endWithin(source: Figured, piece: Span, from: Span): number {
  if (piece.end - from.start <= LONGEST) return piece.end;
  const counts = countsIn(source, { start: from.end, end: Math.min(piece.end, from.end + LONGEST) });
  return counts.at(-1)?.end ?? from.end;
}
