import { describe, expect, it } from 'vitest';
import { bigramsOf, rarityOf, weighted, withRarity } from '../../src/extract/link-bigrams.js';

const of = (text: string): ReadonlySet<number> => bigramsOf(text, [{ start: 0, end: text.length }]);

describe('bigramsOf', () => {
  it('takes pairs of Han characters, none across marks or stretches', () => {
    expect([...of('接访2次，接访日')]).toEqual([...of('接访日')]);
    expect(of('接访日').size).toBe(2);
    expect([
      ...bigramsOf('信访积案', [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ]),
    ]).toEqual([...of('信访'), ...of('积案')]);
  });
});

describe('withRarity', () => {
  const texts = ['信访积案', '化解积案', '化解矛盾', '种树'].map(of);
  const rarity = rarityOf(texts);
  const [petition, solve, conflict, trees] = texts.map((text) => weighted(text, rarity));

  it('is 1 for a text and itself, 0 for texts that share nothing', () => {
    if (!petition || !trees) throw new Error('texts are missing');
    expect(withRarity(petition, petition).cosine).toBeCloseTo(1);
    expect(withRarity(petition, trees)).toEqual({ cosine: 0, own: 0 });
  });

  it('counts what only these two have', () => {
    if (!petition || !solve || !conflict) throw new Error('texts are missing');
    expect(withRarity(petition, solve).own).toBe(1);
    expect(withRarity(solve, conflict).own).toBe(1);
    expect(withRarity(petition, conflict)).toEqual({ cosine: 0, own: 0 });
  });
});
