import type { Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import { countWords, isCondition } from './commitment-counts.js';
import type { CommitmentSpan, Piece } from './commitments.js';
import { type Figured, isArticle, outside } from './figures.js';

/** Longest piece that is quoted whole. */
const LONGEST = 24;

/**
 * Something promised of each of a set: 27件案卷逐件补充说明, 三个窗口全部开满, 一篇一篇读. The value is how many they
 * are; null where the text tells it elsewhere. At most one a piece.
 */
export function wholes(source: Figured, piece: Piece): readonly CommitmentSpan[] {
  const { text, hits } = source;
  const half = hits.first('commitment-half', piece);
  if (half) return [quantity(piece, half, '-1/2')];
  const figures = piece.counts.filter(({ kind }) => kind === 'count');
  const [first] = figures;
  const counted = figures.find(
    (figure) => figure.unit !== null && (ROUND.test(figure.unit) || !isArticle(text, figure)),
  );
  const [each] = outside(hits.in('commitment-each', piece), hits.in('commitment-each-not', piece));
  const all =
    each ??
    (counted && hits.first('commitment-all', piece)) ??
    (first && !isArticle(text, first) ? finished(source, piece, first) : undefined);
  if (!all) return [];
  const count = counted ?? first;
  const words = {
    start: Math.min(all.start, count?.start ?? all.start),
    end: Math.max(all.end, count?.end ?? all.end),
  };
  return [quantity(piece, words, count ? countWords(source, count) : null)];
}

/** 把11口机井修好 */
const finished = ({ text, hits }: Figured, piece: Span, count: Span): Span | undefined =>
  OBJECT.test(text.slice(piece.start, count.start))
    ? hits
        .in('commitment-completed', { start: count.end, end: piece.end })
        .find(({ end }) => end === piece.end)
    : undefined;

const OBJECT = /[把将]/;

/** 全部重新筛一遍 */
const ROUND = /^[遍轮趟]$/;

/** From how many on something is done, where one clause says both: 超过两成的退回重写, 两次登记就解除. */
export function thresholds(source: Figured, piece: Piece): readonly CommitmentSpan[] {
  const count = piece.counts.find((figure) => opensAct(source, piece, figure));
  return count ? [quantity(piece, count, countWords(source, count))] : [];
}

function opensAct(source: Figured, piece: Span, count: Numeral): boolean {
  const { text, hits } = source;
  const behind = { start: count.end, end: piece.end };
  const then = hits.first('commitment-then', behind);
  if (then && then.start - count.end <= NEAR) return true;
  const rest = text.slice(count.end, piece.end);
  const what = count.end + rest.indexOf('的') + 1;
  if (BOUNDED.test(rest)) {
    const from = { start: Math.min(piece.end, what > count.end ? what + NOUN : what), end: piece.end };
    return REFUSED.test(rest) || hits.has(from, 'commitment-act', 'commitment-check');
  }
  return (
    isCondition(source, piece, count) && (MORE.test(rest) || hits.at('commitment-act', what) !== undefined)
  );
}

/** How far behind its figure an act may stand: 两次登记就解除. */
const NEAR = 4;
/** 没有三次以上对接的不去 · 10立方米以下的放到站里办 */
const BOUNDED = /^以[上下]/;
const REFUSED = /的[不退]/;
/** 10万元以上的采购项目: no act as yet. */
const NOUN = 2;
/** What stands behind 不足4次的 is more than the word of what is counted. */
const MORE = /的.{3}/u;

const quantity = (piece: Span, words: Span, value: string | null): CommitmentSpan => ({
  ...(piece.end - piece.start <= LONGEST
    ? { start: piece.start, end: piece.end }
    : { start: words.start, end: words.end }),
  kind: 'quantity',
  value,
});
