import { overlaps, type Span } from '../document/span.js';
import type { Hit } from './lexicon.js';

/** A figure in a text. Offsets in units of the reading; the span covers figure, approximation and unit. */
export interface Numeral extends Span {
  /** `ordinal`: 第三; `percent` and `fraction` have values in percent and parts of one. */
  readonly kind: 'count' | 'percent' | 'fraction' | 'ordinal';
  /** The number, or the least it can be (十余 → 10, 三四 → 3). */
  readonly value: number;
  readonly approximate: boolean;
  /** Measure word behind it, or null. */
  readonly unit: string | null;
}

export interface NumeralOptions {
  /** Places of fixed expressions (四个意识), whose figures are none; in order. */
  readonly masked?: readonly Span[];
  /** Places of measure words, in order. */
  readonly units?: readonly Hit[];
}

const HAN_DIGITS = '〇零一二三四五六七八九两';
const BEFORE = '(?:近|约|大约|超过|超|不下|不少于|至少|逾|上|数|几|好几|将近|多达|仅|共|达)?';
const HAN = '[〇零一二三四五六七八九两十百千万亿]{1,12}';
/** Arabic with thousands and decimals and a Han scale, or Han alone; then 余, 多, 几. */
const FIGURE = new RegExp(
  [
    `(百分之)(${HAN}|\\d{1,3}(?:\\.\\d{1,4})?)`,
    `(${HAN})分之(${HAN})`,
    `(第)(${HAN}|\\d{1,4})`,
    `(${BEFORE})(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(\\.\\d{1,6})?(万亿|[十百千万亿])?(余|多|来|几)?(%|个百分点)?`,
    `(${BEFORE})(${HAN})(余|多|来|几)?(?:点(${HAN}))?`,
    '(几|数|好几)([十百千万])',
  ].join('|'),
  'g',
);

/** Words that begin with a Han numeral and are no figures: 一般, 一定, 万一, 统一… is kept out by what stands before. */
const NO_FIGURE_AFTER =
  /^(?:般|定|些|样|直|起|时|旦|致|切|贯|味|向|律|度|再|同|边|面|方面|是|要|把手|线|体|流|带|概|并|心|系列|手|经|举|如既往|刀切|团|番|席|盘棋|以贯之|岗双责|会一课|个别|中全会|届|者|来|则|票否决|站式|网|事一议|门|件事|下|点|会儿)/;
/** 统一, 唯一, 万一 …: words that end in 一. */
const NO_FIGURE_BEFORE = /[第统唯单逐专万之同划每另某任归始初惟合不]/;
/** 十分, 千万: adverbs. */
const ADVERB = /^(?:十分|[百千万亿]+)$/;

/**
 * Finds the figures of a text: Arabic (1,200 · 98.71%), Chinese (一百二十), mixed (3万), approximate (十余件,
 * 三四次, 近百名), percentages, fractions, ordinals. Figures in fixed expressions and words that only look like
 * figures (一般, 统一, 一岗双责) are none. Chinese figures below a hundred need a measure word behind them.
 *
 * @returns in order, without overlap
 */
export function numerals(text: string, { masked = [], units = [] }: NumeralOptions = {}): readonly Numeral[] {
  const found: Numeral[] = [];
  let mask = 0;
  let unit = 0;
  const pattern = new RegExp(FIGURE);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((masked[mask]?.end ?? Number.POSITIVE_INFINITY) <= start) mask++;
    while ((units[unit]?.start ?? Number.POSITIVE_INFINITY) < end) unit++;
    const hidden = masked[mask];
    if (hidden && overlaps(hidden, { start, end })) continue;
    const behind = units[unit]?.start === end ? units[unit] : undefined;
    const figure = read(match, text, behind !== undefined);
    if (!figure) {
      // Only the first character is used up, so that a figure inside is still found.
      pattern.lastIndex = Math.max(start + 1, end - 1 > start ? start + 1 : end);
      continue;
    }
    found.push({ ...figure, unit: behind ? text.slice(behind.start, behind.end) : null, start: figure.start, end: behind?.end ?? end });
    if (behind) pattern.lastIndex = Math.max(pattern.lastIndex, behind.end);
  }
  return found;
}

function read(match: RegExpExecArray, text: string, hasUnit: boolean): (Span & Pick<Numeral, 'kind' | 'value' | 'approximate'>) | null {
  const [whole, percent, percentValue, denominator, numerator, ordinal, ordinalValue, , digits, decimals, scale, arabicMore, sign, hanBefore, han, hanMore, hanDecimals, several, severalScale] = match;
  const start = match.index;
  const end = start + whole.length;
  const place = { start, end };
  if (percent) return { ...place, kind: 'percent', value: numberOf(percentValue), approximate: false };
  if (denominator && numerator) {
    const [below, above] = [chineseNumber(denominator), chineseNumber(numerator)];
    return below && above !== undefined ? { ...place, kind: 'fraction', value: above / below, approximate: false } : null;
  }
  if (ordinal) return { ...place, kind: 'ordinal', value: numberOf(ordinalValue), approximate: false };
  if (digits !== undefined) {
    const value = Number(digits.replaceAll(',', '') + (decimals ?? '')) * (SCALES[scale ?? ''] ?? 1);
    const kind = sign === '%' ? 'percent' : 'count';
    return { ...place, kind, value, approximate: arabicMore !== undefined || /^[近约超上数几将多大好逾]/.test(whole) };
  }
  if (several && severalScale) return { ...place, kind: 'count', value: 2 * (SCALES[severalScale] ?? 1), approximate: true };
  if (han !== undefined) {
    const at = start + (hanBefore?.length ?? 0);
    if (han === '一' && NO_FIGURE_BEFORE.test(text.charAt(at - 1))) return null;
    if (ADVERB.test(han + (text.charAt(end) === '分' ? '分' : ''))) return null;
    const parsed = chineseNumber(han) ?? neighbours(han);
    if (parsed === undefined) return null;
    if (!hasUnit && (parsed < 100 || NO_FIGURE_AFTER.test(text.slice(end, end + 4)))) return null;
    const value = parsed + (hanDecimals ? Number(`0.${[...hanDecimals].map((digit) => HAN_VALUES.get(digit) ?? 0).join('')}`) : 0);
    return { ...place, kind: 'count', value, approximate: hanMore !== undefined || chineseNumber(han) === undefined || /^[近约超上数几将多大好逾]/.test(whole) };
  }
  return null;
}

const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const HAN_VALUES: ReadonlyMap<string, number> = new Map(
  [...HAN_DIGITS].map((digit, i) => [digit, digit === '两' ? 2 : Math.max(0, i - 1)]),
);

const numberOf = (words: string | undefined): number =>
  words === undefined ? 0 : /^\d/.test(words) ? Number(words) : (chineseNumber(words) ?? 0);

/**
 * Value of a Chinese numeral: 十二, 一百零五, 三千二百, 两万, 百八十, 二〇二一.
 *
 * @returns `undefined` when the characters are no numeral
 */
export function chineseNumber(words: string): number | undefined {
  if (words === '') return undefined;
  if (/^[〇零一二三四五六七八九]+$/.test(words)) {
    if (words.length === 1) return HAN_VALUES.get(words);
    // Digit by digit, as in years; two equal or neighbouring digits alone are no number.
    return words.length >= 3 ? Number([...words].map((digit) => HAN_VALUES.get(digit) ?? 0).join('')) : undefined;
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of words) {
    const value = HAN_VALUES.get(char);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      continue;
    }
    const scale = SCALES[char];
    if (scale === undefined) return undefined;
    if (scale >= 1e4) {
      const before = section + (digit ?? 0);
      if (before === 0 && total === 0) return undefined;
      if (scale === 1e8) total = (total + before) * scale;
      else total += before * scale;
      section = 0;
    } else section += (digit ?? 1) * scale;
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}

/** 三四 (次), 七八 (个): two neighbouring digits, the lower one counts. */
function neighbours(words: string): number | undefined {
  const [first, second, ...rest] = [...words].map((char) => HAN_VALUES.get(char));
  if (rest.length > 0 || first === undefined || second === undefined) return undefined;
  return second === first + 1 ? first : undefined;
}

/** A date, period or frequency. */
export interface DateExpression extends Span {
  readonly kind: 'year' | 'month' | 'day' | 'half-year' | 'quarter' | 'deadline' | 'period' | 'frequency' | 'relative';
  /**
   * ISO 8601 as far as the text tells: `2024`, `2024-03`, `2024-03-15`, `--03` (month without year),
   * `2024-H1`, `2024-Q3`, `P1M` for each month (with `kind` frequency); null where it tells nothing.
   */
  readonly value: string | null;
}

const YEAR = '(?:(20\\d{2}|[二两]〇[一二]?[〇一二三四五六七八九]{1,2})年(?:度)?|(去年|今年|前年|上年|本年|当年|明年|上年度|本年度)(?:度)?)';
const MONTH = '(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?';
const DAY = '(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]';
const BEFORE_END = '(底前|底之前|底以前|末前|中旬前|上旬前|下旬前|初前|前|之前|以前|底|内)?';
const DATE = new RegExp(
  [
    `${YEAR}(?:的)?(?:${MONTH}(?:${DAY})?)?(上半年|下半年|第?[一二三四1234]季度)?(以来|来)?${BEFORE_END}`,
    `${MONTH}(?:${DAY})?(以来|来)?${BEFORE_END}`,
    '(20\\d{2})[.\\-/](\\d{1,2})(?:[.\\-/](\\d{1,2}))?(?![\\d.])',
    '(上半年|下半年|第?[一二三四1234]季度)(底前|末前|前|内)?',
    '(?:每个?|逐)(半年|季度|季|月|周|星期|年|天|日|学期|旬)',
    '(?:近|最近|过去|连续)?([一二两三四五六七八九十几\\d]{1,3})(?:个)?(年|月|周|星期|天|季度)(以来|来|内|以内|之内)',
    '(年内|年底前|年底之前|年末前|年底|岁末|本月内|月内|月底前|本周内|季度末前|学期末前|春节前|国庆前|汛期前|“?五一”?前|“?七一”?前)',
    '(前段时间|最近|近期|日前|近日|前不久|那天|当天|当晚|次日|第二天|有一次|前几天|前几年|这几年|近年来|近几年|年初|年中|上个月|上月|上周|本月|去冬今春|春节期间|汛期|国庆期间|疫情期间)',
  ].join('|'),
  'g',
);
const PERIODS: Readonly<Record<string, string>> = {
  半年: 'P6M', 季度: 'P3M', 季: 'P3M', 月: 'P1M', 周: 'P1W', 星期: 'P1W', 年: 'P1Y', 天: 'P1D', 日: 'P1D', 学期: 'P6M', 旬: 'P10D',
};
const UNITS: Readonly<Record<string, string>> = { 年: 'Y', 月: 'M', 周: 'W', 星期: 'W', 天: 'D', 季度: 'Q' };

/**
 * Finds dates, periods and frequencies: 2024年3月15日, 2021年度, 去年下半年, 6月底前, 2025.3, 近三年来, 每季度, 年内.
 *
 * @returns in order, without overlap
 */
export function dates(text: string): readonly DateExpression[] {
  const found: DateExpression[] = [];
  for (const match of text.matchAll(DATE)) {
    const date = readDate(match);
    if (date) found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function readDate(match: RegExpMatchArray): Pick<DateExpression, 'kind' | 'value'> | null {
  const [, year, relativeYear, month, day, part, since, before, aloneMonth, aloneDay, aloneSince, aloneBefore, dottedYear, dottedMonth, dottedDay, halfOrQuarter, partBefore, each, count, countUnit, countMode, deadline, relative] = match;
  if (year !== undefined || relativeYear !== undefined) {
    const name = year ? (/^\d/.test(year) ? year : String(chineseNumber(year) ?? '')) : '';
    const precise = dateValue(name || null, month, day) ?? (name || null);
    if (isDeadline(before)) return { kind: 'deadline', value: precise };
    if (since) return { kind: 'period', value: precise };
    if (part) return { kind: part.includes('季') ? 'quarter' : 'half-year', value: name ? `${name}-${partValue(part)}` : partValue(part) };
    return { kind: day ? 'day' : month ? 'month' : 'year', value: precise };
  }
  if (aloneMonth !== undefined) {
    const value = dateValue(null, aloneMonth, aloneDay);
    if (value === null) return null;
    return { kind: isDeadline(aloneBefore) ? 'deadline' : aloneSince ? 'period' : aloneDay ? 'day' : 'month', value };
  }
  if (dottedYear !== undefined) {
    const value = dateValue(dottedYear, dottedMonth, dottedDay);
    return value === null ? null : { kind: dottedDay ? 'day' : 'month', value };
  }
  if (halfOrQuarter !== undefined)
    return { kind: partBefore ? 'deadline' : halfOrQuarter.includes('季') ? 'quarter' : 'half-year', value: partValue(halfOrQuarter) };
  if (each !== undefined) return { kind: 'frequency', value: PERIODS[each] ?? null };
  if (count !== undefined && countUnit !== undefined) {
    const number = /^\d/.test(count) ? Number(count) : chineseNumber(count);
    const unit = UNITS[countUnit] ?? '';
    const value = number === undefined ? null : unit === 'Q' ? `P${3 * number}M` : `P${number}${unit}`;
    return { kind: countMode?.includes('内') ? 'deadline' : 'period', value };
  }
  if (deadline !== undefined) return { kind: 'deadline', value: null };
  return relative === undefined ? null : { kind: 'relative', value: null };
}

const isDeadline = (before: string | undefined): boolean => before !== undefined && /前|内/.test(before);

const partValue = (part: string): string =>
  part === '上半年' ? 'H1' : part === '下半年' ? 'H2' : `Q${numberOf(part.replace(/^第|季度$/g, ''))}`;

function dateValue(year: string | null, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return null;
  const [m, d] = [numberOf(month), day === undefined ? null : numberOf(day)];
  if (m < 1 || m > 12 || (d !== null && (d < 1 || d > 31))) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year ?? '-'}-${two(m)}${d === null ? '' : `-${two(d)}`}`;
}
