import type { CommitmentKind } from '../analysis.js';
import type { Span } from '../document/span.js';
import type { DateExpression, Numeral } from '../language/numerals.js';
import { papers } from './commitment-papers.js';
import { persons } from './commitment-persons.js';
import { deliverables, quantities } from './commitment-things.js';
import { deadlines, frequencies } from './commitment-times.js';
import { thresholds, wholes } from './commitment-wholes.js';
import { clausesOf, countsIn, type Figured, inside, outside, withoutOverlap } from './figures.js';

/** What fixes a measure: the shortest words that do so. Units of the reading. */
export interface CommitmentSpan extends Span {
  readonly kind: CommitmentKind;
  /**
   * Normalised, as far as the text tells, otherwise null:
   * - deadline: ISO date (`2025-06-30`; `--06-30` when no year is known) or ISO duration (`P3D`, `PT24H`; `P0D`
   *   the same day; `-P5D` so long before the occasion), `2025-03-01/..` from that day on (`P0D/..` from now on),
   *   `--06/--09` in between
   * - frequency: count per ISO period (`≥10小时/P1W`, `1次/P3M`), `R/P1W` where no count is stated
   * - quantity: figure with unit (`≥3篇`, `20户`, `≤18%`, `-30%` for a reduction by so much; of a
   *   threshold the figure: 超过两成的退回重写), null where the text tells elsewhere how many they are (工资逐人核清)
   * - person: the office or person as named; `我` or `本人` for the writer in person
   * - deliverable: what will exist, with its number where stated (`调研报告×1`), or where it can be seen (`记在民情日记`)
   */
  readonly value: string | null;
}

export interface CommitmentOptions {
  /** Year in which dates without one lie; null when not known. */
  readonly year: number | null;
}

/** What may be promised in one stretch, with the figures and dates in it, in which every kind is looked for. */
export interface Piece extends Span {
  readonly counts: readonly Numeral[];
  readonly dates: readonly DateExpression[];
}

/**
 * Finds the commitments in a stretch of a measure's text: deadlines, frequencies, quantities, responsible
 * persons, deliverables. Resolves without any (不断提高, 长期坚持) give none; figures that only describe what is
 * (7户危房), only set a condition (凡涉及5户以上的) or tell of the past are none. A condition with its act in one clause
 * (超过两成的退回重写), and who acts upon a breach (逾期的由督查室通报), count. A deadline and a person are quoted without what is to be done (6月底前), a frequency or quantity with what
 * it counts (每月通一次电话), each by itself where a clause holds several: so do most readers.
 *
 * @param span the measure or a stretch of it, in units of the reading
 * @returns in order, without overlap
 */
export function commitments(
  source: Figured,
  span: Span,
  { year }: CommitmentOptions,
): readonly CommitmentSpan[] {
  const found: CommitmentSpan[] = [];
  for (const clause of openedClauses(source.text, span))
    for (const piece of pieces(source, clause))
      if (!isPast(source, piece)) found.push(...inPiece(source, piece, year));
  return found;
}

/** Clauses, those inside brackets on their own: （责任人：局长；完成时限：6月底前） */
const openedClauses = (text: string, span: Span): readonly Span[] =>
  clausesOf(text, span).flatMap((clause) => {
    const words = text.slice(clause.start, clause.end);
    const open = words.search(/[（(【[]/);
    if (open < 0) return [clause];
    const close = open + words.slice(open).search(/[）)】\]]/);
    if (close < open || !/[，；：]/.test(words.slice(open, close))) return [clause];
    const at = (from: number, to: number): readonly Span[] =>
      to > from ? clausesOf(text, { start: clause.start + from, end: clause.start + to }) : [];
    return [...at(0, open), ...at(open + 1, close), ...at(close + 1, words.length)];
  });

/** 已于5月上交; but 比去年减少三分之一 and 把已经取消的证明清掉 are promises. */
const isPast = ({ text, hits }: Figured, piece: Span): boolean =>
  outside(hits.in('commitment-past', piece), hits.in('commitment-past-not', piece)).some(
    ({ end }) => !ATTRIBUTIVE.test(text.slice(end, piece.end)),
  );

/** What tells the past only of the thing that it stands before. */
const ATTRIBUTIVE = /^.{1,12}的.{2}/u;

function inPiece(source: Figured, piece: Piece, year: number | null): readonly CommitmentSpan[] {
  // Of two that overlap, the one that stands earlier is kept: a frequency says what its quantity says.
  const other = [
    ...frequencies(source, piece),
    ...deliverables(source, piece),
    ...deadlines(source, piece, year),
    ...persons(source, piece),
    ...quantities(source, piece),
    ...wholes(source, piece),
    ...thresholds(source, piece),
  ];
  // What a promise of another kind holds already says no more: 由组织委员记录、会后张贴.
  const papery = papers(source, piece).map((paper) => behind(paper, other));
  return withoutOverlap([...other, ...papery]).filter(
    ({ kind, start }) => !NAMES_TITLES.has(kind) || !inTitle(source.text, piece, start),
  );
}

/** 当天登记到《登记簿》 is quoted as 当天登记 and 到《登记簿》. */
function behind(paper: CommitmentSpan, others: readonly CommitmentSpan[]): CommitmentSpan {
  const start = Math.max(
    paper.start,
    ...others.filter((other) => other.start <= paper.start && other.end < paper.end).map(({ end }) => end),
  );
  return paper.end - start >= SHORTEST ? { ...paper, start } : paper;
}

/** Shortest rest that still names a paper. */
const SHORTEST = 4;

const NAMES_TITLES: ReadonlySet<CommitmentKind> = new Set(['deliverable', 'person']);

/** 严格执行《公务用车配备使用管理办法》: words of a title that is only cited. */
function inTitle(text: string, { start }: Span, at: number): boolean {
  const before = text.slice(start, at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/**
 * A clause without its final mark, cut at 、 where each side counts something of its own (年内至少参加1次民主生活会、
 * 2次主题党日活动).
 */
function pieces(source: Figured, clause: Span): readonly Piece[] {
  const { text } = source;
  let { end } = clause;
  while (end > clause.start && MARKS.includes(text.charAt(end - 1))) end--;
  const counts = countsIn(source, { start: clause.start, end });
  if (counts.length < 2) return [pieceOf(source, { start: clause.start, end }, counts)];
  const cuts = counts.flatMap((count, i) => {
    const before = counts[i - 1];
    if (!before) return [];
    if (text.charAt(count.start - 1) === '、') return [count.start];
    // 精读原著2本、撰写心得5篇
    const at = text.slice(before.end, count.start).lastIndexOf('、') + 1;
    const own = { start: before.end + at, end: count.start };
    return at > 0 && VERBS.some((category) => source.hits.at(category, own.start)) ? [own.start] : [];
  });
  const starts = [clause.start, ...cuts];
  return starts.map((start, i) => {
    const span = { start, end: (starts[i + 1] ?? end + 1) - 1 };
    return pieceOf(source, span, countsIn(source, span));
  });
}

const pieceOf = ({ dates }: Figured, span: Span, counts: readonly Numeral[]): Piece => ({
  start: span.start,
  end: span.end,
  counts,
  dates: inside(dates, span),
});

const VERBS = ['commitment-quantity-verb', 'commitment-produce'];

const MARKS = '，。；：！？';
