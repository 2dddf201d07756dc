import type { Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import { countsIn, type Figured } from './figures.js';

/** Longest stretch that a commitment takes up behind its period or figure, in characters. */
const LONGEST = 24;

/** `≥`, `≤` or nothing: the bound in or right before a figure. */
export function bounded({ text, hits }: Figured, piece: Span, count: Numeral): '≥' | '≤' | '' {
  const from = Math.max(piece.start, count.start - 6);
  const bound = hits.in('commitment-bound', { start: from, end: count.end }).at(-1);
  const words = bound ? text.slice(bound.start, bound.end) : text.slice(from, count.end);
  if (LEAST.test(words)) return '≥';
  return MOST.test(words) || WITHIN.test(text.slice(count.end, piece.end)) ? '≤' : '';
}

const LEAST = /[少低]于|[至最]少|不下|达到/;
const MOST = /超|高于|多于|最多|至多|控制|[降减缩]/;
/** 8个以内 */
const WITHIN = /^[之以]内/;

/** 3篇; the next character stands for a measure word that the dictionary does not know (1晚, 113眼). */
export function countWords({ text }: Figured, { value, unit, end }: Numeral): string {
  const next = text.charAt(end);
  return `${value}${unit ?? (HAN.test(next) ? next : '')}`;
}

const HAN = /[\u4e00-\u9fff]/;

/** Whether a figure is the hour or the day on which something is done (18时, 每月12日), not how much. */
export const isClock = ({ text }: Figured, { unit, end }: Numeral): boolean =>
  unit === null ? CLOCK.test(text.charAt(end)) : CLOCK.test(unit);

const CLOCK = /^[时点号日月]$/;

/**
 * Where the words of a period or figure end: with the piece when it is short, else behind the last figure, else
 * behind the period itself.
 */
export function endWithin(source: Figured, piece: Span, from: Span): number {
  if (piece.end - from.start <= LONGEST) return piece.end;
  const counts = countsIn(source, { start: from.end, end: Math.min(piece.end, from.end + LONGEST) });
  return counts.at(-1)?.end ?? from.end;
}
