import type { Span } from '../document/span.js';
import { chineseNumber, digitsOneByOne } from './chinese-number.js';
import { matchAt } from './match-at.js';

/** A date, period or frequency. Offsets in units of the text given. */
export interface DateExpression extends Span {
  readonly kind:
    | 'year'
    | 'month'
    | 'day'
    | 'half-year'
    | 'quarter'
    | 'deadline'
    | 'period'
    | 'frequency'
    | 'relative';
  /**
   * ISO 8601 as far as the text tells: `2024`, `2024-03`, `2024-03-15`, `--03` and `--03-15` (no year), `---15`
   * (a day alone), `2024-H1`, `Q3`, `2024-03/2024-05`, `2021/..` (since), `P1M` (each month, within a month);
   * null where it tells nothing (去年, 年底).
   */
  readonly value: string | null;
}

type Read = DateExpression | undefined;

/**
 * Finds dates, periods, deadlines and frequencies: 2024年3月15日, 2021年度, 去年下半年, 6月底前, 2025.3,
 * 2024年3月至5月, 近三年, 每季度, 一个月内, 年底前. Linear in the length of the text.
 *
 * @returns in order, without overlap
 */
export function dates(text: string): readonly DateExpression[] {
  const found: DateExpression[] = [];
  for (let at = 0; at < text.length; at++) {
    if (STARTS[text.charCodeAt(at)] !== 1 || continuesNumber(text, at)) continue;
    const date =
      frequency(text, at) ?? duration(text, at) ?? dotted(text, at) ?? calendar(text, at) ?? words(text, at);
    if (!date) continue;
    found.push(date);
    at = date.end - 1;
  }
  return found;
}

/** 1 for each character that a date can begin with, so that all others cost one look-up. */
const STARTS = new Uint8Array(0x10000);
for (const char of '0123456789一二三四五六七八九十两半几每逐按近最过连上下前去今本明当次翌同全年月季学周星春国元五七中端清汛岁近日那第这疫“') {
  STARTS[char.charCodeAt(0)] = 1;
}

const HAN_DIGIT = '〇零一二三四五六七八九十百千万两几';
/** Whether the character is not the first of its number: 3 of 13, 三 of 十三. */
function continuesNumber(text: string, at: number): boolean {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  if (before === '') return false;
  if (/\d/.test(char)) return /\d/.test(before) || (/[.,]/.test(before) && /\d/.test(text.charAt(at - 2)));
  return HAN_DIGIT.includes(char) && HAN_DIGIT.includes(before);
}

const SMALL = '\\d{1,3}|[一二三四五六七八九十两]{1,3}|几|半';
const PERIOD_UNIT = '半年|个?季度|季|个?月|周|个?星期|年|天|日|个?学期|旬';

const EACH = new RegExp(
  `[每逐](?:个|隔)?(${SMALL})?(${PERIOD_UNIT})(?!会|记|期|薪|报)|按(季度?|月|周|年度|旬)(?![龄份代])`,
  'y',
);
/** 一月一次 · 半年一评 · 每 left out. */
const ONCE = new RegExp(`(${SMALL})?个?(季度|月|周|年|天)一(?=[次调总报汇更评考回轮测通研议清])`, 'y');

function frequency(text: string, at: number): Read {
  const match = matchAt(EACH, text, at) ?? matchAt(ONCE, text, at);
  if (!match) return undefined;
  const [whole, count, unit, ...rest] = match;
  return {
    start: at,
    end: at + whole.length,
    kind: 'frequency',
    value: period(count ?? '1', unit ?? rest[0] ?? ''),
  };
}

const LENGTH_UNIT = '年|个月|个半月|周|个?星期|天|日|个?季度|个?工作日';
const LENGTH = new RegExp(
  `(最近|过去的?|近|连续|这)?(${SMALL})(?:多|余)?(${LENGTH_UNIT})(以来|来|之?间|以内|之内|内)?`,
  'y',
);

/** 近三年 · 三年来 · 一个月内. Without a word before or behind it is an amount, not a date. */
function duration(text: string, at: number): Read {
  const match = matchAt(LENGTH, text, at);
  if (!match) return undefined;
  const [whole, before, count = '', unit = '', behind] = match;
  const end = at + whole.length;
  if (before === '近' && /[最附临就靠邻亲新]/.test(text.charAt(at - 1))) return undefined;
  if (behind === '来' && /[到自访说看信]/.test(text.charAt(end))) return undefined;
  if (behind === '间' && /[隔接断]/.test(text.charAt(end))) return undefined;
  if (!before && !behind) return undefined;
  // 2021年以来 is a year; working days and hours within are left to who knows the calendar.
  if (/^\d{3}$/.test(count) || unit.endsWith('工作日')) return undefined;
  const within = behind?.endsWith('内') && !before;
  return { start: at, end, kind: within ? 'deadline' : 'period', value: period(count, unit) };
}

const UNITS: readonly (readonly [RegExp, number, string])[] = [
  [/半年/, 6, 'M'],
  [/学期/, 6, 'M'],
  [/季/, 3, 'M'],
  [/月/, 1, 'M'],
  [/旬/, 10, 'D'],
  [/周|星期/, 1, 'W'],
  [/年/, 1, 'Y'],
  [/天|日/, 1, 'D'],
];

function period(count: string, unit: string): string | null {
  const [, each, letter] = UNITS.find(([name]) => name.test(unit)) ?? [];
  if (each === undefined) return null;
  if (count === '半') return letter === 'Y' ? 'P6M' : unit.includes('月') ? 'P15D' : null;
  const number = numberOf(count);
  return number === undefined ? null : `P${number * each}${letter}`;
}

const DOTTED =
  /((?:19|20)\d{2})([.\-/])(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9]))?(?![\d%‰万亿千百元个版]|[.\-/]\d)/y;

function dotted(text: string, at: number): Read {
  const match = matchAt(DOTTED, text, at);
  if (!match) return undefined;
  const [whole, year = '', , month = '', day] = match;
  const value = `${year}-${two(month)}${day ? `-${two(day)}` : ''}`;
  return { start: at, end: at + whole.length, kind: day ? 'day' : 'month', value };
}

/** A point of the calendar as far as it is stated. */
interface Point {
  readonly end: number;
  /** `2024`, empty when not stated or anonymised. */
  readonly year: string;
  /** 去年, 今年. */
  readonly relativeYear: boolean;
  readonly statesYear: boolean;
  readonly month: string | null;
  readonly day: string | null;
  /** `H1`, `Q3`, `Q1/Q3`. */
  readonly part: string | null;
}

const YEAR =
  /((?:19|20)\d{2}|[一二][〇零○九一二三四五六七八]{3}|20(?:\*{2}|[Xx×]{2}))(?:年度?|(?=[-—–~～至到](?:19|20)?\d{2}年)|学年度?)/y;
const SHORT_YEAR = /([012]\d)年(?=\d{1,2}月)/y;
const RELATIVE_YEAR = /去年度?|今年度?|前年|上一?年度?|本年度?|当年|明年度?|次年|翌年|同年/y;
const MONTH =
  /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?:月份?|(?=[-—–~～至到](?:1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])月))/y;
const DAY = /(3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|二十|[一二三四五六七八九])[日号]/y;
const LONE_DAY = /(3[01]|[12]\d|0?[1-9])日(?![三元均报])/y;
const PART = /的?(上半年|下半年|前([二三两23])个?季度|第?([一二三四1-4])季度)(?:末|底)?/y;
/** Where in its month or year; part of the words, not of the value. */
const STAGE = /年?[底末初]|[上中下]旬/y;
const TAIL =
  /(以来|[以之]?前(?![往去后期面段进任来列沿端夕瞻景一二三四五六两几\d])|[以之]?内(?![容部心外在蒙])|起(?![到来草步因点码诉源初义]))/y;
const JOINT = /[-—–~～至到]/y;

function calendar(text: string, at: number): Read {
  const first = point(text, at, null);
  if (!first) return undefined;
  const joint = matchAt(JOINT, text, first.end);
  const last = joint ? point(text, first.end + 1, first) : undefined;
  if (last) return { start: at, end: last.end, kind: 'period', value: range(first, last) };
  // 2021 or 3 before a dash that leads nowhere is no date.
  if (!first.part && /[\d一二三四五六七八九十]/.test(text.charAt(first.end - 1))) return undefined;
  const tail = matchAt(TAIL, text, first.end)?.[0] ?? '';
  const end = first.end + tail.length;
  const value = valueOfPoint(first);
  if (/前$|内$/.test(tail)) return { start: at, end, kind: 'deadline', value };
  if (tail !== '') return { start: at, end, kind: 'period', value: value && `${value}/..` };
  return { start: at, end, kind: kindOf(first), value };
}

/** @param before the first point of a range, which the second completes: 3月15日至20日, 2021年至2023年 */
function point(text: string, at: number, before: Point | null): Point | undefined {
  let end = at;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = matchAt(pattern, text, end);
    if (match) end += match[0].length;
    return match;
  };
  const stated = take(YEAR) ?? take(SHORT_YEAR);
  const relative = stated ? null : text.charAt(at - 1) === '以' ? null : take(RELATIVE_YEAR);
  const afterYear = end;
  const part = take(PART);
  const month = part ? null : take(MONTH);
  const day = month ? take(DAY) : end === at && !(before && !before.day) ? take(LONE_DAY) : null;
  // 去年中月, 第三: a part or month glued to a number is none.
  if (end === at) return undefined;
  if (!part && !day && (month || end === afterYear)) take(STAGE);
  return {
    end,
    year: stated ? yearOf(stated[1] ?? '') : '',
    relativeYear: relative !== null,
    statesYear: stated !== null,
    month: month ? two(numberOf(month[1] ?? '') ?? 0) : null,
    day: day ? two(numberOf(day[1] ?? '') ?? 0) : null,
    part: part ? partOf(part) : null,
  };
}

function kindOf({ day, month, part, statesYear }: Point): DateExpression['kind'] {
  if (day) return 'day';
  if (month) return 'month';
  if (part) return part.includes('/') ? 'period' : part.startsWith('H') ? 'half-year' : 'quarter';
  return statesYear ? 'year' : 'relative';
}

function valueOfPoint({ year, month, day, part, relativeYear, statesYear }: Point): string | null {
  if (part)
    return year
      ? part
          .split('/')
          .map((name) => `${year}-${name}`)
          .join('/')
      : part;
  if (day && !month) return `---${day}`;
  if (month) return `${year || '-'}-${month}${day ? `-${day}` : ''}`;
  return relativeYear || !statesYear ? null : year || null;
}

function range(first: Point, last: Point): string | null {
  const year = last.year || first.year;
  const from = valueOfPoint({ ...first, year: first.year || (first.month || first.part ? '' : last.year) });
  const month = last.month ?? (last.day ? first.month : null);
  const to = valueOfPoint({
    ...last,
    year: last.statesYear || last.month || last.day || last.part ? year : last.year,
    month,
  });
  return from && to ? `${from}/${to}` : null;
}

function partOf([, name = '', upTo, quarter]: RegExpExecArray): string {
  if (name.endsWith('半年')) return name.startsWith('上') ? 'H1' : 'H2';
  return upTo ? `Q1/Q${numberOf(upTo)}` : `Q${numberOf(quarter ?? '')}`;
}

function yearOf(words: string): string {
  if (/^\d{4}$/.test(words)) return words;
  if (/^\d{2}$/.test(words)) return `20${words}`;
  return String(digitsOneByOne(words) ?? '');
}

const BEFORE_END = '[以之]?前|[以之]?内';
/** Ends of a running year, month …, and feasts by which things are to be done. */
const CLOSING = new RegExp(
  [
    `(?:年|月|季度|学期|岁|本月|本年|本周|本季度|本学期|当月|当年|年终)(?:[底末](?:${BEFORE_END})|[以之]?内(?![容部心外]))`,
    '(?:春节|国庆节?|元旦|“?五一”?|“?七一”?|中秋节?|端午节?|清明节?|汛期)(?:之|以)?前(?![后夕往来期])',
  ].join('|'),
  'y',
);
const RELATIVE =
  /全年|(?:本|当|上|下|次)(?:个?月|周|季度|学期)[底末初]?|(?:今|当|次|同)[天日晚]|[年月][底末初](?![一步次心衷])|岁末|年中(?=[，。、；]|考核|检查)|近年来|近几年来?|这几年|前几年|前几天|前段时间|近段时间|近期|近日|最近|日前|前不久|那天|第二天|(?:周|星期)[一二三四五六日](?![年次个条件项])|去冬今春|春节期间|汛期|国庆期间|疫情期间/y;

function words(text: string, at: number): Read {
  const closing = matchAt(CLOSING, text, at);
  if (closing) return { start: at, end: at + closing[0].length, kind: 'deadline', value: null };
  if (
    /[\u4e00-\u9fff]/.test(text.charAt(at - 1)) &&
    /^[年月]/.test(text.charAt(at)) &&
    GLUED.test(text.charAt(at - 1))
  ) {
    return undefined;
  }
  const relative = matchAt(RELATIVE, text, at);
  if (!relative) return undefined;
  const whole = relative[0] === '全年';
  return {
    start: at,
    end: at + relative[0].length,
    kind: whole ? 'period' : 'relative',
    value: whole ? 'P1Y' : null,
  };
}

/** Before 年初, 月底 these make another word of it: 青年, 每月, 三年. */
const GLUED = /[青少中老成多半几数\d一二三四五六七八九十每个]/;

const numberOf = (words: string): number | undefined =>
  /^\d+$/.test(words) ? Number(words) : chineseNumber(words);

const two = (value: string | number): string => String(Number(value)).padStart(2, '0');
