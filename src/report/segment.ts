import type { Token } from '../language/segmenter.js';

/**
 * Words with their part of speech, one sentence a line: `理论/n 政策/n 的/uj 学习研究/n`.
 *
 * @param sentences words of each sentence; a sentence without words gives an empty line
 * @returns lines, each with its line end; nothing for no sentences
 */
export function renderSegments(sentences: readonly (readonly Token[])[]): string {
  return sentences.map((tokens) => `${tokens.map(({ text, tag }) => `${text}/${tag}`).join(' ')}\n`).join('');
}
