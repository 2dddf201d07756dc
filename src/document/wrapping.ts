import {
  firstWidth,
  hanging,
  INDENTED,
  isTooLong,
  roomOn,
  tolerance,
  type Wrapping,
  widthOn,
} from './fit.js';
import type { Measure } from './lines.js';
import { indentOf, type Sheet } from './sheet.js';

/** Widths that are looked for, in characters or columns. */
const NARROWEST = 15;
const WIDEST: Readonly<Record<Measure, number>> = { 0: 84, 1: 164, 2: 164 };

/**
 * Whether, and how, a text was cut into lines of one width.
 *
 * Evidence for it: many lines within three characters of one width, hardly any beyond, and those lines end
 * inside sentences. Evidence against it: they end with punctuation (one sentence or verse a line), the
 * next line opens with a number (a list of headings).
 */
export function findWrapping(sheet: Sheet): Wrapping | null {
  let best: { wrapping: Wrapping; rank: number } | null = null;
  for (const measure of [0, 1, 2] as const) {
    const width = likelyWidth(sheet, measure);
    if (width === null) continue;
    const found = judge(sheet, measure, width);
    if (found !== null && (best === null || found.rank > best.rank)) best = found;
  }
  return best?.wrapping ?? null;
}

/** A line beyond the width speaks against it as much as two full lines speak for it. */
const OVER_WEIGHT = 2;

/** The width that most lines come near to and few exceed. */
function likelyWidth(sheet: Sheet, measure: Measure): number | null {
  const widest = WIDEST[measure];
  const upTo = new Uint32Array(widest + 1);
  let all = 0;
  for (const line of sheet.read) {
    if (line.alone) continue;
    all++;
    const width = widthOn(sheet, line, measure) - hanging(sheet, line, measure);
    if (width <= widest) upTo[width] = (upTo[width] ?? 0) + 1;
  }
  for (let width = 1; width <= widest; width++) upTo[width] = (upTo[width] ?? 0) + (upTo[width - 1] ?? 0);
  let best: number | null = null;
  let bestScore = 0;
  for (let width = NARROWEST; width <= widest; width++) {
    const within = upTo[width] ?? 0;
    const near = within - (upTo[width - tolerance(measure) - 1] ?? 0);
    const score = near - OVER_WEIGHT * (all - within);
    if (score > bestScore) {
      bestScore = score;
      best = width;
    }
  }
  return best;
}

/** Below this many columns lines of a list may well be of one length by chance; from the second on, hardly two. */
const NARROW = 30;
const WIDE = 80;

/**
 * Weighs the evidence for one width. The thresholds were found by wrapping the documents of the corpus that are
 * free for development at every width in several manners, and by texts that are not wrapped.
 *
 * @returns `rank`: the more exactly the lines keep to the width, the higher
 */
function judge(
  sheet: Sheet,
  measure: Measure,
  width: number,
): { readonly wrapping: Wrapping; readonly rank: number } | null {
  const indent = usualIndent(sheet, measure, width);
  const { near, sentences, clauses, within, numbered, exact, typeset, pairs } = count(sheet, {
    measure,
    width,
    indent,
  });
  const all = sheet.read.length;
  const inColumns = measure === 0 ? 2 * width : width;
  const narrow = inColumns < NARROW;
  const exactShare = exact / within;
  const typesetShare = typeset / within;
  const manner = exactShare >= 0.95 ? 'cut' : typesetShare >= 0.92 ? 'typeset' : 'loose';

  if (within < (narrow ? 6 : 3)) return null;
  if (numbered > 0.3 * (within + numbered)) return null;
  if (!(manner !== 'loose' && !narrow && isToldByIndent(sheet, { measure, width, indent }))) {
    if (near < 0.2 * all) return null;
    if (sentences > 0.4 * near || sentences + clauses > 0.6 * near) return null;
    if (pairs === 0 && inColumns < WIDE) return null;
  }
  if (manner === 'loose' && (narrow || near < 0.35 * all || pairs < 0.2 * near || within < 5)) return null;

  const rank = manner === 'cut' ? 2 + exactShare : manner === 'typeset' ? 1 + typesetShare : typesetShare;
  return { wrapping: { measure, width, manner, indent }, rank };
}

/** Fewest continued lines by which the white space in front of lines tells of wrapping. */
const FEWEST_CONTINUED = 3;

/**
 * Whether white space shows the wrapping where most paragraphs are too short to: every paragraph is indented, and
 * each line that is not stands behind a full one.
 */
function isToldByIndent(sheet: Sheet, edge: Omit<Wrapping, 'manner'>): boolean {
  const { measure, indent } = edge;
  let continued = 0;
  let opened = 0;
  let stray = 0;
  sheet.read.forEach((line, k) => {
    const before = sheet.read[k - 1];
    if (before === undefined || line.alone) return;
    if (indentOf(sheet, line) >= indent + INDENTED) {
      opened++;
      return;
    }
    const room = roomOn(sheet, before, edge);
    if (before.ends !== 'sentence' && room >= 0 && room <= tolerance(measure)) continued++;
    else stray++;
  });
  return continued >= FEWEST_CONTINUED && opened >= continued && stray <= 1;
}

interface Tally {
  /** Lines near the width. */
  near: number;
  /** Of these: end a sentence, end with a pause. */
  sentences: number;
  clauses: number;
  /** End inside a sentence, next line opens with a number. */
  numbered: number;
  /** End inside a sentence, next line goes on. */
  within: number;
  /** Of these: not one more character, not one more word would have had room. */
  exact: number;
  typeset: number;
  /** Two lines near the width, one behind the other. */
  pairs: number;
}

function count(sheet: Sheet, edge: Omit<Wrapping, 'manner'>): Tally {
  const { measure, indent } = edge;
  const tally = { near: 0, sentences: 0, clauses: 0, numbered: 0, within: 0, exact: 0, typeset: 0, pairs: 0 };
  let previousNear = false;
  for (let k = 0; k < sheet.read.length; k++) {
    const here = sheet.read[k];
    const next = sheet.read[k + 1];
    if (here === undefined) break;
    const room = roomOn(sheet, here, edge);
    const isNear = !here.alone && room >= 0 && room <= tolerance(measure);
    if (isNear) {
      tally.near++;
      if (previousNear) tally.pairs++;
    }
    previousNear = isNear;
    if (!isNear) continue;
    if (here.ends === 'sentence') {
      tally.sentences++;
      continue;
    }
    if (here.ends === 'clause') tally.clauses++;
    if (next === undefined || next.alone || next.opens || next.gap !== 'none' || isTooLong(sheet, next, edge))
      continue;
    if (indentOf(sheet, next) >= indent + INDENTED) continue;
    if (next.number !== null) {
      tally.numbered++;
      continue;
    }
    tally.within++;
    if (room < firstWidth(sheet, next, measure, false)) tally.exact++;
    if (room < firstWidth(sheet, next, measure, true)) tally.typeset++;
  }
  return tally;
}

/** The commonest indent of lines that continue one; margins beyond this are not told apart. */
const WIDEST_INDENT = 64;

function usualIndent(sheet: Sheet, measure: Measure, width: number): number {
  const seen = new Uint32Array(WIDEST_INDENT);
  for (let k = 1; k < sheet.read.length; k++) {
    const before = sheet.read[k - 1];
    const here = sheet.read[k];
    if (before === undefined || here === undefined || before.ends === 'sentence' || before.alone) continue;
    const room = roomOn(sheet, before, { measure, width });
    const indent = indentOf(sheet, here);
    if (room >= 0 && room <= tolerance(measure) && indent < WIDEST_INDENT)
      seen[indent] = (seen[indent] ?? 0) + 1;
  }
  return seen.indexOf(Math.max(...seen));
}
