import { INDENTED, isFull, type Wrapping } from './fit.js';
import { NUMBER_STYLES } from './numbering.js';
import { indentOf, type ReadLine, type Sheet, wordsOf } from './sheet.js';

/** How a wrapped text numbers, indents and labels its paragraphs, as far as short lines before them show it. */
export interface Habits {
  /** By style of number: how many lines so numbered certainly open a paragraph, and how many of these are indented. */
  readonly opening: Uint32Array;
  readonly indented: Uint32Array;
  /** By style: items so numbered that end without punctuation, that is, stand alone as headings; and all. */
  readonly headings: Uint32Array;
  readonly numbered: Uint32Array;
  /** Labels such as 整改措施： that certainly open a paragraph, and how often. */
  readonly labels: ReadonlyMap<string, number>;
}

export function habitsOf(sheet: Sheet, wrapping: Wrapping): Habits {
  const table = () => new Uint32Array(NUMBER_STYLES);
  const [opening, indented, headings, numbered] = [table(), table(), table(), table()];
  const labels = new Map<string, number>();
  const add = (to: Uint32Array, style: number): void => {
    to[style] = (to[style] ?? 0) + 1;
  };
  sheet.read.forEach((here, k) => {
    const before = sheet.read[k - 1];
    const certain = before === undefined || !isFull(sheet, before, here, wrapping);
    const label = certain ? labelOf(sheet, here) : null;
    if (label !== null) labels.set(label, (labels.get(label) ?? 0) + 1);
    if (here.number === null) return;
    const { style } = here.number;
    add(numbered, style);
    if (endOfRun(sheet, k, wrapping) === 'within') add(headings, style);
    if (certain) add(opening, style);
    if (certain && indentOf(sheet, here) >= wrapping.indent + INDENTED) add(indented, style);
  });
  return { opening, indented, headings, numbered, labels };
}

/** Whether items numbered like this one mostly stand alone. */
export function numbersHeadings({ number }: ReadLine, { headings, numbered }: Habits): boolean {
  if (number === null) return false;
  const sisters = headings[number.style] ?? 0;
  return sisters >= 2 && sisters >= 0.6 * (numbered[number.style] ?? 0);
}

/** Whether a line opens with a label that opens paragraphs elsewhere. */
export const isLabelled = (sheet: Sheet, line: ReadLine, { labels }: Habits): boolean =>
  (labels.get(labelOf(sheet, line) ?? '') ?? 0) >= 2;

/** Lines; no heading is longer. */
const LONGEST_RUN = 4;

/** How the last of the lines ends that, judged by their fullness alone, go on with the one at `k`. */
export function endOfRun(sheet: Sheet, k: number, wrapping: Wrapping): ReadLine['ends'] {
  let here = sheet.read[k];
  for (let i = k + 1; here !== undefined && i < k + LONGEST_RUN; i++) {
    const next = sheet.read[i];
    const goesOn =
      next !== undefined &&
      next.number === null &&
      next.gap !== 'blank' &&
      indentOf(sheet, next) < wrapping.indent + INDENTED &&
      isFull(sheet, here, next, wrapping);
    if (!goesOn) return here.ends;
    here = next;
  }
  return 'sentence';
}

/** The words before a colon at a line's beginning. */
function labelOf(sheet: Sheet, line: ReadLine): string | null {
  return /^\p{Script=Han}{2,8}(?=[：:])/u.exec(wordsOf(sheet, line).slice(0, 10))?.[0] ?? null;
}
