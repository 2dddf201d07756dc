import { expect, it } from 'vitest';
import { readRarity } from '../../src/pairing/rarity.js';

const rarity = readRarity();

it('words that anybody writes weigh nothing', () => {
  expect(['学习', '工作', '群众'].map(rarity)).toEqual([0, 0, 0]);
});

it('words weigh the more the fewer writers use them', () => {
  expect(rarity('民主集中制')).toBeGreaterThan(rarity('理论学习'));
  expect(rarity('鲈鱼塘')).toBeGreaterThan(rarity('民主集中制'));
});
