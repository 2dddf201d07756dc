import type { Paragraph } from '../document/document.js';
import type { Span } from '../document/span.js';

/**
 * Joins the lines of table rows that were broken inside a cell: in a run of tab-separated lines the first one tells
 * the number of columns, and a row that lacks some goes on as long as the lines below fill them up exactly. A short
 * row by itself (a field that spans the table, empty cells at the end) stays as it is.
 */
export function joinedRows(text: string, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  if (!text.includes('\t')) return paragraphs;
  const joined: Paragraph[] = [];
  let columns = 0;
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const tabs = tabsIn(text, paragraph);
    if (columns === 0) columns = tabs;
    else if (tabs === 0 && tabsIn(text, paragraphs[i + 1]) === 0) columns = 0;
    const last = tabs > 0 && tabs < columns ? lastOfRow(text, paragraphs, i, columns) : i;
    const end = paragraphs[last]?.span.end ?? paragraph.span.end;
    joined.push(last > i ? { span: { start: paragraph.span.start, end } } : paragraph);
    i = last;
  }
  return joined;
}

/** Whether a paragraph is a row of a table. */
export function isRow(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === TAB) return true;
  return false;
}

const TAB = 9;

/** Most lines that one row is broken into. */
const MOST_LINES = 8;

/** Index of the line with which a row that starts at `first` is complete; `first` where none completes it. */
function lastOfRow(text: string, paragraphs: readonly Paragraph[], first: number, columns: number): number {
  let tabs = tabsIn(text, paragraphs[first]);
  for (let i = first + 1; i < Math.min(paragraphs.length, first + MOST_LINES); i++) {
    const own = tabsIn(text, paragraphs[i]);
    // A line that opens with its number is a row of its own.
    if (own > 0 && opensRow(text, paragraphs[i])) return first;
    tabs += own;
    if (tabs >= columns) return tabs === columns ? i : first;
  }
  return first;
}

const opensRow = (text: string, { span }: Paragraph = { span: { start: 0, end: 0 } }): boolean =>
  /^ *\d{1,3} *\t/.test(text.slice(span.start, Math.min(span.end, span.start + 8)));

function tabsIn(text: string, { span }: Paragraph = { span: { start: 0, end: 0 } }): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) if (text.charAt(i) === '\t') count++;
  return count;
}
