/** The two characters at a place as one number: cheaper to look up than a piece of text. */
export const pairAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Pairs of Han characters that stand side by side in a text, numbered as {@link pairAt} does, in its order. */
export function hanPairs(text: string): Int32Array {
  const found = new Int32Array(text.length);
  let count = 0;
  let wasHan = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isHan = code >= 0x4e00 && code <= 0x9fff;
    if (isHan && wasHan) found[count++] = pairAt(text, at - 1);
    wasHan = isHan;
  }
  return found.subarray(0, count);
}
