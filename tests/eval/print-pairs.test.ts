import { expect, it } from 'vitest';
import { printPairErrors, printPairs } from './print-pairs.js';
import { figuresOf } from './recorded.js';
import { gather, type ScoredPair } from './results.js';
import { hits, share } from './tally.js';

const pair = (name: string, split: ScoredPair['split'], right: number): ScoredPair => ({
  name,
  split,
  errors: [`wrong in ${name}`],
  rules: {},
  tallies: {
    relation: share(right, 4),
    copied: hits(1, 1, 1),
    claims: hits(1, 1, 1),
    measureStatus: share(1, 1),
  },
});
const pairs = [pair('open', 'dev', 4), pair('kept', 'held', 1)];

it('sums held pairs apart from those developed on', () => {
  const sums = printPairs(pairs)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, name]) => name === 'all')
    .map(([, , split, relation]) => [split, relation]);
  expect(sums).toEqual([
    ['dev', '1.000 (of 4)'],
    ['held', '0.250 (of 4)'],
  ]);
});

it('records them apart', () => {
  const figures = figuresOf(gather([], null, pairs));
  expect([figures['pairs dev']?.relation, figures['pairs held']?.relation]).toEqual([1, 0.25]);
});

it('lists the errors of held pairs only when asked', () => {
  expect(printPairErrors(pairs, false)).not.toContain('kept');
  expect(printPairErrors(pairs, true)).toContain('wrong in kept');
});
