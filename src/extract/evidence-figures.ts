import type { Span } from '../document/span.js';
import type { Numeral } from '../language/numerals.js';
import type { Take } from './evidence.js';
import { countsIn, type Figured, inside, isArticle, outside } from './figures.js';

/** Least value of a Chinese figure that is more than a manner of speaking (两三个, 一件). */
const DEFINITE = 4;

/** Figures that count or measure something; small Chinese ones and approximate ones are weak. */
export function figures(source: Figured, span: Span, take: Take): void {
  const { text, hits } = source;
  const plain = <T extends Span>(list: readonly T[]): readonly T[] =>
    outside(outside(list, hits.in('evidence-figure-not', span)), hits.in('evidence-time-general', span));
  for (const count of plain(countsIn(source, span)))
    if (!isArticle(text, count) && !isName(text, count)) take(count, isDefinite(text, count));
  for (const vague of plain(hits.in('evidence-vague-figure', span))) take(vague, false);
}

/** 12345热线, DRG2.0, “三重一大”: part of a name, between letters or in short quotation marks. */
function isName(text: string, { start, end, unit }: Numeral): boolean {
  if (/[A-Za-z]/.test(text.charAt(start - 1)) || (unit === null && /[A-Za-z]/.test(text.charAt(end))))
    return true;
  const before = text.slice(Math.max(0, start - NAME), start);
  const behind = text.slice(end, end + NAME);
  const [open, close] = [before.lastIndexOf('“'), behind.indexOf('”')];
  if (open < 0 || close < 0) return false;
  const inside = before.slice(open + 1) + text.slice(start, end) + behind.slice(0, close);
  return inside.length < NAME && !/[“”，]/.test(inside);
}

/** Longest name in quotation marks that a figure may belong to. */
const NAME = 9;

function isDefinite(text: string, { start, end, value, unit }: Numeral): boolean {
  // Without a measure word: 113眼, but neither the number of an item nor a telephone number.
  if (unit === null && !/%/.test(text.slice(start, end))) return value < 1e4 && HAN.test(text.charAt(end));
  if (/\d/.test(text.slice(start, end))) return true;
  return value >= DEFINITE;
}

const HAN = /[\u4e00-\u9fff]/;

/** A period with both its ends, or with the month in which it began (10月8日至22日, 3月起); not 2021年以来. */
const isClosed = (value: string | null): boolean => value !== null && /\/[^.]|-\d\d\/\.\.$/.test(value);

/** Times: dates and named periods; 前段时间, 有一次 and periods without an end (今年以来) are weak. */
export function times({ hits, dates }: Figured, span: Span, take: Take): void {
  for (const date of outside(inside(dates, span), hits.in('evidence-time-general', span))) {
    const { kind, value } = date;
    if (kind !== 'frequency' && kind !== 'deadline')
      take(date, kind !== 'relative' && (kind !== 'period' || isClosed(value)));
  }
  for (const time of hits.in('evidence-time', span)) take(time, true);
  for (const category of ['evidence-time-weak', 'evidence-occasion'])
    for (const time of hits.in(category, span)) take(time, false);
}
