import { describe, expect, it } from 'vitest';
import { BigramTable, bigramLikeness, type Shared } from '../../src/extract/link-bigrams.js';

/** Compares texts given one by one. */
function likeness(...texts: readonly string[]): (first: number, second: number) => Shared {
  let at = 0;
  const spans = texts.map((text) => {
    const start = at;
    at += text.length + 1;
    return [{ start, end: start + text.length }];
  });
  const table = new BigramTable(texts.join('\n'));
  return bigramLikeness(spans.map((own) => table.in(own)));
}

describe('bigramLikeness', () => {
  const [petition, solve, conflict, trees] = [0, 1, 2, 3];
  const shared = likeness('信访积案', '化解信访矛盾', '矛盾纠纷', '植树造林');

  it('is 1 for the same text and 0 for texts that share nothing', () => {
    expect(shared(petition, petition).cosine).toBeCloseTo(1);
    expect(shared(petition, trees)).toEqual({ cosine: 0, own: 0 });
    expect(shared(petition, conflict)).toEqual({ cosine: 0, own: 0 });
  });

  it('counts what only the two of all texts have', () => {
    expect(shared(petition, solve).own).toBe(1);
    expect(shared(solve, conflict).own).toBe(1);
    expect(likeness('信访积案', '信访矛盾', '信访工作')(0, 1).own).toBe(0);
  });

  it('weighs by rarity, and says the same both ways whatever was asked before', () => {
    const all = likeness('信访矛盾', '信访工作', '矛盾很多', '信访件');
    const common = all(0, 1).cosine;
    const rare = all(0, 2).cosine;
    expect(rare).toBeGreaterThan(common);
    expect(all(2, 0).cosine).toBeCloseTo(rare, 12);
    expect(all(1, 0).cosine).toBeCloseTo(common, 12);
  });

  it('takes no pair across a border of stretches or other characters', () => {
    const text = '信访积案，访积';
    const table = new BigramTable(text);
    const apart = bigramLikeness([
      table.in([
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ]),
      table.in([{ start: 0, end: 2 }]),
    ]);
    expect(apart(0, 1)).toEqual({ cosine: 0, own: 0 });
    expect(likeness('信a访', '信访')(0, 1)).toEqual({ cosine: 0, own: 0 });
  });
});
