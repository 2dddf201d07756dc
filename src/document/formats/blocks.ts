import type { DocumentFormat, Notice } from '../document.js';
import type { Extracted, ExtractedParagraph } from './extracted.js';

/** A paragraph or a row of a table, on its way into the text. */
export interface TextBlock {
  readonly text: string;
  /** From 1. */
  readonly headingLevel?: number;
  /** Cells joined by tabs. */
  readonly row?: boolean;
  /** From 1; formats without pages leave it out. */
  readonly page?: number;
}

/** Longer paragraphs are no headings, whatever level they were given. */
const LONGEST_HEADING = 200;

/** Joins the blocks of a document by line ends and notes where each of them stood. Blank ones are left out. */
export function assemble(
  format: DocumentFormat,
  blocks: readonly TextBlock[],
  notices: readonly Notice[],
): Extracted {
  const paragraphs: ExtractedParagraph[] = [];
  const places: Extracted['places'][number][] = [];
  const texts: string[] = [];
  let start = 0;
  let page = 0;
  let paragraph = 0;
  for (const block of blocks) {
    const { text, headingLevel, row = false } = block;
    if (text.trim() === '') continue;
    const end = start + text.length;
    const heading = headingLevel !== undefined && text.length <= LONGEST_HEADING;
    paragraphs.push({ start, end, ...(heading ? { headingLevel } : {}), ...(row ? { row } : {}) });
    if (block.page !== undefined && block.page !== page) paragraph = 0;
    page = block.page ?? page;
    places.push({ start, page: block.page ?? null, paragraph: ++paragraph });
    texts.push(text);
    start = end + 1;
  }
  return { format, text: texts.join('\n'), paragraphs, places, notices };
}
