import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter, type Segmenter } from '../../src/language/segmenter.js';
import { Words } from '../../src/language/words.js';

const segmenter = createSegmenter();
const line = fc
  .array(fc.constantFrom('理论学习不够深入，', '信访积案', '3项', '。', 'abc ', '我', '整改措施：'), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

describe('Words', () => {
  it('gives the words inside a span as cutting the whole text does', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.nat(), fc.nat(), (lines, first, second) => {
        const text = lines.join('\n');
        const [start = 0, end = 0] = [first % (text.length + 1), second % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        const inside = segmenter
          .tag(text)
          .filter((token) => start <= token.start && token.end <= end)
          .map((token) => token.text);
        expect(new Words(text, segmenter).in({ start, end })).toEqual(inside);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts only what is looked into, and that once', () => {
    const cut: string[] = [];
    const watched: Segmenter = {
      ...segmenter,
      engine: segmenter.engine,
      version: segmenter.version,
      cut: (stretches) => {
        cut.push(...stretches);
        return segmenter.cut(stretches);
      },
    };
    const words = new Words('前面的话。学习不深入，群众很多。后面的话。', watched);
    const span = { start: 7, end: 13 };
    expect(words.in(span).join('')).toBe('不深入，群众');
    words.in(span, { start: 0, end: 9 });
    expect(cut).toEqual(['学习不深入', '群众很多', '前面的话']);
  });
});
