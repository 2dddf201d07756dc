import { expect, it } from 'vitest';
import { pairAt } from '../../src/language/pairs.js';
import { readBigramCounts } from '../../src/pairing/bigram-counts.js';

const { isOwn, rarity } = readBigramCounts();
const of = (bigram: string): number => pairAt(bigram, 0);

it('bigrams that anybody writes weigh nothing', () => {
  expect(['学习', '工作', '群众'].map((bigram) => [isOwn(of(bigram)), rarity(of(bigram))])).toEqual([
    [false, 0],
    [false, 0],
    [false, 0],
  ]);
});

it('bigrams that no two writers use are own, and weigh most', () => {
  expect(isOwn(of('鲈鱼'))).toBe(true);
  expect(isOwn(of('鱼塘'))).toBe(true);
  expect(rarity(of('鲈鱼'))).toBeGreaterThan(rarity(of('一万')));
  expect(rarity(of('一万'))).toBeGreaterThan(0);
});
