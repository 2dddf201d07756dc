import type { Span } from '../document/span.js';

const TERMINAL = '。！？…';
const OPENING = '“‘《（〈【';
const CLOSING = '”’》）〉】';
const ENCLOSING = /[“‘《（〈【]/;

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
  return split(text, span, `${TERMINAL}，；：`);
}

function split(text: string, span: Span, marks: string): readonly Span[] {
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
    const char = text.charAt(i);
    const close = enclosedTo.get(i);
    if (close !== undefined && close > open) open = close;
    if (char === '\n') {
      cut(i);
      open = -1;
    } else if (marks.includes(char)) {
      let end = i + 1;
      while (end < span.end && (CLOSING.includes(text.charAt(end)) || TERMINAL.includes(text.charAt(end))))
        end++;
      if (end > open || (TERMINAL.includes(char) && open === end - 1)) {
        cut(end);
        i = end - 1;
      }
    }
  }
  cut(span.end);
  return spans;
}

/** Opening mark → place of the mark that closes it, within one line. */
function enclosures(text: string, span: Span): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (!ENCLOSING.test(text.slice(span.start, span.end))) return found;
  let stack: { char: string; at: number }[] = [];
  for (let i = span.start; i < span.end; i++) {
    const char = text.charAt(i);
    if (char === '\n') stack = [];
    else if (OPENING.includes(char)) stack.push({ char, at: i });
    else {
      const kind = CLOSING.indexOf(char);
      if (kind < 0) continue;
      const top = stack.at(-1);
      if (top && top.char === OPENING.charAt(kind)) {
        stack.pop();
        found.set(top.at, i);
      }
    }
  }
  return found;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 0x3000;
