import type { Span } from '../../src/document/span.js';

/**
 * A text with all white space taken out. Gold quotes and the system's spans are compared here, so that line
 * breaks and stray spaces count for nothing. All spans are in UTF-16 units of `text`.
 */
export interface Squeezed {
  readonly text: string;
  /** First place of a quote, white space in it ignored; null when it does not occur. */
  find(quote: string): Span | null;
  /** How often a quote occurs, overlapping occurrences included. */
  count(quote: string): number;
  /** A span of the original text; what lies outside the text is cut off. */
  from(start: number, end: number): Span;
  /** Physical line (1-based, of the original text) of a place. */
  lineAt(place: number): number;
  slice(span: Span): string;
}

export function squeeze(original: string): Squeezed {
  // before[i]: units that are no white space before unit i of the original.
  const before = new Uint32Array(original.length + 1);
  const lineOf: number[] = [];
  let text = '';
  let line = 1;
  for (let i = 0; i < original.length; i++) {
    const unit = original.charAt(i);
    before[i] = text.length;
    if (unit === '\n') line++;
    if (SPACE.test(unit)) continue;
    text += unit;
    lineOf.push(line);
  }
  before[original.length] = text.length;
  const place = (at: number): number => before[Math.min(Math.max(at, 0), original.length)] ?? 0;
  return {
    text,
    find(quote) {
      const words = withoutSpace(quote);
      const start = text.indexOf(words);
      return start < 0 || words === '' ? null : { start, end: start + words.length };
    },
    count(quote) {
      const words = withoutSpace(quote);
      let times = 0;
      for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) times++;
      return times;
    },
    from: (start, end) => ({ start: place(start), end: Math.max(place(start), place(end)) }),
    lineAt: (at) => lineOf[Math.min(at, lineOf.length - 1)] ?? 1,
    slice: ({ start, end }) => text.slice(start, end),
  };
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

const SPACE = /\s/;

/** Units that two spans share. */
export const shared = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Shared units by units of both together, 0 … 1. Where one span holds the other: their ratio. */
export function intersectionOverUnion(a: Span, b: Span): number {
  const common = shared(a, b);
  return common === 0 ? 0 : common / (a.end - a.start + (b.end - b.start) - common);
}

/** Shared units by the length of the shorter span, 0 … 1; an empty span inside the other counts as 1. */
export function shareOfShorter(a: Span, b: Span): number {
  const shorter = Math.min(a.end - a.start, b.end - b.start);
  if (shorter === 0) return a.start <= b.end && b.start <= a.end ? 1 : 0;
  return shared(a, b) / shorter;
}
