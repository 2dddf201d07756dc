import { describe, expect, it } from 'vitest';
import {
  contentExamples,
  leaveOneOut,
  majorityCases,
  rankByKeywords,
  scoreContentMapping,
} from './content-mapping.js';
import type { CorpusDocument } from './gold.js';
import { gold, text } from './small.js';
import type { ContentClassifier, ContentText } from './system.js';

const ranked = (...pairs: readonly (readonly [id: string, confidence: number])[]) =>
  pairs.map(([id, confidence]) => ({ id, confidence }));

describe('scoreContentMapping', () => {
  const cases = [
    { gold: 'a', ranked: ranked(['a', 0.95], ['b', 0.05]) },
    { gold: 'a', ranked: ranked(['b', 0.91], ['a', 0.09]) },
    { gold: 'b', ranked: ranked(['b', 0.45], ['c', 0.3], ['a', 0.25]) },
    { gold: 'b', ranked: ranked(['a', 0.4], ['c', 0.35], ['b', 0.25]) },
    { gold: 'c', ranked: [] },
  ];

  it('counts first and first two; no answer is a wrong one', () => {
    expect(scoreContentMapping(cases)).toMatchObject({
      cases: 5,
      top1: 0.4,
      top2: 0.6,
      answered: 0.8,
      answeredRight: 0.5,
    });
  });

  it('lets the threshold decide what is answered', () => {
    expect(scoreContentMapping(cases, 0.45)).toMatchObject({
      top1: 0.4,
      answered: 0.6,
      answeredRight: 2 / 3,
    });
  });

  it('lays stated confidence beside success, band by band', () => {
    const { reliability, calibrationError } = scoreContentMapping(cases);
    expect(reliability).toEqual([
      { from: 0.4, to: 0.5, cases: 2, confidence: expect.closeTo(0.425), right: 0.5 },
      { from: 0.9, to: 1, cases: 2, confidence: expect.closeTo(0.93), right: 0.5 },
    ]);
    expect(calibrationError).toBeCloseTo((0.075 + 0.43) / 2);
  });

  it('holds a confidence of 1 in the last band, and measures nothing where there is nothing', () => {
    expect(scoreContentMapping([{ gold: 'a', ranked: ranked(['a', 1]) }]).reliability[0]?.from).toBe(0.9);
    expect(scoreContentMapping([])).toEqual({
      cases: 0,
      top1: null,
      top2: null,
      answered: null,
      answeredRight: null,
      calibrationError: null,
      reliability: [],
    });
  });
});

const document = (name: string): CorpusDocument => ({ name, path: `${name}.txt`, text, gold });

describe('contentExamples', () => {
  it('gives each problem from its title to the next border, without dimension headings', () => {
    const examples = contentExamples(document('small'));
    expect(examples.map(({ dimension, text: { title } }) => [dimension, title])).toEqual([
      ['2020/1', '学习原文不够'],
      ['2020/1', '听课记录做得少'],
      ['2020/4', '遇到矛盾绕着走'],
    ]);
    expect(examples[1]?.text.body).toBe('。如，有时记得不全。整改措施：下周起当天补齐。');
    expect(examples[2]?.text.body).toBe('。再如，5月一件信访件我压了三周，一直没有去见来访人。');
  });

  it('gives none in the general profile', () => {
    const problems = gold.problems.map((problem) => ({ ...problem, dimension: null }));
    const general = { ...gold, profile: 'general', dimensions: [], problems };
    expect(contentExamples({ ...document('small'), gold: general })).toEqual([]);
  });
});

describe('baselines', () => {
  it('the most frequent dimension of the document', () => {
    const cases = majorityCases(contentExamples(document('small')));
    expect(cases.map((one) => one.ranked[0]?.id)).toEqual(['2020/1', '2020/1', '2020/1']);
    expect(scoreContentMapping(cases).top1).toBeCloseTo(2 / 3);
  });

  it('the count of key words, all occurrences', () => {
    const dimensions = [
      { id: 'x/1', terms: ['学习', '原文'] },
      { id: 'x/2', terms: ['群众'] },
      { id: 'x/3', terms: ['纪律'] },
    ];
    expect(rankByKeywords('学习原文时想着群众，想着群众、群众，还是群众', dimensions)).toEqual([
      { id: 'x/2', confidence: 4 / 6 },
      { id: 'x/1', confidence: 2 / 6 },
    ]);
    expect(rankByKeywords('无关', dimensions)).toEqual([]);
  });
});

describe('leaveOneOut', () => {
  it('never lets the classifier learn from the document it is asked about', () => {
    const learnt: number[] = [];
    const remembers: ContentClassifier = {
      threshold: 0.5,
      dimensions: () => [{ id: '2020/1', terms: ['学习'] }],
      train(known) {
        learnt.push(known.length);
        const answers = new Map(known.map(({ text: { title }, dimension }) => [title, dimension]));
        return ({ title }: ContentText) => ranked([answers.get(title) ?? 'unknown', 1]);
      },
    };
    const alone = leaveOneOut([document('a')], remembers);
    expect(alone.classifier.top1).toBe(0);
    expect(leaveOneOut([document('a'), document('b')], remembers).classifier.top1).toBe(1);
    expect(learnt).toEqual([0, 3, 3]);
    expect([alone.keywords.top1, alone.majority.top1]).toEqual([1 / 3, 2 / 3]);
    expect(alone.held).toBeUndefined();
  });

  it('scores held documents by themselves too', () => {
    const knowsNothing: ContentClassifier = {
      threshold: 0,
      dimensions: () => [],
      train: () => () => [],
    };
    const kept = document('kept');
    const { classifier, held } = leaveOneOut(
      [document('a'), { ...kept, gold: { ...kept.gold, split: 'held' } }],
      knowsNothing,
    );
    expect([classifier.cases, held?.classifier.cases, held?.majority.cases]).toEqual([6, 3, 3]);
  });
});
