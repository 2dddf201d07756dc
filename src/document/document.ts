import type { Place } from './place.js';
import type { Span } from './span.js';

/**
 * A document as read from a file, a string or standard input.
 *
 * Two texts live side by side. `text` is what the reader sees; every span that leaves the library points
 * into it. `reading.text` is what the analysis works on: hard-wrapped lines joined, page noise left out,
 * width, quotation marks and script unified. `reading.offsets` leads back from the second to the first.
 */
export interface Document {
  /** Name shown to people: path as given, or `-` for standard input. */
  readonly file: string;
  /** Decoded text; line ends are `\n`. */
  readonly text: string;
  readonly encoding: Encoding;
  /** What the content is; the file's name only tells Markdown from text. */
  readonly format: DocumentFormat;
  readonly reading: Reading;
  /** What was skipped, changed or not understood while reading. */
  readonly notices: readonly Notice[];
  /** Ascending by start; absent in formats that have lines: see `placesOf`. */
  readonly places?: readonly Place[];
}

export type DocumentFormat = 'text' | 'markdown' | 'docx' | 'doc' | 'odt' | 'html' | 'pdf';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** The canonical text that the analysis works on. Internal spans are in units of `text`. */
export interface Reading {
  /**
   * One logical paragraph a line, `\n` only between paragraphs, none empty, none with white space at its
   * ends. Simplified characters, Chinese punctuation beside Han characters, half-width letters and digits,
   * quotation marks “ ” ‘ ’ in pairs. A table row keeps its tabs, in front too where the format says it is one.
   */
  readonly text: string;
  /** `offsets[i]`: place in `Document.text` of unit `i`; ascending; `offsets.length === text.length`. */
  readonly offsets: Uint32Array;
  readonly paragraphs: readonly Paragraph[];
}

/** One line of the reading. */
export interface Paragraph {
  /** In units of the reading; without the `\n`. */
  readonly span: Span;
  /** Heading level that the format itself states (`#` of Markdown, outline level of Word), from 1. */
  readonly headingLevel?: number;
}

/** Something the user should know of how the document was read. */
export interface Notice {
  readonly code:
    | 'decoding'
    | 'format'
    | 'page-noise'
    | 'unwrapped'
    | 'script'
    | 'empty'
    | 'outside-parts'
    | 'profile'
    | 'suppression';
  /** Chinese, one sentence. */
  readonly message: string;
  readonly span?: Span;
}

/** Translates a span of the reading into a span of `Document.text`. */
export function toText(reading: Reading, span: Span): Span {
  const { offsets } = reading;
  if (span.end <= span.start) {
    const at = offsets[span.start] ?? (offsets.at(-1) ?? -1) + 1;
    return { start: at, end: at };
  }
  return { start: offsets[span.start] ?? 0, end: (offsets[span.end - 1] ?? 0) + 1 };
}
