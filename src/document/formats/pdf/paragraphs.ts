import { endsClause, endsSentence } from '../../ends.js';
import { lineNumber } from '../../numbering.js';
import type { TextBlock } from '../blocks.js';
import { mostCommon, type PdfLine } from './lines.js';

/** In sizes of letters: an indent of a first line, and how much a last line falls short at least. */
const INDENT = 1.5;
const SHORT = 2.5;
/** Letters of another size by this share, and line gaps wider by this factor, begin a paragraph. */
const OTHER_SIZE = 0.12;
const WIDE_GAP = 1.6;
/** Share of the lines that end at the right edge or before it. */
const RIGHT_EDGE = 0.9;

/** Joins lines into paragraphs, by the place of their ends on the page and by what they say. */
export function paragraphsOf(lines: readonly PdfLine[]): readonly TextBlock[] {
  const margin = marginOf(lines);
  const blocks: { text: string; page: number }[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const block = blocks.at(-1);
    if (before && block && continues(before, line, margin)) block.text = glued(block.text, line.text);
    else blocks.push({ text: line.text, page: line.page });
  });
  return blocks;
}

interface Margin {
  readonly left: number;
  readonly right: number;
  /** From one base line to the next. */
  readonly pitch: number;
}

function marginOf(lines: readonly PdfLine[]): Margin {
  const size = mostCommon(lines.map((line) => line.size));
  const body = lines.filter((line) => Math.abs(line.size - size) <= OTHER_SIZE * size);
  const rights = body.map(({ right }) => right).sort((a, b) => a - b);
  const lefts = body.map(({ left }) => left);
  const pitches = body.flatMap((line, i) => {
    const before = body[i - 1];
    return before && before.page === line.page ? [before.y - line.y] : [];
  });
  return {
    // Most lines of a paragraph begin at the margin; where all are first lines, the indent is the margin.
    left: mostCommon(lefts),
    right: rights[Math.floor(RIGHT_EDGE * (rights.length - 1))] ?? 0,
    pitch: mostCommon(pitches),
  };
}

function continues(before: PdfLine, line: PdfLine, { left, right, pitch }: Margin): boolean {
  const { size, text } = line;
  if (Math.abs(size - before.size) > OTHER_SIZE * size) return false;
  if (right - before.right > SHORT * size) return false;
  if (line.left - left > INDENT * size && line.left - before.left > -INDENT * size) return false;
  if (before.page === line.page && pitch > 0 && before.y - line.y > WIDE_GAP * pitch) return false;
  const numbered = lineNumber(text, 0, text.length) !== null;
  const { length } = before.text;
  return !(numbered && (endsSentence(before.text, 0, length) || endsClause(before.text, length)));
}

/** Where letters or figures meet at the end of a line, a space stood there. */
const glued = (before: string, after: string): string =>
  /[A-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after;
