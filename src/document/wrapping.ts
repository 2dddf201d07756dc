import { type Lines, type Measure, UNMEASURED, widthOf } from './lines.js';
import type { LineNumber } from './numbering.js';
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

/** Widths that are looked for, in characters or columns. */
const NARROWEST = 15;
const WIDEST: Readonly<Record<Measure, number>> = { 0: 84, 1: 164, 2: 164 };
/** Lines within this of the width may be full: three characters. */
export const tolerance = (measure: Measure): number => (measure === 0 ? 3 : 6);

/**
 * Whether, and how, a text was cut into lines of one width.
 *
 * Evidence for it: many lines within three characters of one width, hardly any beyond, and those lines end
 * inside sentences. Evidence against it: they end with punctuation (one sentence or verse a line), the
 * next line opens with a number (a list of headings).
 */
export function findWrapping(text: string, lines: Lines, read: readonly ReadLine[]): Wrapping | null {
  let best: { wrapping: Wrapping; rank: number } | null = null;
  for (const measure of [0, 1, 2] as const) {
    const width = likelyWidth(text, lines, read, measure);
    if (width === null) continue;
    const found = judge(text, lines, read, measure, width);
    if (found !== null && (best === null || found.rank > best.rank)) best = found;
  }
  return best?.wrapping ?? null;
}

/** Room left on a line; 0 when punctuation hangs over the edge; negative when the line is too long. */
export function slack(lines: Lines, text: string, line: number, wrapping: Pick<Wrapping, 'measure' | 'width'>): number {
  const width = lines.widths[wrapping.measure][line] ?? UNMEASURED;
  const left = wrapping.width - width;
  return left < 0 && width - hanging(text, lines, line, wrapping.measure) <= wrapping.width ? 0 : left;
}

/**
 * Width that the next line's first words need to stay together: one character, with the punctuation that may
 * not be parted from it; a Latin word or a figure as a whole.
 *
 * @param whole false: only the first character, as programs do that cut anywhere
 */
export function firstWidth(text: string, lines: Lines, line: number, measure: Measure, whole: boolean): number {
  const to = lines.to[line] ?? 0;
  let at = lines.from[line] ?? 0;
  if (!whole) return widthOf(text.charCodeAt(at), measure);
  let width = 0;
  const limit = Math.min(to, at + 40);
  for (; at < limit && OPENING.has(text.charCodeAt(at)); at++) width += widthOf(text.charCodeAt(at), measure);
  const word = isWord(text, at);
  do width += widthOf(text.charCodeAt(at++), measure);
  while (word && at < limit && isWord(text, at));
  for (; at < limit && HANGING.has(text.charCodeAt(at)); at++) width += widthOf(text.charCodeAt(at), measure);
  return width;
}

const HANGING = new Set([...'，。、；：！？”’）》】〉」』,.;:!?)…％%'].map((char) => char.charCodeAt(0)));
const OPENING = new Set([...'“‘（《【〈「『('].map((char) => char.charCodeAt(0)));

const isAlphanumeric = (text: string, at: number): boolean => {
  const kind = kinds[text.charCodeAt(at)];
  return kind === Kind.latin || kind === Kind.digit;
};

/** Letters, digits, and a dot between them. */
const isWord = (text: string, at: number): boolean =>
  isAlphanumeric(text, at) || (kinds[text.charCodeAt(at)] === Kind.dot && isAlphanumeric(text, at + 1));

/** Width of the punctuation at a line's end, which some programs let stand over the edge. */
function hanging(text: string, lines: Lines, line: number, measure: Measure): number {
  const last = text.charCodeAt((lines.to[line] ?? 0) - 1);
  return HANGING.has(last) ? widthOf(last, measure) : 0;
}

/** The width that most lines come near to and few exceed. */
function likelyWidth(text: string, lines: Lines, read: readonly ReadLine[], measure: Measure): number | null {
  const widest = WIDEST[measure];
  const upTo = new Uint32Array(widest + 1);
  let all = 0;
  for (const { line, alone } of read) {
    if (alone) continue;
    all++;
    const width = (lines.widths[measure][line] ?? UNMEASURED) - hanging(text, lines, line, measure);
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

/** A line beyond the width speaks against it as much as two full lines speak for it. */
const OVER_WEIGHT = 2;
/** Below this many columns lines of a list may well be of one length by chance. */
const NARROW = 30;

/** Weighs the evidence for one width. `rank`: the more exactly the lines keep to it, the higher. */
function judge(
  text: string,
  lines: Lines,
  read: readonly ReadLine[],
  measure: Measure,
  width: number,
): { readonly wrapping: Wrapping; readonly rank: number } | null {
  const indent = usualIndent(text, lines, read, measure, width);
  const tally = count(text, lines, read, { measure, width, indent });
  const { near, sentences, clauses, within, numbered, exact, typeset, pairs } = tally;
  const narrow = (measure === 0 ? 2 : 1) * width < NARROW;
  const exactShare = exact / within;
  const typesetShare = typeset / within;
  const manner = exactShare >= 0.95 ? 'cut' : typesetShare >= 0.92 ? 'typeset' : 'loose';

  if (within < (narrow ? 6 : 3)) return null;
  if (near < 0.2 * read.length) return null;
  if (sentences > 0.4 * near || sentences + clauses > 0.6 * near) return null;
  if (numbered > 0.3 * (within + numbered)) return null;
  if (pairs === 0 && (narrow || width < 40)) return null;
  if (manner === 'loose' && (narrow || near < 0.5 * read.length || pairs < 0.3 * near || within < 5)) return null;

  const rank = manner === 'cut' ? 2 + exactShare : manner === 'typeset' ? 1 + typesetShare : typesetShare;
  return { wrapping: { measure, width, manner, indent }, rank };
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

function count(
  text: string,
  lines: Lines,
  read: readonly ReadLine[],
  { measure, width, indent }: Omit<Wrapping, 'manner'>,
): Tally {
  const tally = { near: 0, sentences: 0, clauses: 0, numbered: 0, within: 0, exact: 0, typeset: 0, pairs: 0 };
  let previousNear = false;
  for (let k = 0; k < read.length; k++) {
    const here = read[k];
    const next = read[k + 1];
    if (here === undefined) break;
    const room = slack(lines, text, here.line, { measure, width });
    const isNear = !here.alone && room >= 0 && room <= tolerance(measure);
    if (isNear) {
      tally.near++;
      if (previousNear) tally.pairs++;
    }
    previousNear = isNear;
    if (!isNear || next === undefined) continue;
    if (here.ends === 'sentence') {
      tally.sentences++;
      continue;
    }
    if (here.ends === 'clause') tally.clauses++;
    if (next.alone || next.opens || next.gap !== 'none') continue;
    if ((lines.widths[measure][next.line] ?? UNMEASURED) > width + tolerance(measure)) continue;
    if ((lines.indent[next.line] ?? 0) >= indent + INDENTED) continue;
    if (next.number !== null) {
      tally.numbered++;
      continue;
    }
    tally.within++;
    if (room < firstWidth(text, lines, next.line, measure, false)) tally.exact++;
    if (room < firstWidth(text, lines, next.line, measure, true)) tally.typeset++;
  }
  return tally;
}

/** From this much more white space on, in columns, a line opens a paragraph. */
export const INDENTED = 2;

/** The commonest indent of lines that continue one. */
function usualIndent(text: string, lines: Lines, read: readonly ReadLine[], measure: Measure, width: number): number {
  const seen = new Uint32Array(64);
  for (let k = 1; k < read.length; k++) {
    const before = read[k - 1];
    const here = read[k];
    if (before === undefined || here === undefined || before.ends === 'sentence' || before.alone) continue;
    const room = slack(lines, text, before.line, { measure, width });
    const indent = lines.indent[here.line] ?? 0;
    if (room >= 0 && room <= tolerance(measure) && indent < 64) seen[indent] = (seen[indent] ?? 0) + 1;
  }
  let best = 0;
  for (let indent = 1; indent < 64; indent++) if ((seen[indent] ?? 0) > (seen[best] ?? 0)) best = indent;
  return best;
}
