import { FIRST_INLINE_STYLE, NUMBER_STYLES } from './numbering.js';
import { type Lines, UNMEASURED } from './lines.js';
import { firstWidth, INDENTED, type ReadLine, slack, tolerance, type Wrapping } from './wrapping.js';

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
 * is indented or numbered. Nothing in such a text tells the difference.
 */
export function joinLines(text: string, lines: Lines, read: readonly ReadLine[], wrapping: Wrapping | null): Joined {
  const continues = new Uint8Array(read.length);
  let unwrapped = 0;
  if (wrapping !== null) {
    unwrapped = joinWrapped(text, lines, read, wrapping, continues);
    if (!paragraphsEnd(read, continues)) {
      continues.fill(0);
      unwrapped = 0;
    }
  }
  for (let k = 1; k < read.length; k++) {
    if (continues[k] === 0 && joinsAcrossPage(lines, read, k)) continues[k] = 1;
  }
  return { continues, unwrapped };
}

/** Shorter lines in front of a page number may be headings. */
const NO_HEADING = 40;

function joinsAcrossPage(lines: Lines, read: readonly ReadLine[], k: number): boolean {
  const here = read[k];
  const before = read[k - 1];
  if (here === undefined || before === undefined || here.gap !== 'page') return false;
  if (here.alone || here.opens || before.alone || before.ends === 'sentence') return false;
  if (before.ends === 'clause') return true;
  const length = (lines.to[before.line] ?? 0) - (lines.from[before.line] ?? 0);
  return length >= NO_HEADING && here.number === null && (lines.indent[here.line] ?? 0) < INDENTED;
}

/** Joined paragraphs of prose end with 。 or the like; a list of headings does not. */
function paragraphsEnd(read: readonly ReadLine[], continues: Uint8Array): boolean {
  let paragraphs = 0;
  let ended = 0;
  for (let k = 1; k < read.length; k++) {
    if (continues[k] === 0 || continues[k + 1] === 1) continue;
    paragraphs++;
    if (read[k]?.ends === 'sentence') ended++;
  }
  return ended * 2 >= paragraphs;
}

function joinWrapped(
  text: string,
  lines: Lines,
  read: readonly ReadLine[],
  wrapping: Wrapping,
  continues: Uint8Array,
): number {
  const habits = habitsOf(text, lines, read, wrapping);
  const lastValue = new Int32Array(NUMBER_STYLES).fill(-1);
  let unwrapped = 0;
  let first = 0;
  for (let k = 0; k < read.length; k++) {
    const here = read[k];
    const before = read[k - 1];
    if (here === undefined) break;
    if (before !== undefined && goesOn(text, lines, wrapping, habits, { before, here, first, k, lastValue, read })) {
      continues[k] = 1;
      unwrapped++;
      continue;
    }
    first = k;
    if (here.number !== null) lastValue[here.number.style] = here.number.value;
  }
  return unwrapped;
}

interface Habits {
  /** By style of number: how many lines so numbered certainly open a paragraph, and how many of these are indented. */
  readonly opening: Uint32Array;
  readonly indented: Uint32Array;
  /** By style: items so numbered that end without punctuation, that is, stand alone as headings. */
  readonly headings: Uint32Array;
  readonly numbered: Uint32Array;
  /** Labels such as 整改措施： that certainly open a paragraph, and how often. */
  readonly labels: ReadonlyMap<string, number>;
}

function habitsOf(text: string, lines: Lines, read: readonly ReadLine[], wrapping: Wrapping): Habits {
  const table = () => new Uint32Array(NUMBER_STYLES);
  const [opening, indented, headings, numbered] = [table(), table(), table(), table()];
  const labels = new Map<string, number>();
  const add = (to: Uint32Array, style: number): void => {
    to[style] = (to[style] ?? 0) + 1;
  };
  for (let k = 0; k < read.length; k++) {
    const here = read[k];
    const before = read[k - 1];
    if (here === undefined) break;
    const certain = before === undefined || !isFull(text, lines, before, here, wrapping);
    const label = certain ? labelOf(text, lines, here) : null;
    if (label !== null) labels.set(label, (labels.get(label) ?? 0) + 1);
    if (here.number === null) continue;
    const { style } = here.number;
    add(numbered, style);
    if (endOfRun(text, lines, read, k, wrapping) === 'within') add(headings, style);
    if (certain) {
      add(opening, style);
      if ((lines.indent[here.line] ?? 0) >= wrapping.indent + INDENTED) add(indented, style);
    }
  }
  return { opening, indented, headings, numbered, labels };
}

/** The words before a colon at a line's beginning. */
function labelOf(text: string, lines: Lines, { line }: ReadLine): string | null {
  const from = lines.from[line] ?? 0;
  return /^\p{Script=Han}{2,8}(?=[：:])/u.exec(text.slice(from, from + 10))?.[0] ?? null;
}

/** How the last of the lines ends that, judged by their fullness alone, go on with the one at `k`. */
function endOfRun(
  text: string,
  lines: Lines,
  read: readonly ReadLine[],
  k: number,
  wrapping: Wrapping,
): ReadLine['ends'] {
  let here = read[k];
  for (let i = k + 1; here !== undefined && i < k + LONGEST_RUN; i++) {
    const next = read[i];
    const goesOn =
      next !== undefined &&
      next.number === null &&
      next.gap !== 'blank' &&
      (lines.indent[next.line] ?? 0) < wrapping.indent + INDENTED &&
      isFull(text, lines, here, next, wrapping);
    if (!goesOn) return here.ends;
    here = next;
  }
  return 'sentence';
}

/** Lines; no heading is longer. */
const LONGEST_RUN = 4;

/** Whether a line is as full as lines get before `next`, which therefore may go on with it. */
function isFull(text: string, lines: Lines, line: ReadLine, next: ReadLine | undefined, wrapping: Wrapping): boolean {
  if (next === undefined) return false;
  const room = slack(lines, text, line.line, wrapping);
  if (room < 0) return false;
  const { measure, manner } = wrapping;
  if (manner === 'loose') return room <= tolerance(measure);
  return room < firstWidth(text, lines, next.line, measure, manner !== 'cut');
}

/** Where lines keep loosely to the width, one inside a paragraph may be this much shorter if its sentence goes on. */
const RAGGED = 0.25;

/**
 * Whether a line that is not quite full goes on all the same: prose that stops inside a sentence. Where lines
 * are cut at the width exactly, there are none.
 */
function isRagged(text: string, lines: Lines, line: ReadLine, opensParagraph: boolean, wrapping: Wrapping): boolean {
  const { measure, manner, width } = wrapping;
  if (manner === 'cut' || line.ends === 'sentence') return false;
  if (opensParagraph && !STOPS.test(text.slice(lines.from[line.line], lines.to[line.line]))) return false;
  const room = slack(lines, text, line.line, wrapping);
  return room >= 0 && room <= (manner === 'loose' ? RAGGED * width : tolerance(measure));
}

interface Seam {
  readonly before: ReadLine;
  readonly here: ReadLine;
  /** Index of the line that opened the paragraph `before` belongs to. */
  readonly first: number;
  readonly k: number;
  /** Last number of each style that opened a paragraph. */
  readonly lastValue: Int32Array;
  readonly read: readonly ReadLine[];
}

function goesOn(text: string, lines: Lines, wrapping: Wrapping, habits: Habits, seam: Seam): boolean {
  const { before, here, first, k, read } = seam;
  if (before.alone || here.alone || here.opens) return false;
  const full = isFull(text, lines, before, here, wrapping);
  if (!full && !isRagged(text, lines, before, first === k - 1, wrapping)) return false;
  if ((lines.widths[wrapping.measure][here.line] ?? UNMEASURED) > wrapping.width + tolerance(wrapping.measure)) return false;
  if (before.ends === 'clause') return true;
  if (here.gap === 'blank' && before.ends === 'sentence') return false;
  const indent = (lines.indent[here.line] ?? 0) - wrapping.indent;
  if (indent > INDENTED || (indent === INDENTED && before.ends === 'sentence')) return false;
  if (first === k - 1 && before.ends === 'within') {
    const words = text.slice(lines.from[before.line], lines.to[before.line]);
    if (here.gap === 'blank' && !PAUSES.test(words)) return false;
    if (numbersHeadings(before, habits) && !STOPS.test(words) && endOfRun(text, lines, read, k, wrapping) !== 'within') return false;
  }
  if (before.ends === 'sentence' && (habits.labels.get(labelOf(text, lines, here) ?? '') ?? 0) >= 2) return false;
  return here.number === null || !opensItem(text, lines, habits, seam, indent);
}

/** Inside a line these show that it is no heading, or hardly one. */
const STOPS = /[。；;！？]/;
const PAUSES = /[，,。；;！？]/;

/** Whether items numbered like this one mostly stand alone. */
function numbersHeadings({ number }: ReadLine, { headings, numbered }: Habits): boolean {
  if (number === null) return false;
  const sisters = headings[number.style] ?? 0;
  return sisters >= 2 && sisters >= 0.6 * (numbered[number.style] ?? 0);
}

/** Whether the number in front of a line behind a full one opens an item, or only happens to stand there. */
function opensItem(text: string, lines: Lines, habits: Habits, seam: Seam, indent: number): boolean {
  const { before, here, first, k, lastValue, read } = seam;
  if (here.number === null) return false;
  const { style, value } = here.number;
  const opening = habits.opening[style] ?? 0;
  const allIndented = opening >= 3 && (habits.indented[style] ?? 0) >= 0.9 * opening;
  if (allIndented && indent < INDENTED) return false;
  const follows = lastValue[style] === value - 1;
  if (before.ends === 'within') {
    if (style >= FIRST_INLINE_STYLE) return false;
    return value === 1 ? first === k - 1 && mayHead(text, lines, before, style) : follows;
  }
  if (style >= FIRST_INLINE_STYLE) return value === 1 ? opening > 0 : follows;
  return value === 1 || follows || !standsInside(text, lines, read, first, k, style, value - 1);
}

/** Whether a line may be a heading above an item of this style: no sentence in it, its own number of a higher level. */
function mayHead(text: string, lines: Lines, { line, number }: ReadLine, style: number): boolean {
  if (number !== null && number.style >= style) return false;
  return !STOPS.test(text.slice(lines.from[line], lines.to[line]));
}

/** How far back the number before is looked for, in units. */
const REACH = 2000;

/** Whether the number before stands inside the paragraph, so that this one does too. */
function standsInside(
  text: string,
  lines: Lines,
  read: readonly ReadLine[],
  first: number,
  k: number,
  style: number,
  value: number,
): boolean {
  const end = lines.to[read[k - 1]?.line ?? 0] ?? 0;
  const start = Math.max(lines.from[read[first]?.line ?? 0] ?? 0, end - REACH);
  const han = chineseNumber(value);
  const forms = [[`${han}、`], [`（${han}）`, `(${han})`], [`${value}.`, `${value}、`], [`（${value}）`, `(${value})`]];
  const stretch = text.slice(start, end);
  return (forms[style] ?? []).some((form) => stretch.includes(form));
}

function chineseNumber(value: number): string {
  const digits = '一二三四五六七八九';
  const tens = value < 20 ? '' : digits.charAt(Math.floor(value / 10) - 1);
  return `${tens}${value >= 10 ? '十' : ''}${digits.charAt((value % 10) - 1)}`;
}
