import { type Measure, UNMEASURED, widthOf } from './lines.js';
import type { ReadLine, Sheet } from './sheet.js';
import { Kind, kinds } from './units.js';

/** How a text was cut into lines. */
export interface Wrapping {
  readonly measure: Measure;
  /** Width of a full line. */
  readonly width: number;
  /**
   * How exactly lines keep to the width: `cut` anywhere, `typeset` with punctuation and words kept
   * whole, `loose` for everything else, such as lines set in a proportional font.
   */
  readonly manner: 'cut' | 'typeset' | 'loose';
  /** White space that continued lines usually have in front, in columns. */
  readonly indent: number;
}

/** From this much more white space on, in columns, a line opens a paragraph. */
export const INDENTED = 2;

/** Lines within this of the width may be full: three characters. */
export const tolerance = (measure: Measure): number => (measure === 0 ? 3 : 6);

/** Whether a line is as full as lines get before `next`, which therefore may go on with it. */
export function isFull(
  sheet: Sheet,
  line: ReadLine,
  next: ReadLine | undefined,
  wrapping: Wrapping,
): boolean {
  if (next === undefined) return false;
  const room = roomOn(sheet, line, wrapping);
  if (room < 0) return false;
  const { measure, manner } = wrapping;
  if (manner === 'loose') return room <= tolerance(measure);
  return room < firstWidth(sheet, next, measure, manner !== 'cut');
}

/** Room left on a line; 0 when punctuation hangs over the edge; negative when the line is too long. */
export function roomOn(
  sheet: Sheet,
  line: ReadLine,
  { measure, width }: Pick<Wrapping, 'measure' | 'width'>,
): number {
  const room = width - widthOn(sheet, line, measure);
  return room < 0 && room + hanging(sheet, line, measure) >= 0 ? 0 : room;
}

/** Whether a line is longer than any that was cut at this width. */
export const isTooLong = (
  sheet: Sheet,
  line: ReadLine,
  { measure, width }: Pick<Wrapping, 'measure' | 'width'>,
): boolean => widthOn(sheet, line, measure) > width + tolerance(measure);

/** Width of a line; {@link UNMEASURED} when it is very long. */
export const widthOn = ({ lines }: Sheet, { line }: ReadLine, measure: Measure): number =>
  lines.widths[measure][line] ?? UNMEASURED;

/** Width of the punctuation at a line's end, which some programs let stand over the edge. */
export function hanging({ text, lines }: Sheet, { line }: ReadLine, measure: Measure): number {
  const last = text.charCodeAt((lines.to[line] ?? 0) - 1);
  return HANGING.has(last) ? widthOf(last, measure) : 0;
}

/**
 * Width that a line's first words need to stay together: one character, with the punctuation that may not be
 * parted from it; a Latin word or a figure as a whole.
 *
 * @param whole false: only the first character, as programs do that cut anywhere
 */
export function firstWidth(
  { text, lines }: Sheet,
  { line }: ReadLine,
  measure: Measure,
  whole: boolean,
): number {
  let at = lines.from[line] ?? 0;
  if (!whole) return widthOf(text.charCodeAt(at), measure);
  const limit = Math.min(lines.to[line] ?? 0, at + LONGEST_WORD);
  let width = 0;
  for (; at < limit && OPENING.has(text.charCodeAt(at)); at++) width += widthOf(text.charCodeAt(at), measure);
  const word = isWord(text, at);
  do width += widthOf(text.charCodeAt(at++), measure);
  while (word && at < limit && isWord(text, at));
  for (; at < limit && HANGING.has(text.charCodeAt(at)); at++) width += widthOf(text.charCodeAt(at), measure);
  return width;
}

const LONGEST_WORD = 40;
/** May not stand at a line's beginning, or at its end. */
const HANGING = new Set([...'，。、；：！？”’）》】〉」』,.;:!?)…％%'].map((char) => char.charCodeAt(0)));
const OPENING = new Set([...'“‘（《【〈「『('].map((char) => char.charCodeAt(0)));

const isAlphanumeric = (text: string, at: number): boolean => {
  const kind = kinds[text.charCodeAt(at)];
  return kind === Kind.latin || kind === Kind.digit;
};

/** Letters, digits, and a dot between them. */
const isWord = (text: string, at: number): boolean =>
  isAlphanumeric(text, at) || (kinds[text.charCodeAt(at)] === Kind.dot && isAlphanumeric(text, at + 1));
