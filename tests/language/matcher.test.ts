import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/language/matcher.js';
import { type Pattern, parsePattern } from '../../src/language/pattern.js';

const endAt = (phrase: string, text: string, at = 0): number =>
  new Matcher(parsePattern(phrase)).endAt(text, at);

describe('a phrase', () => {
  it.each([
    ['学习', '学习', 2],
    ['学习', '学问', -1],
    ['学(习|问)', '学问', 2],
    ['学(习)?不', '学不', 2],
    ['不够(深|深入)', '不够深入', 4],
    ['(a|ab)(c)?', 'abc', 3],
    ['(a|ab)(bc)?', 'abc', 3],
    ['((甲|乙)丙|丁)戊', '乙丙戊', 3],
    ['筑牢…之基', '筑牢思想之基之基', 6],
    ['筑牢…之基', '筑牢之基', -1],
    ['筑牢…之基', '筑牢，之基', -1],
  ])('%s in %s ends at %i', (phrase, text, end) => {
    expect(endAt(phrase, text)).toBe(end);
  });

  it('reaches over a gap of twelve characters, not of thirteen', () => {
    expect(endAt('以…为', `以${'学'.repeat(12)}为`)).toBe(14);
    expect(endAt('以…为', `以${'学'.repeat(13)}为`)).toBe(-1);
  });

  it('begins where it is looked for, and nowhere behind the end', () => {
    expect(endAt('学习', '深入学习', 2)).toBe(4);
    expect(endAt('学(习)?', '学', 1)).toBe(-1);
  });
});

/** All ends that a pattern without gaps allows. */
function ends(pattern: Pattern, text: string, at: number): ReadonlySet<number> {
  let all: ReadonlySet<number> = new Set([at]);
  for (const piece of pattern)
    all = new Set(
      [...all].flatMap((from) => {
        if (typeof piece === 'string') return text.startsWith(piece, from) ? [from + piece.length] : [];
        return [
          ...piece.patterns.flatMap((inner) => [...ends(inner, text, from)]),
          ...(piece.optional ? [from] : []),
        ];
      }),
    );
  return all;
}

it('ends as far on as the pattern allows', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 2 });
  const { phrase } = fc.letrec<{ phrase: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      { depthSize: 'small' },
      letters,
      fc
        .tuple(fc.array(tie('phrase'), { minLength: 1, maxLength: 3 }), fc.boolean())
        .map(([all, optional]) => `(${all.join('|')})${optional ? '?' : ''}`),
    ),
    phrase: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
  }));
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 });
  fc.assert(
    fc.property(phrase, text, (pattern, sample) => {
      const parsed = parsePattern(pattern);
      expect(new Matcher(parsed).endAt(sample, 0)).toBe(Math.max(-1, ...ends(parsed, sample, 0)));
    }),
    { numRuns: 500 },
  );
});
