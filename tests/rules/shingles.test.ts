import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWording } from '../../src/rules/shingles.js';

/** All runs of four Han characters of a text. */
const runs = (text: string): readonly string[] =>
  [...new Set([...text].map((_, i) => text.slice(i, i + 4)))].filter(({ length }) => length === 4);

describe('sharedWording', () => {
  it('finds what comparing all with one another finds', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 16 });
    fc.assert(
      // Not more than the number from which on a shingle is common wording.
      fc.property(fc.array(text, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (texts, least) => {
        const own = texts.map(runs);
        const expected = own.flatMap((before, first) =>
          own.flatMap((after, second) => {
            const shared = before.filter((run) => after.includes(run)).length;
            const share = shared / Math.min(before.length, after.length);
            return first < second && shared >= least ? [{ first, second, shared, share }] : [];
          }),
        );
        const found = [...sharedWording(texts, least)];
        expect(found.sort((a, b) => a.first - b.first || a.second - b.second)).toEqual(expected);
      }),
    );
  });

  it('passes over punctuation', () => {
    expect(sharedWording(['学习，不够深入', '学习不够“深入”'], 3)).toEqual([
      { first: 0, second: 1, shared: 3, share: 1 },
    ]);
  });

  it('passes over wording that many have', () => {
    expect(sharedWording(Array(7).fill('学习不够深入'), 1)).toEqual([]);
  });
});
