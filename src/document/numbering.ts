import { canonical, Kind, kinds } from './units.js';

/** A number in front of a line, as far as joining lines needs to know it. */
export interface LineNumber {
  /** Lines numbered the same way share it. */
  readonly style: NumberStyle;
  readonly value: number;
}

/** 0 一、 · 1 （一） · 2 1. 1、 · 3 （1） · 4 1） · 5 ① · 6 第一， · 7 一是 · 8 一要 */
export type NumberStyle = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const NUMBER_STYLES = 9;
/** Styles below this nearly always open a paragraph; the others often stand inside one. */
export const FIRST_INLINE_STYLE = 4;

/**
 * The number that a line opens with, or `null`. 一、二、三级 and 三、四中全会 are enumerations, 2.5亿 and 1、2月
 * figures: no numbers. White space inside is looked through.
 */
export function lineNumber(text: string, from: number, to: number): LineNumber | null {
  const start = kinds[text.charCodeAt(from)];
  // Most lines open with a word: no need to look further.
  if (start === Kind.han && !OPENERS.includes(text.charAt(from))) return null;
  const head = headOf(text, from, to);
  const circled = head.charCodeAt(0) - CIRCLED_ONE;
  if (circled >= 0 && circled < 20) return { style: 5, value: circled + 1 };
  const match = FORM.exec(head);
  if (match === null) return null;
  const [whole, ordinal, bracketedHan, han, sign, bracketedDigits, halfBracketed, digits] = match;
  const rest = head.slice(whole.length);
  if (ordinal !== undefined) return { style: 6, value: numeralValue(ordinal) };
  if (bracketedHan !== undefined) return { style: 1, value: numeralValue(bracketedHan) };
  if (bracketedDigits !== undefined) return { style: 3, value: Number(bracketedDigits) };
  if (halfBracketed !== undefined) return { style: 4, value: Number(halfBracketed) };
  if (han !== undefined && sign === '是') return { style: 7, value: numeralValue(han) };
  if (han !== undefined && sign === '要') return { style: 8, value: numeralValue(han) };
  if (han !== undefined)
    return enumerates(numeralValue(han), rest) ? null : { style: 0, value: numeralValue(han) };
  return /^[\d、]/.test(rest) ? null : { style: 2, value: Number(digits) };
}

const DIGITS = '一二三四五六七八九十';
const OPENERS = `第${DIGITS}`;
const CIRCLED_ONE = 0x2460;
const HEAD = 12;
const HAN = `[${DIGITS}]{1,3}`;
const FORM = new RegExp(
  `^(?:第(${HAN})[，,、：:]|[（(〔](${HAN})[）)〕]|(${HAN})([、.是要])|[（(〔](\\d{1,2})[）)〕]|(\\d{1,2})[）)]|(\\d{1,2})[.、])`,
);

const NEXT = new RegExp(`^(${HAN})(.?)`);

function headOf(text: string, from: number, to: number): string {
  let head = '';
  for (let i = from; i < to && head.length < HEAD && i < from + 4 * HEAD; i++) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit];
    if (kind === Kind.none || kind === Kind.space || kind === Kind.tab) continue;
    head += String.fromCharCode(canonical[unit] ?? unit);
  }
  return head;
}

/** 二、三、… or 三、四中…: the next number follows at once. */
function enumerates(value: number, rest: string): boolean {
  const next = NEXT.exec(rest);
  if (next === null) return false;
  return next[2] === '、' || numeralValue(next[1] ?? '') === value + 1;
}

/** 一 … 九十九. */
function numeralValue(han: string): number {
  const ten = han.indexOf('十');
  if (ten < 0) return DIGITS.indexOf(han.charAt(0)) + 1;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(han.charAt(0)) + 1;
  const ones = ten === han.length - 1 ? 0 : DIGITS.indexOf(han.charAt(ten + 1)) + 1;
  return tens * 10 + ones;
}
