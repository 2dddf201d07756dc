import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CorpusPair, loadPairs, type PairGold, parsePair, validatePair } from './pair-gold.js';
import { gold, text } from './small.js';

const pairs = await loadPairs(join(import.meta.dirname, '../../corpus'));

// Names, fields and counts only: held pairs are not to be read here.
describe('every pair of the corpus', () => {
  it('agrees with its two texts', () => {
    expect(pairs.map((pair) => [pair.name, validatePair(pair)])).toEqual(pairs.map(({ name }) => [name, []]));
  });
});

const good: PairGold = {
  before: 'small.txt',
  after: 'small.txt',
  origin: 'synthetic',
  split: 'dev',
  problems: [
    { before: '1', after: '2', relation: 'persisting' },
    { before: '2', after: '1', relation: 'copied' },
    { before: '3', after: null, relation: 'dropped' },
    { before: null, after: '3', relation: 'new' },
  ],
  copiedSentences: [{ before: '听课记录做得少。', after: '听课记录做得少。' }],
  claims: [{ quote: '上年度民主生活会查摆问题12项', statedFound: 12, actualFound: 3, consistent: false }],
  measures: [
    { before: 'm1', status: 'reported-done' },
    { before: 'm2', status: 'not-mentioned' },
  ],
};
const side = { path: 'small.txt', text, gold };
const pair = (change: Partial<PairGold> = {}): CorpusPair => ({
  name: 'PAIR-small',
  gold: { ...good, ...change },
  before: side,
  after: side,
});

describe('the gold of a pair is held against its documents', () => {
  it('is silent when all is well', () => {
    expect(validatePair(pair())).toEqual([]);
  });

  it('names ids that do not exist, stand twice or are missing', () => {
    const problems = [
      { before: '1', after: '9', relation: 'persisting' } as const,
      { before: '1', after: '2', relation: 'copied' } as const,
    ];
    expect(validatePair(pair({ problems }))).toEqual([
      'problems: before: 1 twice',
      'problems: before: nothing said of 2',
      'problems: before: nothing said of 3',
      'problems: after: no item 9',
      'problems: after: nothing said of 1',
      'problems: after: nothing said of 3',
    ]);
    expect(validatePair(pair({ measures: [] }))).toEqual([
      'measures: nothing said of m1',
      'measures: nothing said of m2',
    ]);
  });

  it('counts quotes that do not stand in their text once', () => {
    const copiedSentences = [{ before: '没有这一句。', after: '把' }];
    expect(validatePair(pair({ copiedSentences }))).toEqual([
      'copiedSentences: before.0: stands in the text 0 times',
      'copiedSentences: after.0: stands in the text 2 times',
    ]);
  });

  it('refuses a relation whose sides do not fit', () => {
    const problems = [{ before: '1', after: '1', relation: 'dropped' }];
    expect(() => parsePair({ ...good, problems }, 'PAIR-x.gold.json')).toThrow(/PAIR-x.*\n {2}problems\.0/);
  });
});
