import { directQuotes, directSingleQuotes } from './quotes.js';
import { Kind, kinds } from './units.js';

/**
 * Gives the punctuation of one paragraph its Chinese form, unit by unit and in place: `, : ; ? !` and brackets
 * beside Han become full-width, a dot that ends a Chinese sentence becomes 。, straight and reversed quotation
 * marks become pairs. A paragraph without Han stays as it is.
 *
 * @param units the reading; `[start, end)` is the paragraph, white space already removed
 */
export function unifyPunctuation(units: Uint16Array, start: number, end: number): void {
  let han = false;
  let half = false;
  let quotes = false;
  let singles = false;
  for (let i = start; i < end; i++) {
    const kind = kinds[units[i] ?? 0];
    if (kind === Kind.han) han = true;
    else if (kind === Kind.half || kind === Kind.bracket || kind === Kind.dot) half = true;
    else if (kind === Kind.curly || kind === Kind.straight) quotes = true;
    else if (kind === Kind.apostrophe) singles = true;
  }
  if (!han) return;
  if (half) {
    widen(units, start, end, 1);
    widen(units, end - 1, start - 1, -1);
    widenSemicolons(units, start, end);
    pairBrackets(units, start, end);
    endSentences(units, start, end);
  }
  if (quotes) directQuotes(units, start, end);
  if (singles) directSingleQuotes(units, start, end);
}

/** Distance between the half- and the full-width forms. */
const FULL = 0xfee0;
const FULL_OPEN = 0xff08;
const FULL_CLOSE = 0xff09;
const OPEN = 0x28;
const CLOSE = 0x29;
const DOT = 0x2e;
const STOP = 0x3002;

const PERCENT = 0x25;
const SEMICOLON = 0x3b;

function isQuote(kind: number | undefined): boolean {
  return kind === Kind.curly || kind === Kind.straight || kind === Kind.single || kind === Kind.apostrophe;
}

const isBracket = (unit: number): boolean =>
  kinds[unit] === Kind.bracket || unit === FULL_OPEN || unit === FULL_CLOSE;

/**
 * Widens what has Han or Chinese punctuation behind it, seen in the direction of `step`. Quotation marks tell
 * nothing of the script around and are looked through, by `, : ; ? !` brackets too. Behind % no figure goes on.
 */
function widen(units: Uint16Array, from: number, to: number, step: 1 | -1): void {
  let beside = false;
  let touching = false;
  for (let i = from; i !== to; i += step) {
    let unit = units[i] ?? 0;
    const kind = kinds[unit];
    if ((kind === Kind.half && beside) || (kind === Kind.bracket && touching)) {
      unit += FULL;
      units[i] = unit;
    }
    if (isQuote(kind)) continue;
    touching = kinds[unit] === Kind.han || kinds[unit] === Kind.mark;
    if (!isBracket(unit)) beside = touching || (unit === PERCENT && step === 1);
  }
}

/** A semicolon between figures is none of theirs. */
function widenSemicolons(units: Uint16Array, start: number, end: number): void {
  for (let i = start + 1; i < end - 1; i++) {
    if (units[i] !== SEMICOLON) continue;
    if (kinds[units[i - 1] ?? 0] === Kind.digit || kinds[units[i + 1] ?? 0] === Kind.digit)
      units[i] = SEMICOLON + FULL;
  }
}

/** Where one bracket of a pair is full-width, the other becomes so. */
function pairBrackets(units: Uint16Array, start: number, end: number): void {
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = units[i];
    if (unit === OPEN || unit === FULL_OPEN) open.push(i);
    else if (unit === CLOSE || unit === FULL_CLOSE) {
      const partner = open.pop();
      if (partner === undefined) continue;
      if (unit === FULL_CLOSE) units[partner] = FULL_OPEN;
      else if (units[partner] === FULL_OPEN) units[i] = FULL_CLOSE;
    }
  }
}

/** `.` behind Han or a closing mark, and before Han, a mark or the end, is 。; not behind the number of an item. */
function endSentences(units: Uint16Array, start: number, end: number): void {
  const numberEnd = endOfNumber(units, start, end);
  for (let i = Math.max(start + 1, numberEnd + 1); i < end; i++) {
    if (units[i] !== DOT) continue;
    const before = units[i - 1] ?? 0;
    const after = i + 1 < end ? (units[i + 1] ?? 0) : 0;
    if (closesWord(before) && (after === 0 || startsWord(after) || startsFigure(before, after)))
      units[i] = STOP;
  }
}

const CLOSERS = new Set([...'”’"\')）》】〕'].map((char) => char.charCodeAt(0)));
const NUMERALS = new Set([...'零〇一二三四五六七八九十百千万亿第'].map((char) => char.charCodeAt(0)));

const closesWord = (unit: number): boolean => kinds[unit] === Kind.han || CLOSERS.has(unit);

function startsWord(unit: number): boolean {
  const kind = kinds[unit];
  return kind === Kind.han || kind === Kind.mark || isQuote(kind) || isBracket(unit);
}

/** A sentence may open with a figure, but 三.5 is one. */
const startsFigure = (before: number, after: number): boolean =>
  kinds[after] === Kind.digit && kinds[before] === Kind.han && !NUMERALS.has(before);

/** Index of the dot of an item's number at the paragraph's beginning (一. · （一）. · 1).), or before the paragraph. */
function endOfNumber(units: Uint16Array, start: number, end: number): number {
  let i = start;
  if (units[i] === OPEN || units[i] === FULL_OPEN) i++;
  const first = i;
  while (i < end && i < first + 3 && (NUMERALS.has(units[i] ?? 0) || kinds[units[i] ?? 0] === Kind.digit))
    i++;
  if (i === first) return start - 1;
  if (units[i] === CLOSE || units[i] === FULL_CLOSE) i++;
  return units[i] === DOT ? i : start - 1;
}
