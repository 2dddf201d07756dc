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
