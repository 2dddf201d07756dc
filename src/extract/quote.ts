import type { Quote } from '../analysis.js';
import { type Document, toText } from '../document/document.js';
import type { Span } from '../document/span.js';

/** Turns a stretch of the reading into the document's own words and their place. */
export type Quoting = (span: Span) => Quote;

/** Quotes a document: original characters, without line breaks and spaces that the reading leaves out. */
export function quoting(document: Document): Quoting {
  const { text, reading } = document;
  return (span) => {
    const { offsets } = reading;
    let words = '';
    for (let i = span.start; i < span.end; ) {
      const start = offsets[i++] ?? 0;
      let end = start + 1;
      while (i < span.end && offsets[i] === end) {
        i++;
        end++;
      }
      words += text.slice(start, end);
    }
    return { text: words, span: toText(reading, span) };
  };
}
