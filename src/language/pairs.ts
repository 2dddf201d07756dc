/** The two characters at a place as one number: cheaper to look up than a piece of text. */
export const pairAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Whether a unit is one of the common Han characters. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Of each place of a text the pair of Han characters that begins there, as {@link pairAt} numbers it; 0 where none does. */
export function hanPairsByPlace(text: string): Int32Array {
  const found = new Int32Array(text.length);
  let wasHan = false;
  for (let at = 0; at < text.length; at++) {
    const han = isHan(text.charCodeAt(at));
    if (han && wasHan) found[at - 1] = pairAt(text, at - 1);
    wasHan = han;
  }
  return found;
}

/** The same pairs in the order of the text. */
export function hanPairs(text: string): Int32Array {
  const found = hanPairsByPlace(text);
  let count = 0;
  for (let at = 0; at < found.length; at++) {
    const pair = found[at] ?? 0;
    if (pair !== 0) found[count++] = pair;
  }
  return found.subarray(0, count);
}
