/** A stretch of text, `[start, end)`, in UTF-16 code units of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The words of a span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The span without white space at either end; empty at `start` when nothing is left. */
export function trim(text: string, span: Span): Span {
  let { start } = span;
  while (start < span.end && isSpace(text.charCodeAt(start))) start++;
  return { start, end: trimEnd(text, start, span.end) };
}

/** Where a stretch ends without the white space at its end; its start when nothing is left. */
export function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

const isSpace = (code: number): boolean => SPACES[code] === 1;

/** 1 for what `\s` of regular expressions matches. */
const SPACES = new Uint8Array(0x10000);
for (const char of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff')
  SPACES[char.charCodeAt(0)] = 1;
SPACES.fill(1, 0x2000, 0x200b);

/** Where the first of some marks stands in a stretch; its end when none does. */
export function firstMark(text: string, { start, end }: Span, marks: string): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    for (let k = 0; k < marks.length; k++) if (marks.charCodeAt(k) === code) return i;
  }
  return end;
}

/** Index of the first of an ordered list that starts at or behind a place. */
export function firstFrom(spans: readonly Pick<Span, 'start'>[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of an ordered list without overlap the one that a span lies wholly inside: O(log n). */
export function holderOf(spans: readonly Span[], inner: Span): Span | undefined {
  const holder = spans[firstFrom(spans, inner.start + 1) - 1];
  return holder && contains(holder, inner) ? holder : undefined;
}

/**
 * Prepares the question whether a span lies wholly inside one of many: O(log n) each.
 *
 * @param outer in any order; may overlap
 */
export function insideOneOf(outer: readonly Span[]): (inner: Span) => boolean {
  const reach = reachOf(outer);
  return ({ start, end }) => reach(start + 1) >= end;
}

/** Prepares the question whether a span overlaps one of many, like {@link insideOneOf}. */
export function overlapsOneOf(others: readonly Span[]): (span: Span) => boolean {
  const reach = reachOf(others);
  return ({ start, end }) => reach(end) > start;
}

/** How far those go of some spans that start before a place; -1 where none does. */
function reachOf(all: readonly Span[]): (before: number) => number {
  const spans = all.toSorted((a, b) => a.start - b.start);
  // reach[i]: how far the first i + 1 of them go.
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(reach.at(-1) ?? 0, end));
  return (before) => reach[firstFrom(spans, before) - 1] ?? -1;
}
