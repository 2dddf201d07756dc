import type { PdfLine } from './lines.js';

/** How much of a page's height at its top and its bottom may hold running heads and page numbers. */
const EDGE = 0.12;
/** On this share of the pages, and on two at least, words at the edge are a running head. */
const REPEATED = 0.5;
const PAGE_NUMBER =
  /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;

/** The lines of the text itself, and how many of the others were left out. */
export interface Body {
  readonly lines: readonly PdfLine[];
  /** Running heads and page numbers. */
  readonly edges: number;
}

/**
 * Takes away what stands on the pages beside the text: page numbers, words repeated at the edges.
 *
 * @param pages lines of each page, from top to bottom
 */
export function withoutEdges(pages: readonly (readonly PdfLine[])[]): Body {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(lines.filter(isAtEdge).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean =>
    (counts.get(keyOf(line)) ?? 0) >= Math.max(2, REPEATED * pages.length);
  let edges = 0;
  const lines = pages.flatMap((own) => {
    const text = own.filter((line) => !(isAtEdge(line) && (PAGE_NUMBER.test(line.text) || isRunning(line))));
    edges += own.length - text.length;
    return text;
  });
  return { lines, edges };
}

const isAtEdge = ({ y, pageHeight }: PdfLine): boolean =>
  y < EDGE * pageHeight || y > (1 - EDGE) * pageHeight;

/** Page numbers inside a running head differ from page to page. */
const keyOf = ({ text }: PdfLine): string => text.replace(/\d+/g, '0').replace(/\s/g, '');
