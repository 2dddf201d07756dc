import type { DocumentFormat, Encoding, Notice } from '../document.js';
import type { Place } from '../place.js';

/** What the reader of a format with markup gives: the text as its reader sees it, and where its paragraphs are. */
export interface Extracted {
  readonly format: DocumentFormat;
  /**
   * Becomes `Document.text` unit by unit, but for what {@link fitting} replaces. Paragraphs joined by `\n`,
   * automatic numbers included. A `\n` inside a paragraph is a line break there, and ends what is read together.
   */
  readonly text: string;
  /** Ascending, without overlap. Text outside them (`\n`, white space) is not looked at for levels and rows. */
  readonly paragraphs: readonly ExtractedParagraph[];
  /** Ascending by start; see {@link Place}. */
  readonly places: readonly Place[];
  readonly notices: readonly Notice[];
}

/** A paragraph in units of `Extracted.text`, or a row of a table. */
export interface ExtractedParagraph {
  readonly start: number;
  readonly end: number;
  /** Level that the format itself states, from 1. */
  readonly headingLevel?: number;
  /** A table row: cells joined by tabs. A tab in any other paragraph is white space. */
  readonly row?: boolean;
}

/** Which side of tracked changes is read: with all of them accepted, or the text before. */
export type Revisions = 'accepted' | 'original';

export interface FormatOptions {
  /** Name shown to people; opens every error message. */
  readonly file: string;
  /** What the user says of the encoding; of use for HTML only. */
  readonly encoding?: Encoding;
  /** `accepted` when absent. */
  readonly revisions?: Revisions;
}

/**
 * The bytes of a file → its text. Loaded when a file of the format comes.
 *
 * @throws DuizhaoError `damaged`, `encrypted`, `no-text`, `too-large`, `unsupported-format`
 */
export type FormatReader = (bytes: Uint8Array, options: FormatOptions) => Promise<Extracted>;

/** Replaces what `Document.text` must not hold (see `unify`), each unit by one, so that all offsets stay right. */
export const fitting = (text: string): string =>
  text
    .replace(/[\v\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\0', '\ufffd')
    .toWellFormed();
