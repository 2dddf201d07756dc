import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positions } from '../../src/document/position.js';

describe('positions', () => {
  const at = positions('一、问题\n\n学习不够。');

  it.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 1, 5],
    [5, 2, 1],
    [6, 3, 1],
    [11, 3, 6],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(at(offset)).toEqual({ line, column });
  });

  it('offsets outside are taken as the nearest end', () => {
    expect(at(-1)).toEqual({ line: 1, column: 1 });
    expect(at(99)).toEqual({ line: 3, column: 6 });
    expect(positions('')(0)).toEqual({ line: 1, column: 1 });
  });

  it('columns are UTF-16 units', () => {
    expect(positions('𠮷田')(2)).toEqual({ line: 1, column: 3 });
  });

  it('counts as splitting at line ends does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('一', '。', '\n', 'a')), fc.nat(40), (chars, offset) => {
        const text = chars.join('');
        const before = text.slice(0, offset).split('\n');
        expect(positions(text)(offset)).toEqual({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
        });
      }),
    );
  });
});
