import { endsClause, endsSentence } from './ends.js';
import type { Lines } from './lines.js';
import { type LineNumber, lineNumber } from './numbering.js';

/** A text in lines, with those of them that are read. */
export interface Sheet {
  readonly text: string;
  readonly lines: Lines;
  readonly read: readonly ReadLine[];
}

/** A line that is read, with what the lines around it need to know. */
export interface ReadLine {
  /** Index in {@link Lines}. */
  readonly line: number;
  /** How it ends: inside a sentence, with a pause, with a sentence. */
  readonly ends: 'within' | 'clause' | 'sentence';
  readonly number: LineNumber | null;
  /** What stands between it and the line before. */
  readonly gap: 'none' | 'blank' | 'page';
  /** Heading, table row or code: joined with nothing. */
  readonly alone: boolean;
  /** Certainly opens a paragraph. */
  readonly opens: boolean;
}

/** Why a line is not read. */
export const Skip = { read: 0, pageNumber: 1, webNoise: 2, marksOnly: 3 } as const;

/** What the format says of lines; one entry per line, 1 for yes. */
export interface LineMarks {
  readonly alone: Uint8Array;
  readonly opens: Uint8Array;
}

/** Texts with a blank line behind nearly every line are double-spaced: there one blank line says nothing. */
const DOUBLE_SPACED = 0.8;

/**
 * Lays out the lines that are read.
 *
 * @param skip one of {@link Skip} per line
 */
export function makeSheet(text: string, lines: Lines, skip: Uint8Array, marks: LineMarks | null): Sheet {
  const read: ReadLine[] = [];
  let page = false;
  let blank = false;
  const spaced = lines.blanks.reduce((sum, blanks) => sum + (blanks > 0 ? 1 : 0), 0);
  const usual = spaced >= DOUBLE_SPACED * (lines.count - 1) ? 1 : 0;
  for (let line = 0; line < lines.count; line++) {
    if (lines.pageBreak[line] === 1) page = true;
    if ((lines.blanks[line] ?? 0) > usual) blank = true;
    if (skip[line] !== Skip.read) {
      if (skip[line] === Skip.pageNumber) page = true;
      continue;
    }
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    read.push({
      line,
      ends: endsSentence(text, from, to) ? 'sentence' : endsClause(text, to) ? 'clause' : 'within',
      number: lineNumber(text, from, to),
      gap: page ? 'page' : blank ? 'blank' : 'none',
      alone: lines.row[line] === 1 || marks?.alone[line] === 1,
      opens: marks?.opens[line] === 1,
    });
    page = false;
    blank = false;
  }
  return { text, lines, read };
}

/** The words of a line, without the white space around. */
export const wordsOf = ({ text, lines }: Sheet, { line }: ReadLine): string =>
  text.slice(lines.from[line], lines.to[line]);

/** Columns of white space in front of a line. */
export const indentOf = ({ lines }: Sheet, { line }: ReadLine): number => lines.indent[line] ?? 0;
