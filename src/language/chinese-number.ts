const DIGITS = '〇一二三四五六七八九';

/** Value of a short Chinese numeral as used for numbering (一 … 九十九), or `undefined`. */
export function smallNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 3) return undefined;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 && DIGITS.indexOf(text) > 0 ? DIGITS.indexOf(text) : undefined;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.slice(0, ten));
  const rest = text.slice(ten + 1);
  const units = rest === '' ? 0 : DIGITS.indexOf(rest);
  return tens > 0 && (units > 0 || rest === '') ? tens * 10 + units : undefined;
}

const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(DIGITS, (digit, i): [string, number] => [digit, i]),
  ['零', 0],
  ['两', 2],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * Value of a Chinese numeral: 十二, 一百零五, 三千二百, 两万, 百八十; the last digit may be short for tens,
 * hundreds … (一百五 150, 两万三 23,000).
 *
 * @returns `undefined` when the characters are no numeral in good order (三四, 十百, 十四五, 一零)
 */
export function chineseNumber(words: string): number | undefined {
  for (const [sign, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = words.lastIndexOf(sign);
    if (at < 0) continue;
    const high = chineseNumber(words.slice(0, at));
    const low = at + 1 === words.length ? 0 : below(words.slice(at + 1), scale);
    return high === undefined || high === 0 || low === undefined ? undefined : high * scale + low;
  }
  return belowTenThousand(words);
}

/** What follows 亿 or 万: less than it, with 零 where a place is skipped; a lone digit is the next place. */
function below(words: string, scale: number): number | undefined {
  const digit = VALUES.get(words);
  if (digit !== undefined) return digit > 0 ? (digit * scale) / 10 : undefined;
  const value = chineseNumber(words.startsWith('零') ? words.slice(1) : words);
  return value === undefined || value === 0 || value >= scale ? undefined : value;
}

function belowTenThousand(words: string): number | undefined {
  let total = 0;
  let last = 10_000;
  let digit: number | undefined;
  let zero = false;
  for (const char of words) {
    const scale = SCALES.get(char);
    if (scale !== undefined) {
      // 百八十 and 十二 leave the 一 out, but only at the front.
      if (scale >= last || digit === 0 || (digit === undefined && total > 0 && scale > 10)) return undefined;
      total += (digit ?? 1) * scale;
      last = scale;
      digit = undefined;
      zero = false;
      continue;
    }
    const value = VALUES.get(char);
    if (value === undefined || digit !== undefined) return undefined;
    if (value === 0 && words.length > 1) {
      if (zero || total === 0) return undefined;
      zero = true;
    } else digit = value;
  }
  if (digit === undefined) return zero || words === '' ? undefined : total;
  const short = last > 10 && last < 10_000 && !zero;
  return total + (short ? (digit * last) / 10 : digit);
}

/** Value of four digits written one by one, as years are (二〇二一), or `undefined`. */
export function digitsOneByOne(words: string): number | undefined {
  let value = 0;
  for (const char of words) {
    const digit = VALUES.get(char === '○' ? '〇' : char);
    if (digit === undefined || char === '两') return undefined;
    value = value * 10 + digit;
  }
  return words.length === 4 ? value : undefined;
}
