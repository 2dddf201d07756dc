import type { Span } from '../document/span.js';
import type { Item } from './tree.js';

/**
 * The heading of an item: its first line, or its first sentence up to 。 or ： where text is run in. Without
 * its number; empty at the item's start when it has no text of its own. Units of the reading.
 */
export function headingOf(text: string, item: Item): Span {
  const [first] = item.own;
  if (!first) return { start: item.span.start, end: item.span.start };
  const mark = ATTACHED.exec(text.slice(first.start, Math.min(first.end, first.start + LONGEST_MARK)));
  for (let i = first.start + (mark?.[0].length ?? 0); i < first.end; i++) {
    const char = text.charAt(i);
    if (char === '。' || char === '：' || char === '；') return { start: first.start, end: i };
  }
  return first;
}

/** 附： · 附件1：, which stands in front of a heading. */
const ATTACHED = /^附[件表录]?\d?：/;
const LONGEST_MARK = 4;
