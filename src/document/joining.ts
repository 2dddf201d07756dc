import { INDENTED, isFull, isTooLong, roomOn, tolerance, type Wrapping } from './fit.js';
import { endOfRun, type Habits, habitsOf, isLabelled, numbersHeadings } from './habits.js';
import { FIRST_INLINE_STYLE, NUMBER_STYLES } from './numbering.js';
import { indentOf, type ReadLine, type Sheet, wordsOf } from './sheet.js';

/** Which lines continue the one before. */
export interface Joined {
  /** One entry per line that is read: 1 where it goes on with the paragraph of the line before. */
  readonly continues: Uint8Array;
  /** Lines that were joined because of the wrapping. */
  readonly unwrapped: number;
}

/**
 * Decides for each line whether it opens a paragraph or goes on with one.
 *
 * Without wrapping, only the halves of a sentence that a page number parts are joined. Known errors: a
 * heading exactly as long as a full line is taken for the beginning of the text below, unless a number or
 * its sister headings tell; a paragraph that ends exactly at the edge goes on with the next, unless that
 * is indented, numbered or labelled. Nothing in such a text tells the difference.
 */
export function joinLines(sheet: Sheet, wrapping: Wrapping | null): Joined {
  const wrapped = wrapping === null ? null : joinWrapped(sheet, wrapping);
  const joined =
    wrapped !== null && paragraphsEnd(sheet, wrapped) ? wrapped : new Uint8Array(sheet.read.length);
  const unwrapped = joined.reduce((sum, continues) => sum + continues, 0);
  for (let k = 1; k < joined.length; k++) if (joinsAcrossPage(sheet, k)) joined[k] = 1;
  return { continues: joined, unwrapped };
}

/** Shorter lines in front of a page number may be headings. */
const NO_HEADING = 40;

function joinsAcrossPage(sheet: Sheet, k: number): boolean {
  const here = sheet.read[k];
  const before = sheet.read[k - 1];
  if (here === undefined || before === undefined || here.gap !== 'page') return false;
  if (here.alone || here.opens || before.alone || before.ends === 'sentence') return false;
  if (before.ends === 'clause') return true;
  return (
    wordsOf(sheet, before).length >= NO_HEADING && here.number === null && indentOf(sheet, here) < INDENTED
  );
}

/** Joined paragraphs of prose end with 。 or the like; a list of headings does not. */
function paragraphsEnd({ read }: Sheet, continues: Uint8Array): boolean {
  let paragraphs = 0;
  let ended = 0;
  for (let k = 1; k < read.length; k++) {
    if (continues[k] === 0 || continues[k + 1] === 1) continue;
    paragraphs++;
    if (read[k]?.ends === 'sentence') ended++;
  }
  return ended * 2 >= paragraphs;
}

function joinWrapped(sheet: Sheet, wrapping: Wrapping): Uint8Array {
  const continues = new Uint8Array(sheet.read.length);
  const habits = habitsOf(sheet, wrapping);
  const lastValue = new Int32Array(NUMBER_STYLES).fill(-1);
  let first = 0;
  sheet.read.forEach((here, k) => {
    const before = sheet.read[k - 1];
    if (before !== undefined && goesOn(sheet, wrapping, habits, { before, here, first, k, lastValue })) {
      continues[k] = 1;
      return;
    }
    first = k;
    if (here.number !== null) lastValue[here.number.style] = here.number.value;
  });
  return continues;
}

/** Where two lines meet. */
interface Seam {
  readonly before: ReadLine;
  readonly here: ReadLine;
  /** Index of `here`, and of the line that opened the paragraph `before` belongs to. */
  readonly k: number;
  readonly first: number;
  /** Last number of each style that opened a paragraph. */
  readonly lastValue: Int32Array;
}

/** Inside a line these show that it is no heading, or hardly one. */
const STOPS = /[。；;！？]/;
const PAUSES = /[，,。；;！？]/;

function goesOn(sheet: Sheet, wrapping: Wrapping, habits: Habits, seam: Seam): boolean {
  const { before, here, first, k } = seam;
  const lone = first === k - 1;
  if (before.alone || here.alone || here.opens || isTooLong(sheet, here, wrapping)) return false;
  if (!isFull(sheet, before, here, wrapping) && !isRagged(sheet, before, lone, wrapping)) return false;
  if (before.ends === 'clause') return true;
  if (here.gap === 'blank' && before.ends === 'sentence') return false;
  const indent = indentOf(sheet, here) - wrapping.indent;
  if (indent > INDENTED || (indent === INDENTED && before.ends === 'sentence')) return false;
  if (lone && before.ends === 'within') {
    const words = wordsOf(sheet, before);
    if (here.gap === 'blank' && !PAUSES.test(words)) return false;
    const heads = numbersHeadings(before, habits) && !STOPS.test(words);
    if (heads && endOfRun(sheet, k, wrapping) !== 'within') return false;
  }
  if (before.ends === 'sentence' && isLabelled(sheet, here, habits)) return false;
  return here.number === null || !opensItem(sheet, habits, seam, indent);
}

/** Where lines keep loosely to the width, one inside a paragraph may be this much shorter if its sentence goes on. */
const RAGGED = 0.25;

/**
 * Whether a line that is not quite full goes on all the same: prose that stops inside a sentence. Where lines
 * are cut at the width exactly, there are none.
 */
function isRagged(sheet: Sheet, line: ReadLine, opensParagraph: boolean, wrapping: Wrapping): boolean {
  const { measure, manner, width } = wrapping;
  if (manner === 'cut' || line.ends === 'sentence') return false;
  if (opensParagraph && !STOPS.test(wordsOf(sheet, line))) return false;
  const room = roomOn(sheet, line, wrapping);
  return room >= 0 && room <= (manner === 'loose' ? RAGGED * width : tolerance(measure));
}

/** Whether the number in front of a line behind a full one opens an item, or only happens to stand there. */
function opensItem(sheet: Sheet, habits: Habits, seam: Seam, indent: number): boolean {
  const { before, here, first, k, lastValue } = seam;
  if (here.number === null) return false;
  const { style, value } = here.number;
  const opening = habits.opening[style] ?? 0;
  const allIndented = opening >= 3 && (habits.indented[style] ?? 0) >= 0.9 * opening;
  if (allIndented && indent < INDENTED) return false;
  const follows = lastValue[style] === value - 1;
  if (before.ends === 'within') {
    if (style >= FIRST_INLINE_STYLE) return false;
    return value === 1 ? first === k - 1 && mayHead(sheet, before, style) : follows;
  }
  if (style >= FIRST_INLINE_STYLE) return value === 1 ? opening > 0 : follows;
  return value === 1 || follows || !standsInside(sheet, seam, style, value - 1);
}

/** Whether a line may be a heading above an item of this style: no sentence in it, its own number of a higher level. */
function mayHead(sheet: Sheet, line: ReadLine, style: number): boolean {
  if (line.number !== null && line.number.style >= style) return false;
  return !STOPS.test(wordsOf(sheet, line));
}

/** How far back the number before is looked for, in units. */
const REACH = 2000;

/** Whether the number before stands inside the paragraph, so that this one does too. */
function standsInside(
  { text, lines, read }: Sheet,
  { first, k }: Seam,
  style: number,
  value: number,
): boolean {
  const end = lines.to[read[k - 1]?.line ?? 0] ?? 0;
  const start = Math.max(lines.from[read[first]?.line ?? 0] ?? 0, end - REACH);
  const han = chineseNumber(value);
  const forms = [
    [`${han}、`],
    [`（${han}）`, `(${han})`],
    [`${value}.`, `${value}、`],
    [`（${value}）`, `(${value})`],
  ];
  const stretch = text.slice(start, end);
  return (forms[style] ?? []).some((form) => stretch.includes(form));
}

function chineseNumber(value: number): string {
  const digits = '一二三四五六七八九';
  const tens = value < 20 ? '' : digits.charAt(Math.floor(value / 10) - 1);
  return `${tens}${value >= 10 ? '十' : ''}${digits.charAt((value % 10) - 1)}`;
}
