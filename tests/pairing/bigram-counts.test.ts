import { expect, it } from 'vitest';
import { pairAt } from '../../src/language/pairs.js';
import { readBigramCounts, textBigrams } from '../../src/pairing/bigram-counts.js';

const counts = readBigramCounts();
const weight = (bigram: string): number => counts.weights[counts.writers(pairAt(bigram, 0))] ?? -1;

it('bigrams that anybody writes weigh nothing', () => {
  expect(['学习', '工作', '群众'].map(weight)).toEqual([0, 0, 0]);
});

it('bigrams that no two writers use weigh most', () => {
  expect(counts.writers(pairAt('鲈鱼', 0))).toBe(0);
  expect(weight('鲈鱼')).toBeGreaterThan(weight('一万'));
  expect(weight('一万')).toBeGreaterThan(0);
});

it('of a text each bigram is told where it begins', () => {
  const { at, writers } = textBigrams('a学习，塘', { writers: () => 3, weights: [] });
  expect([...at]).toEqual([0, pairAt('学习', 0), 0, 0, 0]);
  expect([...writers]).toEqual([0, 3, 0, 0, 0]);
});
