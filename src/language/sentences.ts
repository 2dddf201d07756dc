import type { Span } from '../document/span.js';

const OPENING = '“‘《（〈【';
const CLOSING = '”’》）〉】';

/** What a mark does to the sentence; one entry per UTF-16 unit. */
const TERMINAL = 1;
const PAUSE = 2;
const OPENS = 4;
const CLOSES = 8;
const MARKS = new Uint8Array(0x10000);
for (const char of '。！？…') MARKS[char.charCodeAt(0)] = TERMINAL;
for (const char of '，；：') MARKS[char.charCodeAt(0)] = PAUSE;
for (const char of OPENING) MARKS[char.charCodeAt(0)] = OPENS;
for (const char of CLOSING) MARKS[char.charCodeAt(0)] = CLOSES;

/** The mark that opens what a mark closes. */
const OPENER = new Uint16Array(0x10000);
for (const [i, char] of [...CLOSING].entries()) OPENER[char.charCodeAt(0)] = OPENING.charCodeAt(i);

const NEW_LINE = 10;

/**
 * Splits a stretch of the reading into sentences: after 。！？ and ellipses with the closing marks behind
 * them, and at line ends. A full stop inside quotation marks or brackets that close again in the same line
 * ends no sentence, unless the mark closes right behind it and the next sentence starts there.
 *
 * @param text the reading
 * @param span the stretch, in units of the reading
 * @returns spans without white space at their ends, in order, covering all that is not white space
 */
export function sentences(text: string, span: Span): readonly Span[] {
  return split(text, span, TERMINAL);
}

/** Splits a stretch into clauses: like `sentences`, also after ，；：; the mark belongs to the clause. */
export function clauses(text: string, span: Span): readonly Span[] {
  return split(text, span, TERMINAL | PAUSE);
}

function split(text: string, span: Span, marks: number): readonly Span[] {
  let spans: Span[] | null = null;
  let start = span.start;
  let enclosed: Enclosures | null = null;
  let next = 0;
  let open = -1;
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    const mark = MARKS[code] ?? 0;
    if (mark === OPENS) {
      // Nesting is known only where the marks close; an unclosed one must not swallow the line.
      enclosed ??= enclosures(text, i, span.end);
      while ((enclosed.opens[next] ?? i) < i) next++;
      if (enclosed.opens[next] === i) open = enclosed.closes[next] ?? -1;
    } else if (code === NEW_LINE) {
      spans = withPiece(spans, text, start, i);
      start = i;
      open = -1;
    } else if ((mark & marks) !== 0) {
      let end = i + 1;
      while (end < span.end && ((MARKS[text.charCodeAt(end)] ?? 0) & (CLOSES | TERMINAL)) !== 0) end++;
      if (end > open || (mark === TERMINAL && open === end - 1)) {
        spans = withPiece(spans, text, start, end);
        start = end;
        i = end - 1;
      }
    }
  }
  return withPiece(spans, text, start, span.end) ?? NONE;
}

const NONE: readonly Span[] = [];

/** The spans with one more behind them, unless it is blank. Most lists hold one: it is made with the list. */
function withPiece(spans: Span[] | null, text: string, from: number, to: number): Span[] | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (end === start) return spans;
  if (spans === null) return [{ start, end }];
  spans.push({ start, end });
  return spans;
}

/** Pairs of marks that lie in no other pair, in order. */
interface Enclosures {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

/** Which marks close again within their line. */
function enclosures(text: string, start: number, end: number): Enclosures {
  const opens: number[] = [];
  const closes: number[] = [];
  const stack: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const mark = MARKS[code] ?? 0;
    if (mark === OPENS) stack.push(i);
    else if (mark === CLOSES) {
      const top = stack[stack.length - 1];
      if (top === undefined || text.charCodeAt(top) !== OPENER[code]) continue;
      stack.pop();
      // Pairs inside this one.
      while ((opens[opens.length - 1] ?? -1) > top) {
        opens.pop();
        closes.pop();
      }
      opens.push(top);
      closes.push(i);
    } else if (code === NEW_LINE) stack.length = 0;
  }
  return { opens, closes };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 0x3000;
