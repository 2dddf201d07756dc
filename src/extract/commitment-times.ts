import { overlaps, type Span } from '../document/span.js';
import { chineseNumber } from '../language/chinese-number.js';
import type { DateExpression } from '../language/numerals.js';
import { bounded, countWords, endWithin, isClock, isCondition } from './commitment-counts.js';
import type { CommitmentSpan, Piece } from './commitments.js';
import { countsIn, type Figured, isArticle, outside } from './figures.js';

/** Deadlines of a piece of a clause: dates with 前 or 底, spans of time with 内, named events, 立行立改. */
export function deadlines(source: Figured, piece: Piece, year: number | null): readonly CommitmentSpan[] {
  if (!tellsTime(source, piece, DEADLINES)) return [];
  const dated = piece.dates.flatMap((date) => deadlineOf(source, piece, date, year));
  const told = source.hits.in('commitment-deadline', piece).map(
    ({ start, end }): CommitmentSpan => ({
      start,
      end,
      kind: 'deadline',
      value: spanOf(source.text.slice(start, end)),
    }),
  );
  return [
    // Of two that overlap the one that tells more: 一个月内 before 月内整改, but 半月内 before 月内.
    ...dated.filter(({ value }) => value !== null),
    ...told,
    ...dated.filter(({ value }) => value === null),
    ...piece.counts.flatMap((count) => durationOf(source, piece, count)),
    ...samePeriods(source, piece),
    ...source.hits
      .in('commitment-at-once', piece)
      .filter(({ start, end }) => end - start < piece.end - piece.start || timeLabel(source, piece))
      .map(({ start, end }): CommitmentSpan => ({ start, end, kind: 'deadline', value: 'P0D' })),
  ];
}

/** Whether a piece holds any date, figure or word that tells when; most hold none. */
const tellsTime = ({ hits }: Figured, piece: Piece, categories: readonly string[]): boolean =>
  piece.dates.length > 0 || piece.counts.length > 0 || hits.has(piece, ...categories);

const DEADLINES = ['commitment-deadline', 'commitment-same-period', 'commitment-at-once'];
const FREQUENCIES = ['commitment-frequency'];

/** 当天转、当周查 · 扣减当月绩效 */
const samePeriods = ({ text, hits }: Figured, piece: Span): readonly CommitmentSpan[] =>
  outside(hits.in('commitment-same-period', piece), hits.in('commitment-same-period-not', piece)).map(
    ({ start, end }) => ({ start, end, kind: 'deadline', value: spanOf(text.slice(start, end)) }),
  );

/** 完成时限：立行立改 — the label ends the clause before. */
const timeLabel = ({ hits }: Figured, { start }: Span): boolean =>
  hits
    .in('commitment-time-label', { start: Math.max(0, start - 8), end: start })
    .some(({ end }) => end === start);

/** Spans of time that have a word of their own. */
function spanOf(words: string): string | null {
  const [, number = '', unit = ''] = SOME.exec(words) ?? [];
  if (unit !== '') return isoDuration(chineseNumber(number) ?? 0, unit);
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] || null;
}

/** 两个小时内 · 会后三天 */
const SOME = /([一二两三四五六七八十]{1,6})个?(小时|分钟|工作日|天|日|周|月|年)(?:[之以]?内)?$/;

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^[自从]?(?:即日|当日|今日|今天).*起$/, 'P0D/..'],
  [/起$/, ''],
  [/^用?半个?[小钟]/, 'PT30M'],
  [/^用?半天/, 'PT12H'],
  [/^用?半个?月/, 'P15D'],
  [/^用?半年/, 'P6M'],
  [/^年度/, 'P1Y'],
  [/^[当次]月|^月/, 'P1M'],
  [/^[当次]周|^周/, 'P1W'],
  [/^次日|^第二|^隔天|^明天/, 'P1D'],
  [/^当年/, 'P1Y'],
  [/^(?:不[过隔]|日[清结产])/, 'P0D'],
  [/^[当即今]/, 'P0D'],
];

/** How far behind a date the 前 of an event may stand: 5月12日护士节前. */
const EVENT = 6;

function deadlineOf(
  source: Figured,
  piece: Span,
  date: DateExpression,
  year: number | null,
): readonly CommitmentSpan[] {
  const { text, hits } = source;
  const words = text.slice(date.start, date.end);
  if (date.kind === 'frequency') return [];
  if (date.kind === 'period') return spell(text, piece, date, year);
  // The day on which the paper was signed.
  const alone = date.start === piece.start && date.end === piece.end;
  if (alone && date.kind === 'day' && !timeLabel(source, piece)) return [];
  const wholeYear =
    WITHIN_YEAR.test(words) &&
    !FROM.test(text.charAt(date.start - 1)) &&
    !hits.at('commitment-deadline', date.start);
  if (wholeYear && hits.in('commitment-completed', piece).some(({ end }) => end === piece.end))
    return [{ start: date.start, end: piece.end, kind: 'deadline', value: endOf(date, `${words}底`, year) }];
  // 从2026年1月开始
  const onward = SINCE.test(text.charAt(date.start - 1))
    ? ONWARD.exec(text.slice(date.end, date.end + 2))
    : null;
  if (onward && CALENDAR.has(date.kind) && date.end + 2 <= piece.end) {
    const from = stated(date.value, year);
    return [{ start: date.start, end: date.end + 2, kind: 'deadline', value: from && `${from}/..` }];
  }
  const behind = text.slice(date.end, Math.min(piece.end, date.end + EVENT + 1));
  const until = date.kind === 'deadline' ? 0 : behind.search(BEFORE) + 1;
  const closes = date.kind === 'deadline' || until > 0 || CLOSES.test(words);
  // In a measure a date of the calendar tells when it is done, unless something begins or stems from there.
  if (!closes && (!CALENDAR.has(date.kind) || FROM.test(text.charAt(date.start - 1)))) return [];
  // 30日内被投诉5次以上的: a condition, not a promise.
  if (CONDITION.test(text.slice(date.end, piece.end))) return [];
  // 2026年春节前: when that is, the year does not tell.
  const value = until > 1 && YEARS.has(date.kind) ? null : endOf(date, words, year);
  return [{ start: date.start, end: date.end + until, kind: 'deadline', value }];
}

const WITHIN_YEAR = /^(?:\d{4}|今|明|本)年度?$/;
const CALENDAR: ReadonlySet<DateExpression['kind']> = new Set(['half-year', 'quarter', 'month', 'day']);
const YEARS: ReadonlySet<DateExpression['kind']> = new Set(['year', 'relative']);
const FROM = /[自从对以将把《于]/;
const SINCE = /[自从]/;
const ONWARD = /^(?:开始|以后|之后)/;
const BEFORE = /(?<![目当提面空超从])前(?![期后往来])/;
const CLOSES = /[底末内]$/;
/** 30日内…5次以上的 · 9月搁下的账: which ones, not when. */
const CONDITION = /^[^、]{0,16}[上下]的$|^的|^[^，、]{1,4}[下过了出到]的/;

/** 3月1日起 · 6月至9月: since when, or in between. 一年来, 去年以来 and the like tell of the past. */
function spell(
  text: string,
  piece: Span,
  date: DateExpression,
  year: number | null,
): readonly CommitmentSpan[] {
  const { start, end } = date;
  const words = text.slice(start, end);
  const isSpell =
    words.endsWith('起') || (SPELL.test(date.value ?? '') && !FROM.test(text.charAt(start - 1)));
  if (!isSpell || CONDITION.test(text.slice(end, piece.end))) return [];
  return [{ start, end, kind: 'deadline', value: stated(date.value, year) }];
}

/** With the year of the text where it tells none. */
const stated = (value: string | null, year: number | null): string | null =>
  year === null ? value : (value?.replace(/--(?=\d{2})/g, `${year}-`) ?? null);

/** Months or days at both ends. */
const SPELL = /^[^/]*-\d{2}\/.*-\d{2}$/;

/** Longest word of a bound. */
const BOUND = 6;

/** 3个工作日内 · 24小时内 · 会前3个工作日 · 提前5天 · 5个工作日办结 · 用3个月时间 */
function durationOf(
  { text, hits }: Figured,
  piece: Span,
  count: Span & { readonly value: number; readonly unit: string | null },
): readonly CommitmentSpan[] {
  const unit = count.unit;
  if (unit === null || !hits.in('commitment-time-unit', count).some(({ end }) => end === count.end))
    return [];
  // 会议控制在1小时以内: how long, not by when.
  const bound = hits.in('commitment-bound', {
    start: Math.max(piece.start, count.start - BOUND),
    end: count.start,
  });
  if (bound.some(({ end }) => end === count.start)) return [];
  const within = unit.endsWith('内') ? { end: count.end } : hits.at('commitment-within', count.end);
  const value = isoDuration(count.value, unit);
  if (within && within.end <= piece.end) {
    if (CONDITION.test(text.slice(within.end, piece.end))) return [];
    return [{ start: count.start, end: within.end, kind: 'deadline', value }];
  }
  const ahead = hits.last('commitment-ahead', { start: piece.start, end: count.start });
  if (ahead?.end === count.start)
    return [{ start: ahead.start, end: count.end, kind: 'deadline', value: value && `-${value}` }];
  const taken = text.charAt(count.start - 1) === '用' && hits.at('commitment-taken', count.end);
  const settled = taken || hits.at('commitment-settled', count.end);
  if (!settled || settled.end > piece.end) return [];
  return [{ start: count.start, end: settled.end, kind: 'deadline', value }];
}

/** Frequencies of a piece: from the period to what is done in it. */
export function frequencies(source: Figured, piece: Piece): readonly CommitmentSpan[] {
  const { hits } = source;
  if (!tellsTime(source, piece, FREQUENCIES)) return [];
  const dated = piece.dates.filter((date) => isPeriod(source, date));
  const periods = [
    ...dated,
    ...hits
      .in('commitment-frequency', piece)
      .filter(
        (hit) =>
          !POINTED.test(source.text.charAt(hit.start - 1)) && !dated.some((date) => overlaps(date, hit)),
      )
      .map(({ start, end }) => ({ start, end, value: periodOf(source.text.slice(start, end)) })),
    ...countedPeriods(source, piece),
    ...onePeriods(source, piece),
  ].sort((a, b) => a.start - b.start);
  const [first] = periods;
  if (!first) return pairs(source, piece);
  const end = endWithin(source, piece, first);
  const counted = countsIn(source, { start: first.end, end: piece.end }).find(
    (figure) => figure.kind === 'count' && !isClock(source, figure),
  );
  if (counted && isCondition(source, piece, counted)) return [];
  const once = ONCE.test(source.text.slice(first.start, first.end));
  const count = counted
    ? `${bounded(source, piece, counted)}${countWords(source, counted)}`
    : once
      ? '1次'
      : 'R';
  return [
    { start: first.start, end, kind: 'frequency', value: first.value ? `${count}/${first.value}` : null },
  ];
}

/** 下周三: once, not each week. */
const POINTED = /[上下本这那前]/;

/** 缺一次说明一次 · 谈成一户签一户: each time that it happens. */
function pairs(source: Figured, piece: Piece): readonly CommitmentSpan[] {
  const [one, other] = piece.counts;
  if (!one || !other || other.end !== piece.end || source.hits.has(piece, 'commitment-pair-not')) return [];
  const once =
    isArticle(source.text, one) &&
    isArticle(source.text, other) &&
    one.unit !== null &&
    one.end - one.start === 2;
  const near = piece.end - piece.start <= PAIR;
  return once && near ? [{ start: piece.start, end: piece.end, kind: 'frequency', value: null }] : [];
}

/** Longest clause that says both. */
const PAIR = 16;

/** 一月一调度 · 一季一评: the period holds its count. */
const ONCE = /[年度季月旬周天日]一/;

/** 每月 says how often; 逐年 alone says how it grows. */
const isPeriod = ({ text }: Figured, { kind, start }: DateExpression): boolean =>
  kind === 'frequency' && text.charAt(start) !== GRADUALLY;

const GRADUALLY = '逐';

type Period = Pick<DateExpression, 'start' | 'end' | 'value'>;

/** 年内、全年、上半年 with a count: so many times in that period. */
function countedPeriods(source: Figured, piece: Piece): readonly Period[] {
  const { text } = source;
  return piece.dates.flatMap(({ start, end, kind, value }) => {
    const words = text.slice(start, end);
    if (!WHOLE_YEAR.test(words)) return [];
    const counted = countsIn(source, { start: end, end: piece.end }).length > 0;
    return counted && kind !== 'frequency' ? [{ start, end, value: value ?? 'P1Y' }] : [];
  });
}

/** 一个季度打一次电话 · 一年讲2堂党课 · 半年听一次汇报: so often in each period, without 每. */
function onePeriods(source: Figured, piece: Piece): readonly Period[] {
  const { counts } = piece;
  if (counts.length === 0) return [];
  return [...source.text.slice(piece.start, piece.end).matchAll(BARE_PERIOD)].flatMap(
    ({ index, 0: words }) => {
      const start = piece.start + index;
      const end = start + words.length;
      const next = counts.find((count) => count.start >= end);
      if (!next?.unit || !TIMES.test(next.unit) || next.start - end > ONCE_REACH) return [];
      return [{ start, end, value: periodOf(words) }];
    },
  );
}

const BARE_PERIOD =
  /(?<![近每过前后第上下隔最\d〇零一二三四五六七八九十百千万两几个])(?:半个?[年月]|[一二两三四六12346]个?(?:季度|学期|星期|[周月年天]))(?![之以]?[内前后来间多]|[份初底末中的])/gu;
const TIMES = /^[次回遍趟轮场篇堂]$/;
/** How far behind its period the number of times may stand. */
const ONCE_REACH = 8;

const WHOLE_YEAR = /^[全年本]年?[内度]?$/;

const PERIOD_UNITS: readonly (readonly [RegExp, string])[] = [
  [/半年/, 'P6M'],
  [/半月|旬/, 'P15D'],
  [/双周|两周|两个星期/, 'P2W'],
  [/两个?月/, 'P2M'],
  [/两天/, 'P2D'],
  [/两年/, 'P2Y'],
  [/三年/, 'P3Y'],
  [/三个?月|季/, 'P3M'],
  [/四个?月/, 'P4M'],
  [/学期/, 'P6M'],
  [/周|星期/, 'P1W'],
  [/月/, 'P1M'],
  [/年/, 'P1Y'],
  [/天|日/, 'P1D'],
];

const periodOf = (words: string): string | null =>
  PERIOD_UNITS.find(([unit]) => unit.test(words))?.[1] ?? null;

const TIME_UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/分钟/, 'PT', 'M'],
  [/小时/, 'PT', 'H'],
  [/工作日|天|日/, 'P', 'D'],
  [/周|星期/, 'P', 'W'],
  [/季度/, 'P', 'Q'],
  [/月/, 'P', 'M'],
  [/年/, 'P', 'Y'],
];

function isoDuration(value: number, unit: string): string | null {
  const [, head, tail] = TIME_UNITS.find(([pattern]) => pattern.test(unit)) ?? [];
  if (!head) return null;
  return tail === 'Q' ? `P${3 * value}M` : `${head}${value}${tail}`;
}

/** The last day that a deadline allows. */
function endOf(date: DateExpression, words: string, year: number | null): string | null {
  if (/^[上去前]年/.test(words)) return null;
  const quarter = /^([一二三四])季度[以之]?内$/.exec(words)?.[1];
  if (!quarter && date.value && /^P|^---/.test(date.value)) return withHalf(date.value, words);
  const given = quarter ? `Q${'一二三四'.indexOf(quarter) + 1}` : (date.value ?? '');
  const stated = /^(\d{4})/.exec(given)?.[1] ?? (year === null ? null : String(year));
  const head = stated ?? '-';
  const part = /(?:^|-)([HQ])([1-4])$/.exec(given);
  if (part) return `${head}-${lastDay(Number(part[2]) * (part[1] === 'H' ? 6 : 3), stated)}`;
  const month = /^(?:\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(given);
  if (month?.[2]) return `${head}-${month[1]}-${month[2]}`;
  if (month) {
    if (/上旬|初/.test(words)) return `${head}-${month[1]}-10`;
    if (words.includes('中旬')) return `${head}-${month[1]}-20`;
    return `${head}-${lastDay(Number(month[1]), stated)}`;
  }
  if (date.kind === 'year' && !CLOSES.test(words) && !BEFORE.test(words)) return stated;
  return /年/.test(words) && !/[初中]/.test(words) ? `${head}-12-31` : null;
}

/** 一个半月 is a month and a half. */
const withHalf = (value: string, words: string): string =>
  words.includes('个半月')
    ? value.replace(/^P(\d+)M$/, (_, months) => `P${30 * Number(months) + 15}D`)
    : value;

function lastDay(month: number, year: string | null): string {
  const days = new Date(Date.UTC(year === null ? 2001 : Number(year), month, 0)).getUTCDate();
  return `${String(month).padStart(2, '0')}-${days}`;
}
