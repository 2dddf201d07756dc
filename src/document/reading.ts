import type { Notice, Reading } from './document.js';
import { writeReading } from './emission.js';
import type { ExtractedParagraph } from './formats/extracted.js';
import { lineMarks } from './formats/line-marks.js';
import { joinLines } from './joining.js';
import { type Lines, splitLines } from './lines.js';
import { type MarkdownMarks, readMarkdown } from './markdown.js';
import { findWebNoise } from './noise.js';
import { noticesOf } from './notices.js';
import { findPageNumbers } from './pages.js';
import { makeSheet, Skip } from './sheet.js';
import { looksTraditional, type Tables } from './tables.js';
import { findWrapping } from './wrapping.js';

export type Format = 'text' | 'markdown';

/** How the paragraphs are told: by the look of the lines, or by the format the text comes from. */
export type ReadingOptions = { readonly tables: Tables } & (
  | { readonly format: Format }
  | { readonly paragraphs: readonly ExtractedParagraph[] }
);

/**
 * Text → reading: leaves out page numbers and web noise, joins lines that were wrapped, unifies white space,
 * punctuation, quotation marks and script. See {@link Reading} for what holds of the outcome.
 *
 * @param text as `Document.text`: line ends are `\n`
 * @returns the reading, and notices on all that was left out or changed, spans in units of `text`
 */
export function makeReading(
  text: string,
  options: ReadingOptions,
): { readonly reading: Reading; readonly notices: readonly Notice[] } {
  const { tables } = options;
  const lines = splitLines(text);
  const known = 'paragraphs' in options ? lineMarks(lines, options.paragraphs) : null;
  const markdown = 'format' in options && options.format === 'markdown' ? readMarkdown(text, lines) : null;
  const noise = findNoise(text, lines, markdown, tables);
  const sheet = makeSheet(text, lines, noise.skip, known ?? markdown);
  const wrapping = known ? null : findWrapping(sheet);
  const { continues, unwrapped } = known
    ? { continues: new Uint8Array(sheet.read.length), unwrapped: 0 }
    : joinLines(sheet, wrapping);
  const traditional = looksTraditional(text, tables);
  const reading = writeReading(text, lines, {
    lines: Uint32Array.from(sheet.read.map(({ line }) => line)),
    continues,
    units: traditional ? tables.simplifiedUnits : tables.units,
    mask: markdown?.mask ?? null,
    level: (known ?? markdown)?.level ?? null,
    rows: known?.rows ?? null,
    cutsWords: wrapping?.manner === 'cut',
  });
  const notices = noticesOf(sheet, { ...noise, wrapping, unwrapped, traditional, reading });
  return { reading, notices };
}

interface Noise {
  /** One of {@link Skip} per line. */
  readonly skip: Uint8Array;
  /** Indices of lines. */
  readonly pages: readonly number[];
  readonly web: readonly number[];
}

function findNoise(text: string, lines: Lines, markdown: MarkdownMarks | null, tables: Tables): Noise {
  const skip = new Uint8Array(lines.count);
  for (let line = 0; line < lines.count; line++) if (markdown?.empty[line] === 1) skip[line] = Skip.marksOnly;
  const pages = findPageNumbers(text, lines).filter((line) => skip[line] === Skip.read);
  for (const line of pages) skip[line] = Skip.pageNumber;
  const web = findWebNoise(text, lines, skip, tables.noise);
  for (const line of web) skip[line] = Skip.webNoise;
  return { skip, pages, web };
}
