import { endsClause, endsSentence } from '../../ends.js';
import { lineNumber } from '../../numbering.js';
import type { TextBlock } from '../blocks.js';
import { glued, mostCommon, type PdfLine } from './lines.js';
import { rowsOf, type Stretch } from './tables.js';

/** In sizes of letters: an indent of a first line, and room left on a last line beyond what the next begins with. */
const INDENT = 1.5;
const WIDEST_INDENT = 3;
const SHORT = 1.5;
/** Where this share of the lines is indented, first lines are, and a number at the margin opens no paragraph. */
const INDENTED = 0.05;
/** What no line break may part, as it stands at the beginning of a line. */
const UNPARTED = /^[（〔“‘《〈【([]*(?:[\w.,%:/+-]+|.)(?:[）〕”’》〉】)\]，。、；：！？%℃]|["'].?|[\w.])*/u;
/** Letters of another size by this share, and line gaps wider by this factor, begin a paragraph. */
const OTHER_SIZE = 0.12;
const WIDE_GAP = 1.6;
/** Share of the lines that end at the right edge or before it. */
const RIGHT_EDGE = 0.9;

/** Paragraphs and rows of tables. */
export function blocksOf(stretches: readonly Stretch[]): readonly TextBlock[] {
  const margin = marginOf(stretches.flatMap(({ kind, lines: own }) => (kind === 'text' ? own : [])));
  return stretches.flatMap(({ kind, lines: own }) =>
    kind === 'table' ? rowsOf(own) : paragraphsOf(own, margin),
  );
}

/** Joins lines into paragraphs, by the place of their ends on the page and by what they say. */
export function paragraphsOf(
  lines: readonly PdfLine[],
  margin: Margin = marginOf(lines),
): readonly TextBlock[] {
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
  /** Whether first lines are indented. */
  readonly indents: boolean;
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
  const left = mostCommon(lefts);
  const indented = body.filter(
    (line) => line.left - left > INDENT * size && line.left - left < WIDEST_INDENT * size,
  );
  return {
    // Most lines of a paragraph begin at the margin; where all are first lines, the indent is the margin.
    left,
    right: rights[Math.floor(RIGHT_EDGE * (rights.length - 1))] ?? 0,
    pitch: mostCommon(pitches),
    indents: indented.length >= INDENTED * body.length,
  };
}

function continues(before: PdfLine, line: PdfLine, { left, right, pitch, indents }: Margin): boolean {
  const { size, text } = line;
  if (Math.abs(size - before.size) > OTHER_SIZE * size) return false;
  if (right - before.right > SHORT * size + widthOf(UNPARTED.exec(text)?.[0] ?? '', size)) return false;
  if (line.left - left > INDENT * size && line.left - before.left > -INDENT * size) return false;
  if (before.page === line.page && pitch > 0 && before.y - line.y > WIDE_GAP * pitch) return false;
  const numbered = !indents && lineNumber(text, 0, text.length) !== null;
  const { length } = before.text;
  return !(numbered && (endsSentence(before.text, 0, length) || endsClause(before.text, length)));
}

/** What words take at least: letters and figures half a square. */
const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, char) => sum + (char < '\x7f' ? 0.5 : 1), 0) * size;
