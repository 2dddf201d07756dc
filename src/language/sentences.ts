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
  const spans: Span[] = [];
  let start = span.start;
  const cut = (end: number): void => {
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    let last = end;
    while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
    if (last > start) spans.push({ start, end: last });
    start = end;
  };
  // Nesting is known only where the marks close; an unclosed one must not swallow the line.
  const enclosedTo = enclosures(text, span);
  let open = -1;
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    const mark = MARKS[code] ?? 0;
    if (mark === OPENS) open = Math.max(open, enclosedTo?.get(i) ?? -1);
    else if (code === NEW_LINE) {
      cut(i);
      open = -1;
    } else if ((mark & marks) !== 0) {
      let end = i + 1;
      while (end < span.end && ((MARKS[text.charCodeAt(end)] ?? 0) & (CLOSES | TERMINAL)) !== 0) end++;
      if (end > open || (mark === TERMINAL && open === end - 1)) {
        cut(end);
        i = end - 1;
      }
    }
  }
  cut(span.end);
  return spans;
}

/** Opening mark → place of the mark that closes it, within one line; null where nothing opens. */
function enclosures(text: string, span: Span): ReadonlyMap<number, number> | null {
  let found: Map<number, number> | null = null;
  const stack: number[] = [];
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    const mark = MARKS[code] ?? 0;
    if (mark === OPENS) stack.push(i);
    else if (mark === CLOSES) {
      const top = stack.at(-1);
      if (top === undefined || OPENING.indexOf(text.charAt(top)) !== CLOSING.indexOf(text.charAt(i)))
        continue;
      stack.pop();
      found ??= new Map();
      found.set(top, i);
    } else if (code === NEW_LINE) stack.length = 0;
  }
  return found;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 0x3000;
