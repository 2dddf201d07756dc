import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus, parseGold } from './gold.js';
import { measureIds } from './measures.js';
import { perfectPrediction } from './perfect.js';
import { scoreDocument } from './score.js';
import { rulePrecision, ruleRecall } from './score-findings.js';
import { gold as small, text as smallText } from './small.js';
import { headline } from './tally.js';
import { validateGold } from './validate-gold.js';

const corpus = await loadCorpus(join(import.meta.dirname, '../../corpus'));

// Names, fields and counts only: held documents are not to be read here.
describe('every document of the corpus', () => {
  for (const { name, gold, text } of corpus)
    it(`${name}: gold and text agree`, () => {
      expect(validateGold(gold, text)).toEqual([]);
    });

  for (const { name, gold, text } of corpus)
    it(`${name}: a system that found exactly the gold would score 1 everywhere`, () => {
      const rules = new Map([...gold.findings, ...gold.clean].map(({ rule }) => [rule, []] as const));
      const score = scoreDocument(gold, perfectPrediction(gold, text), rules);
      const figures = measureIds.map((id) => {
        const tally = score.tallies[id];
        return [id, tally === undefined ? 'not scored' : (headline(tally) ?? 1)];
      });
      expect(figures).toEqual(measureIds.map((id) => [id, 1]));
      const ofRules = Object.entries(score.rules).map(([id, rule]) => [
        id,
        rulePrecision(rule) ?? 1,
        ruleRecall(rule) ?? 1,
      ]);
      expect(ofRules).toEqual([...rules.keys()].map((id) => [id, 1, 1]));
      expect(score.errors.length).toBe(0);
    });

  it('there are at least 12 written ones over 8 profiles, all kinds, and both splits', () => {
    const written = corpus.filter(({ gold }) => gold.origin === 'synthetic').map(({ gold }) => gold);
    expect(written.length).toBeGreaterThanOrEqual(12);
    expect(new Set(written.map(({ profile }) => profile)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(written.map(({ kind }) => kind))).toEqual(new Set(['individual', 'team', 'branch']));
    expect(new Set(written.map(({ split }) => split))).toEqual(new Set(['dev', 'held']));
  });
});

describe('a gold file with a fault is refused', () => {
  const faults: readonly (readonly [what: string, change: object, says: string])[] = [
    ['a role that does not exist', { parts: [{ role: 'preface', lines: [1, 2] }] }, 'parts.0.role'],
    ['a rule that does not exist', { findings: [{ rule: 'empty-talk', quote: '套话' }] }, 'findings.0.rule'],
    [
      'no quote where one is needed',
      { clean: [{ rule: 'numbering', quote: null }] },
      'this rule needs a quote',
    ],
    ['no split', { split: undefined }, 'split'],
    ['an unknown field', { author: '某' }, 'author'],
    [
      'a missing figure',
      { rectification: [{ occasion: '上年度民主生活会', found: 1 }] },
      'rectification.0.aspects',
    ],
  ];
  it.each(faults)('%s', (_, change, says) => {
    expect(() => parseGold({ ...small, ...change }, 'x.gold.json')).toThrow(says);
  });
});

describe('a gold file that does not fit its text', () => {
  const faults: readonly (readonly [what: string, change: object, fault: string])[] = [
    [
      'a quote that is not there',
      { causes: [{ id: 'c1', title: '学风漂浮' }] },
      'cause c1: stands in the text 0 times',
    ],
    [
      'a quote that is there twice',
      { causes: [{ id: 'c1', title: '来访人' }] },
      'cause c1: stands in the text 2 times',
    ],
    ['a line in no part', { noise: [] }, 'line 11 lies in no part'],
    ['a noise line that is not there', { noise: [11, 99] }, 'noise: the file has no line 99'],
    [
      'parts that overlap',
      { parts: [...small.parts, { role: 'closing', lines: [18, 18] }] },
      'parts.6: lines 18–18 out of order',
    ],
    [
      'a link to nothing',
      { links: { ...small.links, cause: { ...small.links.cause, '1': ['c9'] } } },
      'links.cause.1: no cause c9',
    ],
    [
      'a problem without links',
      { links: { ...small.links, measure: {} } },
      'links.measure: no entry for problem 1',
    ],
    ['an id twice', { measures: [...small.measures, ...small.measures] }, 'id m1 twice'],
    [
      'a dimension in the general profile',
      { profile: 'general' },
      'problem 1: a dimension in the general profile',
    ],
  ];
  it('the small one fits', () => {
    expect(validateGold(small, smallText)).toEqual([]);
  });
  it.each(faults)('%s', (_, change, fault) => {
    expect(validateGold({ ...small, ...change }, smallText)).toContain(fault);
  });
});
