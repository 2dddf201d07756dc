import type { Lines } from '../lines.js';
import type { LineMarks } from '../sheet.js';
import type { ExtractedParagraph } from './extracted.js';

/** What a format says of lines; one entry per line. */
export interface KnownMarks extends LineMarks {
  /** Heading level, 0 for none. */
  readonly level: Uint8Array;
  /** 1 for table rows. */
  readonly rows: Uint8Array;
}

/** Lays the paragraphs of a format over the lines of its text. Rows begin where their paragraph does. */
export function lineMarks(lines: Lines, paragraphs: readonly ExtractedParagraph[]): KnownMarks {
  const marks = {
    alone: new Uint8Array(lines.count),
    opens: new Uint8Array(lines.count).fill(1),
    level: new Uint8Array(lines.count),
    rows: new Uint8Array(lines.count),
  };
  let line = 0;
  for (const { start, end, headingLevel = 0, row = false } of paragraphs) {
    while (line < lines.count && (lines.from[line] ?? 0) < start) line++;
    for (; line < lines.count && (lines.from[line] ?? 0) < end; line++) {
      marks.level[line] = headingLevel;
      marks.rows[line] = row ? 1 : 0;
      // Empty cells in front count: they hold the others in their columns.
      if (row) lines.from[line] = start;
      marks.alone[line] = row || headingLevel > 0 ? 1 : 0;
    }
  }
  return marks;
}
