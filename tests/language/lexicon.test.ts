import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/language/lexicon.js';
import { Matcher } from '../../src/language/matcher.js';
import { heads, parsePattern } from '../../src/language/pattern.js';
import { phraseTable } from '../../src/language/phrase-table.js';

const lexicon = (phrases: readonly string[]): Lexicon =>
  new Lexicon(phraseTable({ categories: { own: { title: 'own', phrases } }, fields: [], expressions: [] }));

const found = (phrases: readonly string[], text: string): readonly string[] =>
  lexicon(phrases)
    .scan(text)
    .in('own')
    .map(({ start, end }) => text.slice(start, end));

describe('Lexicon', () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['words', ['学习', '不够'], '学习不够', ['学习', '不够']],
    ['the longer of two that start together', ['学习', '学习不够'], '学习不够深', ['学习不够']],
    ['the earlier of two that overlap', ['习不', '学习'], '学习不够', ['学习']],
    ['one of several', ['不够(深入|到位)'], '不够到位、不够深', ['不够到位']],
    ['what may be absent', ['存在(一定)?差距'], '存在差距，存在一定差距', ['存在差距', '存在一定差距']],
    [
      'what may be absent at the start',
      ['(还|仍)?(有|存在)差距'],
      '仍有差距，存在差距',
      ['仍有差距', '存在差距'],
    ],
    ['a gap', ['筑牢…之基'], '筑牢思想之基', ['筑牢思想之基']],
    ['no gap across a stop', ['筑牢…之基'], '筑牢，之基', []],
    ['a gap inside a choice', ['(把…摆进去|联系实际)不够'], '把自己摆进去不够', ['把自己摆进去不够']],
  ])('finds %s', (_, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });

  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 });
  const group = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([words, optional]) => `(${words.join('|')})${optional ? '?' : ''}`);
  const phrase = fc
    .tuple(word, fc.array(fc.oneof(word, group, fc.constant('…甲')), { maxLength: 3 }), fc.boolean())
    .map(([first, pieces, grouped]) => `${grouped ? `(${first}|乙丙)?` : ''}${first}${pieces.join('')}`);
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，'), maxLength: 30 });

  it('finds what matching every phrase at every place finds', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), text, (phrases, sample) => {
        const patterns = phrases.map((phrase) => new Matcher(parsePattern(phrase)));
        const naive: string[] = [];
        for (let at = 0; at < sample.length; at++) {
          const end = Math.max(...patterns.map((pattern) => pattern.endAt(sample, at)));
          if (end <= at) continue;
          naive.push(sample.slice(at, end));
          at = end - 1;
        }
        expect(found(phrases, sample)).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Hits', () => {
  const hits = lexicon(['学习', '学习不够', '不够深']).scan('学习不够，学习，学习不够深');
  const places = fc.record({ start: fc.nat({ max: 14 }), end: fc.nat({ max: 14 }) });

  it('answers of a stretch what the list of its hits tells', () => {
    fc.assert(
      fc.property(places, (span) => {
        const inside = hits.in('own').filter(({ start, end }) => span.start <= start && end <= span.end);
        expect(hits.in('own', span)).toEqual(inside);
        expect(hits.first('own', span)).toEqual(inside[0]);
        expect(hits.last('own', span)).toEqual(inside.at(-1));
        expect(hits.count('own', span)).toBe(inside.length);
        expect(hits.has(span, 'none', 'own')).toBe(inside.length > 0);
      }),
    );
  });

  it('marks what they cover', () => {
    const marks = new Uint8Array(13);
    hits.mark('own', marks);
    expect(marks.join('')).toBe('1111011011110');
  });
});

describe('heads', () => {
  it('are written out as far as the limit', () => {
    const all = heads(parsePattern('(甲|乙)(丙|丁)(戊|己)'), 4);
    expect(all.map(({ text: head }) => head)).toEqual(['甲丙', '甲丁', '乙丙', '乙丁']);
    expect(all.every(({ rest }) => rest.length === 1)).toBe(true);
  });
});
