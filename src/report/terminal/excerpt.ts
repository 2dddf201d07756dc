import { type Span, slice } from '../../document/span.js';
import { takeEnd, takeStart, visible, widthOf } from '../width.js';

/** Words in their line, cut to a width. All three are free of line ends and controls. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Least columns left for the words around the marked ones. */
const LEAST_CONTEXT = 16;

/**
 * The line in which the words of a span stand, or as much of it around them as has room.
 *
 * @param text of the document; `span` in its units
 * @param width columns
 * @returns null when the span is empty or holds nothing that can be shown
 */
export function excerpt(text: string, span: Span, width: number): Excerpt | null {
  const marked = shortened(text, span, width - LEAST_CONTEXT);
  if (marked.trim() === '') return null;
  const room = width - widthOf(marked);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const from = span.start === 0 ? 0 : Math.max(lineStart, span.start - 2 * width);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, span.end + 2 * width);
  const head = visible(slice(text, { start: from, end: span.start })).trimStart();
  const tail = visible(slice(text, { start: span.end, end: to })).trimEnd();
  // What one side does not need, the other may have.
  const half = Math.floor(room / 2);
  const forTail = Math.max(half, room - widthOf(head));
  const after = widthOf(tail) <= forTail ? tail : `${takeStart(tail, forTail - 1)}…`;
  const forHead = room - widthOf(after);
  const before = widthOf(head) <= forHead ? head : `…${takeEnd(head, forHead - 1)}`;
  return { before, marked, after };
}

/** The marked words; the middle of long ones is …, so that beginning and end can be found in the text. */
function shortened(text: string, span: Span, width: number): string {
  const long = span.end - span.start > 4 * width;
  const head = visible(slice(text, long ? { start: span.start, end: span.start + 2 * width } : span));
  if (!long && widthOf(head) <= width) return head;
  const tail = long ? visible(slice(text, { start: span.end - 2 * width, end: span.end })) : head;
  const first = Math.ceil((width - 1) * 0.6);
  return `${takeStart(head, first)}…${takeEnd(tail, width - 1 - first)}`;
}
