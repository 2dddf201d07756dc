/**
 * Words with … for their middle when they are long; the beginning and the end stay as they are, and no
 * surrogate pair is cut.
 *
 * @param longest in UTF-16 units, the … included
 */
export function shortenMiddle(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const room = Math.max(2, longest - 1);
  const head = Math.ceil(room * 0.6);
  const tail = words.length - (room - head);
  return `${words.slice(0, cutsPair(words, head) ? head - 1 : head)}…${words.slice(cutsPair(words, tail) ? tail + 1 : tail)}`;
}

function cutsPair(words: string, at: number): boolean {
  const unit = words.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
