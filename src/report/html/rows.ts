import { type Document, toText } from '../../document/document.js';
import { type Span, slice } from '../../document/span.js';

/** A paragraph of the text as it is shown: the lines of one that was wrapped stand together. */
export interface Row {
  readonly span: Span;
  /** Left out when the document was read: page numbers, what a web page adds. */
  readonly skipped: boolean;
}

/** The whole text in rows; blank lines are left out. */
export function rowsOf({ text, reading }: Document): readonly Row[] {
  const paragraphs = reading.paragraphs.map(({ span }) => toText(reading, span));
  const rows: Row[] = [];
  let next = 0;
  let end = 0;
  for (const line of linesOf(text)) {
    // Lines of a paragraph that has been shown.
    if (line.start < end) continue;
    while ((paragraphs[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const paragraph = paragraphs[next];
    const own = paragraph !== undefined && paragraph.start < line.end;
    end = own ? Math.max(line.end, lineEnd(text, paragraph.end)) : line.end;
    const span = { start: line.start, end };
    if (slice(text, span).trim() !== '') rows.push({ span, skipped: !own && paragraphs.length > 0 });
  }
  return rows;
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
