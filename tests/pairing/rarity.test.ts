import { expect, it } from 'vitest';
import { readRarity } from '../../src/pairing/rarity.js';

const { of, isOwn } = readRarity();

it('words that anybody writes weigh nothing', () => {
  expect(['学习', '工作', '群众'].map((word) => [of(word), isOwn(word)])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ]);
});

it('words weigh the more the fewer writers use them', () => {
  expect(of('民主集中制')).toBeGreaterThan(of('理论学习'));
  expect(of('鲈鱼塘')).toBeGreaterThan(of('民主集中制'));
  expect(isOwn('鲈鱼塘')).toBe(true);
});
