import { overlaps, type Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import { bounded, countWords, isCondition } from './commitment-counts.js';
import type { CommitmentSpan, Piece } from './commitments.js';
import { countsIn, type Figured, inside, isArticle, outside } from './figures.js';

/** Furthest that the name of a thing may stand behind its verb, in characters. */
const REACH = 20;
/** Shortest name of a thing that is more than its kind: 差旅费管理办法, not 管理办法. */
const NAMED = 2;

/** Things that will exist: 形成调研报告1篇, 建立台账, 出台差旅费管理办法. At most one a piece. */
export function deliverables(source: Figured, piece: Span): readonly CommitmentSpan[] {
  const { text, hits } = source;
  const verbs = outside(hits.in('commitment-produce', piece), hits.in('commitment-produce-not', piece));
  for (const verb of verbs) {
    const reach = { start: verb.end, end: Math.min(piece.end, verb.end + REACH) };
    const thing = firstThing(source, reach, piece.end);
    if (!thing || hits.has({ start: verb.end, end: thing.start }, 'commitment-thing-break')) continue;
    const closed = /[》”]/.test(text.charAt(thing.end)) ? thing.end + 1 : thing.end;
    const name = { start: nameStart(source, verb.end, thing), end: closed };
    if (!isNamed(source, name, thing)) continue;
    const count = countsIn(source, { start: verb.start, end: piece.end }).find(
      (figure) => figure.end <= name.start || figure.start === name.end,
    );
    const end = Math.max(name.end, count?.end ?? 0);
    const words = text.slice(name.start, name.end);
    return [
      {
        start: verb.start,
        end,
        kind: 'deliverable',
        value: count && PIECES.test(count.unit ?? '') ? `${words}×${count.value}` : words,
      },
    ];
  }
  return [];
}

/** What is counted by the piece, not by its length (3万字). */
const PIECES = /^[篇份本个项套册件张期部块条次台辆间座所处面]$/;

/**
 * The first name of a thing that ends a word (食堂 in 食堂采购办法 does not); of several in a row (事项报告清单) the
 * last says what it is.
 */
function firstThing({ text, hits }: Figured, reach: Span, until: number): Span | undefined {
  const things = hits.in('commitment-thing', reach);
  const at = things.findIndex(({ end }) => end === until || ENDS_WORD.test(text.charAt(end)));
  const [first, ...others] = things.slice(Math.max(0, at));
  if (!first) return undefined;
  let { start, end } = first;
  for (const other of others) {
    if (other.start !== end) break;
    ({ start, end } = other);
  }
  return { start, end };
}

const ENDS_WORD = /[^\u4e00-\u9fff]|[并和及与一二三四五六七八九十两]/;

/** Behind the verb, and behind the figure when one follows it (写出1篇调研报告). */
function nameStart(source: Figured, from: number, thing: Span): number {
  const [count] = inside(source.numerals, { start: from, end: thing.start });
  return count?.start === from ? count.end : from;
}

function isNamed({ hits }: Figured, name: Span, thing: Span): boolean {
  if (hits.at('commitment-thing-plain', thing.start)) return true;
  const qualifier = { start: name.start, end: thing.start };
  const generic = hits
    .in('commitment-thing-generic', qualifier)
    .reduce((sum, hit) => sum + hit.end - hit.start, 0);
  return qualifier.end - qualifier.start - generic >= NAMED;
}

/** How far before a figure its verb may stand (走访20户, 给基层党员讲党课1次), and how long a quote may be. */
const VERB_REACH = 10;
const LONGEST = 24;

/** Promised numbers: bounded ones, ones behind a verb, ones behind what they count. */
export function quantities(source: Figured, piece: Piece): readonly CommitmentSpan[] {
  const { hits } = source;
  if (hits.at('commitment-condition', piece.start) || hits.has(piece, 'commitment-routine')) return [];
  const found: CommitmentSpan[] = [];
  for (const count of piece.counts) {
    if (hits.at('commitment-not-quantity', count.end) || isCondition(source, piece, count)) continue;
    // 举报电话12380: a number, not how many.
    if (count.kind === 'count' && count.unit === null && count.end === piece.end) continue;
    const span = promised(source, { start: behindDeadline(source, piece, count), end: piece.end }, count);
    if (span && !found.some((other) => overlaps(other, span)))
      found.push({ ...span, kind: 'quantity', value: figureValue(source, piece, count) });
  }
  return found;
}

/** 春节前走访20户: what is to be done begins behind the deadline. */
function behindDeadline({ hits, dates }: Figured, piece: Span, count: Span): number {
  const before = { start: piece.start, end: count.start };
  const date = inside(dates, before).findLast(({ kind }) => kind === 'deadline');
  return Math.max(piece.start, date?.end ?? 0, hits.last('commitment-deadline', before)?.end ?? 0);
}

function promised(source: Figured, piece: Span, count: Numeral): Span | null {
  const { hits } = source;
  const bound = hits.last('commitment-bound', {
    start: Math.max(piece.start, count.start - 6),
    end: count.end,
  });
  if (bound) return quote(piece, { start: Math.min(bound.start, count.start), end: count.end });
  // 8个以内
  const within = hits.at('commitment-within', count.end);
  if (within?.end === piece.end) return quote(piece, { start: count.start, end: within.end });
  // 每人包一户 · 每台设备两人签字
  const every = hits.last('commitment-every', { start: piece.start, end: count.start });
  if (every && !IDENTITY.test(source.text.slice(every.end, count.start)))
    return quote(piece, { start: every.start, end: count.end });
  const one = hits.first('commitment-one', {
    start: Math.max(piece.start, count.start - 4),
    end: count.end + 4,
  });
  if (one && !hits.has(piece, 'commitment-one-not'))
    return quote(piece, { start: one.start, end: count.end });
  // 走完剩下的6个村 · 退还多收的1.2万元
  const near = { start: Math.max(piece.start, count.start - VERB_REACH), end: count.start };
  const through = hits.last('commitment-through', near);
  if (through && !isArticle(source.text, count))
    return quote(piece, { start: through.start, end: count.end });
  // 一次, 一个 are articles more often than figures; what 的 leads up to is there already (剩余的113眼).
  if (isArticle(source.text, count) || source.text.charAt(count.start - 1) === '的') return null;
  const verb = hits.last('commitment-quantity-verb', near);
  const unit = count.unit !== null && hits.at('commitment-quantity-unit', count.end - count.unit.length);
  const rest = source.text.slice(count.end, piece.end);
  const closes = rest === '' || OVER.test(rest);
  if (
    count.kind === 'percent' &&
    (count.value === 100 || (closes && RATE.test(source.text.slice(piece.start, count.start))))
  )
    return quote(piece, count);
  const listed = source.text.charAt(piece.start - 1) === '、' && count.start === piece.start;
  const counted = listed && isList(source, piece);
  if (verb && (verb.end === count.start || closes || (count.unit === null && HAN.test(rest))))
    return quote(piece, { start: verb.start, end: count.end });
  if (unit && (listed ? counted : closes)) return quote(piece, count);
  return null;
}

/** 每名党员都是一面旗帜 */
const IDENTITY = /[是成当做为]/;

/** A measure word that the dictionary does not know (打井3眼). */
const HAN = /^[\u4e00-\u9fff]$/;

/** 3本以上, to the end of its piece. */
const OVER = /^(?:[及之]?以上|左右)$/;
/** 按期答复率100% */
const RATE = /(?:[率度面]|占比|比例)(?:要|应|须)?[为达到在]*$/;

/** 讲党课2次、谈心5人: what stands before 、 is promised, not told (辖区12个村、3.4万人). */
function isList({ text, hits, dates }: Figured, piece: Span): boolean {
  const from = Math.max(0, piece.start - LONGEST);
  const start =
    from + Math.max(...[...'，。；：\n'].map((mark) => text.slice(from, piece.start).lastIndexOf(mark))) + 1;
  const before = { start, end: piece.start };
  return (
    hits.has(before, 'commitment-quantity-verb', 'commitment-bound') ||
    inside(dates, before).some(({ kind }) => kind === 'frequency' || kind === 'deadline' || kind === 'period')
  );
}

/** The whole piece when it is short, else from the words given to the end of the piece or of the figure. */
function quote(piece: Span, core: Span): Span {
  if (piece.end - piece.start <= LONGEST) return { start: piece.start, end: piece.end };
  return { start: core.start, end: piece.end - core.start <= LONGEST ? piece.end : core.end };
}

function figureValue(source: Figured, piece: Span, count: Numeral): string {
  const isShare = count.kind === 'fraction' || count.kind === 'percent';
  // 压减30%: by so much; 压减到30% is a bound.
  const by =
    isShare &&
    source.hits.last('commitment-reduction', { start: piece.start, end: count.start })?.end === count.start;
  const bound = by
    ? OVER.test(source.text.slice(count.end, piece.end))
      ? '≤-'
      : '-'
    : bounded(source, piece, count);
  if (count.kind === 'fraction') return `${bound}1/${Math.round(1 / count.value)}`;
  if (count.kind === 'percent') return `${bound}${count.value}%`;
  return `${bound}${countWords(source, count)}`;
}
