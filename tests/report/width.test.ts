import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenMiddle } from '../../src/report/shorten.js';
import {
  clip,
  padEnd,
  padStart,
  takeEnd,
  takeStart,
  visible,
  widthOf,
  wrap,
} from '../../src/report/width.js';

const text = fc.string({
  unit: fc.constantFrom('学', '习', '，', '。', '“', 'a', '1', ' ', '😀', '（', '）', 'é'),
});

describe('widthOf', () => {
  it.each([
    ['学习', 4],
    ['abc', 3],
    ['，。', 4],
    ['“学习”', 6],
    ['①', 1],
    ['😀', 2],
    ['e\u0301', 1],
    ['ＡＢ', 4],
  ])('%s takes %i columns', (words, width) => {
    expect(widthOf(words)).toBe(width);
  });
});

describe('visible', () => {
  it.each([
    ['学习\n不深', '学习不深'],
    ['学习  \n  不深', '学习不深'],
    ['a\nb', 'a b'],
    ['学习\t\t不深', '学习 不深'],
    ['\u001b[31m红\u001b[0m', '[31m红[0m'],
    ['甲\u202e乙\u200b丙\ufeff', '甲乙丙'],
  ])('%j becomes %j', (given, shown) => {
    expect(visible(given)).toBe(shown);
  });

  it('makes one blank of a mass of them', () => {
    for (const unit of ['\u3000', ' ', '\n', ' \n']) expect(visible(unit.repeat(1_000_000))).toBe(' ');
  });
});

describe('padding and cutting', () => {
  it('fills to the width on either side', () => {
    expect(padEnd('学', 4)).toBe('学  ');
    expect(padStart('学', 4)).toBe('  学');
    expect(padEnd('学习', 2)).toBe('学习');
  });

  it('never takes more than the width, nor half a character', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (words, width) => {
        for (const taken of [takeStart(words, width), takeEnd(words, width)]) {
          expect(widthOf(taken)).toBeLessThanOrEqual(width);
          expect(taken.isWellFormed()).toBe(true);
        }
        expect(words.startsWith(takeStart(words, width))).toBe(true);
        expect(words.endsWith(takeEnd(words, width))).toBe(true);
      }),
    );
  });

  it('puts … where something is left out', () => {
    expect(clip('理论学习不深入', 8)).toBe('理论学…');
    expect(clip('理论', 4)).toBe('理论');
    expect(clip('长'.repeat(1000), 9)).toBe('长长长长…');
    expect(clip('长'.repeat(1000), Number.POSITIVE_INFINITY)).toHaveLength(1000);
  });
});

describe('wrap', () => {
  it('keeps every word and stays within the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (words, width) => {
        const lines = wrap(words, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('一二三四，五六七八', 8)).toEqual(['一二三', '四，五六', '七八']);
    expect(wrap('一二三（四五）', 8)).toEqual(['一二三', '（四五）']);
  });

  it('does not cut words and figures', () => {
    expect(wrap('规则 missing-example 共12.5%', 18)).toEqual(['规则', 'missing-example 共', '12.5%']);
  });
});

describe('shortenMiddle', () => {
  it('keeps beginning and end', () => {
    expect(shortenMiddle('一二三四五六七八九十', 6)).toBe('一二三…九十');
    expect(shortenMiddle('一二三', 3)).toBe('一二三');
  });

  it('cuts no surrogate pair', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 20 }), (words, longest) => {
        const short = shortenMiddle(words, longest);
        expect(short.length).toBeLessThanOrEqual(Math.max(longest, 3));
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
