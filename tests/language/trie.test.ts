import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trie } from '../../src/language/trie.js';

/** All values filed under the beginnings of a text, shortest first. */
function along<T>(trie: Trie<T>, text: string): readonly T[] {
  const found: T[] = [];
  let node = trie.step(0, text.charCodeAt(0));
  for (let at = 1; node > 0; at++) {
    found.push(...(trie.at(node) ?? []));
    node = trie.step(node, text.charCodeAt(at));
  }
  return found;
}

describe('Trie', () => {
  it('gives what is filed under the beginnings of a text', () => {
    const trie = new Trie<string>();
    for (const text of ['学习', '学', '学习不够', '习']) trie.add(text, text);
    trie.add('学', '又一');
    expect(along(trie, '学习不深')).toEqual(['学', '又一', '学习']);
    expect(along(trie, '不')).toEqual([]);
    expect(along(trie, '')).toEqual([]);
  });

  it('finds what a search through all texts finds, however many there are', () => {
    const word = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'a', '\uffff'),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 400 }), word, (words, text) => {
        const trie = new Trie<string>();
        for (const each of words) trie.add(each, each);
        const expected = words.filter((each) => text.startsWith(each)).sort((a, b) => a.length - b.length);
        expect(along(trie, text)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('holds more steps than it was made for', () => {
    const trie = new Trie<number>();
    for (let i = 0; i < 40_000; i++) trie.add(`${i.toString(36)}。`, i);
    for (const i of [0, 1, 35, 36, 1295, 39_999]) expect(along(trie, `${i.toString(36)}。`)).toEqual([i]);
  });
});
