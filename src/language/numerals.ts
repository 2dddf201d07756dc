import { overlaps, type Span } from '../document/span.js';
import { chineseNumber } from './chinese-number.js';
import { type DateExpression, dates } from './dates.js';
import type { Hits } from './lexicon.js';
import { matchAt } from './match-at.js';

export { type DateExpression, dates } from './dates.js';

/** A figure in a text. Offsets in units of the text given; the span covers approximation, figure and unit. */
export interface Numeral extends Span {
  /**
   * `percent` has its value in percent, `fraction` as part of one; `ordinal`: 第三; `date`: belongs to a date or
   * period (the span is then the bare figure).
   */
  readonly kind: 'count' | 'percent' | 'fraction' | 'ordinal' | 'date';
  /** The number, or the least it can be: 十余 10, 三四 3, 数十 20, 3-5 3. */
  readonly value: number;
  /** Whether the text leaves the number open. A bound is a number: 不少于10 is 10. */
  readonly approximate: boolean;
  /** Measure word behind it, scale taken off (3万元 → 30,000 元), or null. */
  readonly unit: string | null;
}

/** A figure without its surroundings. */
interface Figure {
  readonly end: number;
  readonly kind: Numeral['kind'];
  readonly value: number;
  readonly approximate: boolean;
  /** What must bear it out: a measure word, or that or a bound before it (近百); without, it is some other word. */
  readonly needs: 'nothing' | 'unit' | 'unit or bound';
}

/**
 * Finds the figures of a text: Arabic (1,200 · 98.71%), Chinese (一百二十), mixed (3万, 2千余), open (十余件,
 * 三四次, 近百名, 20人左右), per cent, fractions, ordinals. Words that only look like figures (一定, 万一, 进一步,
 * 一岗双责, 第一时间) are none, nor are those of fixed expressions (四个意识). Linear in the length of the text.
 *
 * @param hits phrases of the dictionaries in the text
 * @param days what `dates(text)` found, when the caller has it already
 * @returns in order, without overlap
 */
export function numerals(
  text: string,
  hits: Hits,
  days: readonly DateExpression[] = dates(text),
): readonly Numeral[] {
  const inDates = cursor(days);
  const masked = hits.in('expression-fixed');
  const inMasks = cursor(masked);
  const found: Numeral[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at++) {
    if (STARTS[text.charCodeAt(at)] !== 1) continue;
    const skipped = skip(text, at, hits);
    if (skipped > at) {
      at = skipped - 1;
      continue;
    }
    const mask = inMasks(at);
    if (mask) {
      at = mask.end - 1;
      continue;
    }
    const date = inDates(at);
    const figure = date ? bareFigure(text, at) : readFigure(text, at);
    if (!figure) continue;
    if (date) {
      if (date.kind !== 'frequency' || figure.value !== 1) {
        found.push({
          start: at,
          end: figure.end,
          kind: 'date',
          value: figure.value,
          approximate: false,
          unit: null,
        });
      }
      free = figure.end;
      at = figure.end - 1;
      continue;
    }
    const numeral = complete(text, at, free, figure, hits);
    if (!numeral) continue;
    if (!masked.length || !inMasks(numeral.end - 1)) found.push(numeral);
    free = numeral.end;
    at = numeral.end - 1;
  }
  return found;
}

/** Looks up the span at a place, places ascending. */
function cursor<T extends Span>(spans: readonly T[]): (at: number) => T | undefined {
  let next = 0;
  return (at) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const span = spans[next];
    return span && overlaps(span, { start: at, end: at + 1 }) ? span : undefined;
  };
}

const HAN = '零一二三四五六七八九两十百千万亿';
/** 1 for each character that a figure can begin with. */
const STARTS = new Uint8Array(0x10000);
for (const char of `0123456789第几数好${HAN}`) STARTS[char.charCodeAt(0)] = 1;

/** Long runs of digits are codes; other characters here are names: A4, G20, 5G. */
const CODE = /\d{16,}|\d{1,15}(?:[A-Z]|\*)/y;
/** 上一次, 这一项, 每一个: 一 points out and does not count. */
const POINTED = /[进下上前后另某每这那哪任同统唯单专万初其之不归逐又]/;

/** End of what stands here and is no figure; `at` when a figure may begin. */
function skip(text: string, at: number, hits: Hits): number {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const code = matchAt(CODE, text, at);
  if (code) return at + code[0].length;
  if (/\d/.test(char)) {
    // Behind a letter it is a name (A4), in 〔2024〕17号 the number of a document.
    return /[A-Za-z\d〔〕]/.test(before) || (/[.,]/.test(before) && /\d/.test(text.charAt(at - 2)))
      ? endOfDigits(text, at)
      : at;
  }
  const word = hits.at('numeral-word', at);
  if (word && !hits.at('numeral-word-not', at)) return word.end;
  if (char === '一' && POINTED.test(before)) return at + 1;
  if (char === '数' && /[次人户件总多少大倍基分指参个项卡算计]/.test(before)) return at + 1;
  // 一次次: again and again.
  if (char === '一' && text.charAt(at + 1) === text.charAt(at + 2) && text.charAt(at + 1) > '\u4e00')
    return at + 3;
  // 一岗一策, 一事一议: a pattern, not two figures; 一周两次 is.
  if (
    char === '一' &&
    /[一两双三]/.test(text.charAt(at + 2)) &&
    !HAN.includes(text.charAt(at + 1)) &&
    !(/[年月周天]/.test(text.charAt(at + 1)) && /[两三]/.test(text.charAt(at + 2)))
  )
    return at + 3;
  return at;
}

function endOfDigits(text: string, at: number): number {
  const match = matchAt(/\d+/y, text, at);
  return at + (match?.[0].length ?? 1);
}

const readFigure = (text: string, at: number): Figure | undefined =>
  text.charAt(at) === '第'
    ? ordinal(text, at)
    : (share(text, at) ?? arabic(text, at) ?? several(text, at) ?? han(text, at));

const BARE = new RegExp(`\\d{1,15}|[〇${HAN}]{1,12}`, 'y');

/** The figure of a date, without anything around it. */
function bareFigure(text: string, at: number): Figure | undefined {
  const words = matchAt(BARE, text, at)?.[0];
  if (words === undefined) return undefined;
  const value = /^\d/.test(words) ? Number(words) : (chineseNumber(words) ?? yearOf(words));
  return value === undefined
    ? undefined
    : { end: at + words.length, kind: 'date', value, approximate: false, needs: 'nothing' };
}

const yearOf = (words: string): number | undefined =>
  words.length === 4
    ? Number(Array.from(words, (char) => Math.max(0, '〇一二三四五六七八九'.indexOf(char))).join(''))
    : undefined;

const ORDINAL = new RegExp(`第(\\d{1,5}|[${HAN}]{1,8})`, 'y');

function ordinal(text: string, at: number): Figure | undefined {
  const match = matchAt(ORDINAL, text, at);
  const value = match && numberOf(match[1] ?? '');
  if (!match || value === undefined || value === null) return undefined;
  // 第一时间, 第一书记, 第一责任人: first in rank.
  return {
    end: at + match[0].length,
    kind: 'ordinal',
    value,
    approximate: false,
    needs: value === 1 ? 'unit' : 'nothing',
  };
}

const SHARE = new RegExp(
  `([${HAN}]{1,8})分之([${HAN}]{1,8}|\\d{1,3}(?:\\.\\d{1,4})?)(?:点([零一二三四五六七八九]{1,4}))?`,
  'y',
);

/** 百分之九十八点五 · 三分之二 */
function share(text: string, at: number): Figure | undefined {
  const match = matchAt(SHARE, text, at);
  if (!match) return undefined;
  const [whole, below = '', above = '', decimals = ''] = match;
  const denominator = chineseNumber(below);
  const numerator = above === '百' && below === '百' ? 100 : numberOf(above);
  if (!denominator || numerator === undefined) return undefined;
  const value = numerator + decimalsOf(decimals);
  const percent = below === '百';
  return {
    end: at + whole.length,
    kind: percent ? 'percent' : 'fraction',
    value: percent ? value : value / denominator,
    approximate: false,
    needs: 'nothing',
  };
}

const decimalsOf = (words: string): number =>
  words === ''
    ? 0
    : Number(`0.${Array.from(words, (char) => '零一二三四五六七八九'.indexOf(char)).join('')}`);

const NUMBER = '(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?';
const ARABIC = new RegExp(
  `(${NUMBER})(%|％)?(?:[-—–~～至到](${NUMBER}))?(?:(余|多|来|几)?(万亿|百万|千万|[十百千万亿])(余|多)?|(余|多|来|几))?(%|％|‰|个百分点)?`,
  'y',
);
/** 1. and 2、 at the head of an item. */
const HEAD_OF_ITEM = /^\d{1,2}(?:[.、)）．](?!\d)|\t)/;

function arabic(text: string, at: number): Figure | undefined {
  const match = matchAt(ARABIC, text, at);
  if (!match) return undefined;
  const [whole, number = '', , upTo, moreBefore, scale, moreBehind, more, sign] = match;
  const before = text.charAt(at - 1);
  if ((before === '' || /[\n（(。；：\t ]/.test(before)) && HEAD_OF_ITEM.test(text.slice(at, at + 4)))
    return undefined;
  const per = sign !== undefined && sign !== '‰';
  const range = upTo !== undefined && Number(upTo.replaceAll(',', '')) > Number(number.replaceAll(',', ''));
  if (upTo !== undefined && !range) {
    return {
      end: at + number.length,
      kind: 'count',
      value: Number(number.replaceAll(',', '')),
      approximate: false,
      needs: 'nothing',
    };
  }
  const value = Number(number.replaceAll(',', '')) * (SCALES[scale ?? ''] ?? 1);
  return {
    end: at + whole.length,
    kind:
      per || (match[2] !== undefined && upTo === undefined) ? 'percent' : sign === '‰' ? 'fraction' : 'count',
    value: sign === '‰' ? value / 1000 : rounded(value),
    approximate: range || (moreBefore ?? moreBehind ?? more) !== undefined,
    needs: 'nothing',
  };
}

/** Without what binary fractions add (1.1万 is not 11000.000000000002). */
const rounded = (value: number): number =>
  Number.isInteger(value) && value < 1e15 ? value : Number(value.toPrecision(15));

const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

/** 数十 · 几百 · 好几万, and two neighbours: 三四 · 二三十 · 十七八 · 三五. */
const SEVERAL = /好?[数几](十万|百万|千万|[十百千万亿])(余|多)?/y;
const NEIGHBOURS =
  /(十|[二三四五六七八九]十)?(一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(百万|千万|十万|[十百千万亿])?(余|多)?/y;

function several(text: string, at: number): Figure | undefined {
  const open = matchAt(SEVERAL, text, at);
  if (open) {
    const value = 2 * (SCALES[open[1] ?? ''] ?? (open[1] === '十万' ? 1e5 : 1));
    return { end: at + open[0].length, kind: 'count', value, approximate: true, needs: 'nothing' };
  }
  const match = matchAt(NEIGHBOURS, text, at);
  if (!match) return undefined;
  const [whole, tens, pair = '', scale] = match;
  // 十四五, 一二三: names and enumerations, unless something is counted.
  if ((tens && scale) || HAN.includes(text.charAt(at + whole.length) || ' ')) return undefined;
  const digit = chineseNumber(pair.charAt(0)) ?? 0;
  const value =
    (tens ? (chineseNumber(tens) ?? 0) : 0) + digit * (scale === '十万' ? 1e5 : (SCALES[scale ?? ''] ?? 1));
  return { end: at + whole.length, kind: 'count', value, approximate: true, needs: 'unit' };
}

const CHINESE = new RegExp(
  `([${HAN}]{1,20})(?:点([一二三四五六七八九零]{1,4})(?=[万亿倍]|个百分点))?(?:(余|多|来|几)(百万|千万|[百千万亿])?)?(个百分点)?`,
  'y',
);

function han(text: string, at: number): Figure | undefined {
  if (HAN.includes(text.charAt(at - 1) || ' ')) return undefined;
  const match = matchAt(CHINESE, text, at);
  if (!match) return undefined;
  const [whole, words = '', decimals = '', more, scale, points] = match;
  const base = chineseNumber(words);
  if (base === undefined) return undefined;
  const value = (base + decimalsOf(decimals)) * (SCALES[scale ?? ''] ?? 1);
  const end = at + whole.length;
  // 十二, 一百 stand by themselves; 二十大, 十九届 are names; 一, 百, 千万 alone are part of other words.
  if (/[大届中]/.test(text.charAt(end)) && /^[二三]?十[一二三四五六七八九]?$/.test(words)) return undefined;
  const digit = words.length === 1 && base < 10;
  const bare = more === undefined && /^[十百千万亿]+$/.test(words);
  const needs = points ? 'nothing' : digit ? 'unit' : bare ? 'unit or bound' : 'nothing';
  return { end, kind: points ? 'percent' : 'count', value, approximate: more !== undefined, needs };
}

const numberOf = (words: string): number | undefined =>
  /^\d/.test(words) ? Number(words) : chineseNumber(words);

/** Words before a figure that bound it or leave it open; the longest counts. */
const BEFORE =
  /(?:(不少于|不低于|不下于|不超过|不高于|不多于|至少|最少|至多|最多|不下)|(大约|接近|将近|近|约|超过|超|逾|多达|不足|不到|上))$/;
/** The same characters as the end of other words. */
const OTHER_WORD =
  /(?:最|附|临|就|靠|邻|亲|新|远)近$|(?:条|节|集|合|预|契|违|制|公|签|特)约$|[以早晚会路网线身手]上$/;
const BEHIND = /左右|上下(?![级班游楼联功])|有余|之多|不等/y;

/** Adds what stands around a figure; `undefined` when it is not borne out as one. */
function complete(text: string, at: number, free: number, figure: Figure, hits: Hits): Numeral | undefined {
  const before = bound(text.slice(Math.max(free, at - 4), at), text.charAt(at));
  const unit = unitAt(text, figure.end, hits);
  const open = before?.open ?? false;
  if (!unit && (figure.needs === 'unit' || (figure.needs === 'unit or bound' && !open))) return undefined;
  if (figure.kind === 'ordinal') {
    return {
      start: at,
      end: unit?.end ?? figure.end,
      kind: 'ordinal',
      value: figure.value,
      approximate: false,
      unit: unit?.text ?? null,
    };
  }
  let end = unit?.end ?? figure.end;
  const behind = matchAt(BEHIND, text, end)?.[0];
  if (behind) end += behind.length;
  return {
    start: at - (before?.length ?? 0),
    end,
    kind: figure.kind,
    value: figure.value,
    approximate: figure.approximate || open || behind !== undefined,
    unit: unit?.text ?? null,
  };
}

/** The bound at the end of `head`, before a figure that begins with `first`. */
function bound(head: string, first: string): { readonly length: number; readonly open: boolean } | null {
  const match = OTHER_WORD.test(head) ? null : BEFORE.exec(head);
  // 上百, 上千: only before a scale.
  if (!match || (match[0] === '上' && !/[百千万亿]/.test(first))) return null;
  return { length: match[0].length, open: match[2] !== undefined };
}

/** The measure word that begins where a figure ends, or with the figure's last character: 3万 + 万元. */
function unitAt(
  text: string,
  end: number,
  hits: Hits,
): { readonly end: number; readonly text: string } | undefined {
  const behind = hits.at('measure-word', end) ?? hits.at('measure-word', end - 1);
  if (!behind || behind.end <= end) return undefined;
  return { end: behind.end, text: text.slice(end, behind.end) };
}
