import type { Span } from '../document/span.js';

/** A piece of text for the segmenter: Han characters to be cut (`tag` null), or a token that is ready. */
export interface Stretch extends Span {
  readonly tag: string | null;
}

/**
 * Lays a text out into stretches of Han characters and ready tokens, so that every engine sees only what all
 * engines treat alike: `m` numbers with decimal point, thousands and per cent, and Chinese years with 〇;
 * `eng` words with letters; `w` punctuation; `x` other signs. White space is left out.
 *
 * Runs of one sign (……, ——) are one token. A Han stretch holds at most `LONGEST` characters and never the
 * same character three times running: 天天天 can be cut in two equally good ways, and engines choose differently.
 *
 * @param text any text; lone surrogates are `x`
 * @returns stretches in order, in UTF-16 units of `text`
 */
export function stretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      at = hanEnd(text, at);
      found.push({ start, end: at, tag: null });
    } else if (isBlank(code)) {
      at++;
    } else if (isAlphanumeric(code)) {
      const [end, tag] = alphanumeric(text, at);
      at = end;
      found.push({ start, end, tag });
    } else if (code === ZERO) {
      const from = yearStart(text, found, at);
      at = yearEnd(text, at);
      found.push({ start: from, end: at, tag: 'm' });
    } else {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? code);
      at += sign.length;
      while (text.startsWith(sign, at)) at += sign.length;
      const tag = tagOf(sign);
      if (tag !== null) found.push({ start, end: at, tag });
    }
  }
  return found;
}

/** Longest Han stretch given to an engine: memory grows with it, and no honest sentence reaches it. */
const LONGEST = 2048;
/** 〇, a number sign to Unicode and a letter to nobody. */
const ZERO = 0x3007;
const CHINESE_DIGITS = '〇一二三四五六七八九';

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff);

const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0;

const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a);

const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code);

function hanEnd(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST);
  let end = start + 1;
  for (let same = 1; end < last; end++) {
    const code = text.charCodeAt(end);
    if (!isHan(code)) break;
    same = code === text.charCodeAt(end - 1) ? same + 1 : 1;
    if (same === 3) break;
  }
  return end;
}

/** A word as soon as it has a letter (A4, 5G, COVID-19), else a number. */
function alphanumeric(text: string, start: number): readonly [end: number, tag: string] {
  let end = start;
  let letters = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) letters = true;
    else if (!isDigit(code) && !(letters && isJoint(code) && isAlphanumeric(text.charCodeAt(end + 1)))) break;
  }
  if (letters) return [end, 'eng'];
  for (;;) {
    const code = text.charCodeAt(end);
    const joined = (code === 46 || code === 0xff0e) && isDigit(text.charCodeAt(end + 1));
    if (!joined && !(code === 44 && isThousands(text, end + 1))) break;
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  return ['%％‰'.includes(text.charAt(end) || ' ') ? end + 1 : end, 'm'];
}

/** Signs that hold the parts of a Latin word together: hyphen, apostrophe, full stop, underscore, at. */
const isJoint = (code: number): boolean =>
  code === 45 || code === 39 || code === 46 || code === 95 || code === 64;

const isThousands = (text: string, at: number): boolean =>
  [0, 1, 2].every((i) => isDigit(text.charCodeAt(at + i))) && !isDigit(text.charCodeAt(at + 3));

/** Takes the Chinese digits before a 〇 out of the stretch they were counted to; start of the number. */
function yearStart(text: string, found: Stretch[], at: number): number {
  let start = at;
  const before = found.at(-1);
  if (before?.tag !== null || before.end !== at) return start;
  while (start > before.start && CHINESE_DIGITS.includes(text.charAt(start - 1))) start--;
  if (start === at) return start;
  found.pop();
  if (start > before.start) found.push({ start: before.start, end: start, tag: null });
  return start;
}

function yearEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && CHINESE_DIGITS.includes(text.charAt(end))) end++;
  return end;
}

/** Tag of a sign, null for one that is only space. */
function tagOf(sign: string): string | null {
  if (/\p{P}/u.test(sign)) return 'w';
  if (/\p{N}/u.test(sign)) return 'm';
  return /[\s\p{Cf}\p{Cc}]/u.test(sign) ? null : 'x';
}
