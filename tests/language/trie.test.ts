import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTrie, step } from '../../src/language/trie.js';

/** The beginnings of a text that are among some texts, shortest first. */
function along(texts: readonly string[], text: string): readonly string[] {
  const { ends, ...trie } = buildTrie(texts);
  const found: string[] = [];
  let node = step(trie, 0, text.charCodeAt(0));
  for (let at = 1; node > 0; at++) {
    const filed = ends.indexOf(node);
    if (filed >= 0) found.push(texts[filed] ?? '');
    node = step(trie, node, text.charCodeAt(at));
  }
  return found;
}

describe('buildTrie and step', () => {
  it('gives the beginnings of a text', () => {
    const texts = ['学习', '学', '学习不够', '习'];
    expect(along(texts, '学习不深')).toEqual(['学', '学习']);
    expect(along(texts, '不')).toEqual([]);
    expect(along(texts, '')).toEqual([]);
    expect(along([], '学')).toEqual([]);
  });

  it('finds what a search through all texts finds, however many there are', () => {
    const word = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'a', '\uffff'),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 400 }), word, (words, text) => {
        const expected = words.filter((each) => text.startsWith(each)).sort((a, b) => a.length - b.length);
        expect(along(words, text)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
