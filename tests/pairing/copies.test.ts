import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/pairing/copies.js';
import { ShingleIndex } from '../../src/pairing/shingles.js';
import { sharedAnalyzer } from '../compare/years.js';

const { fromText, analyze } = await sharedAnalyzer();

const document = (sentence: string) =>
  analyze(fromText(`2024年度对照检查材料\n一、存在的问题\n1.工作抓得不实。${sentence}\n2.其他方面不足。`));

const copies = (before: string, after: string) =>
  findCopies(document(before), document(after)).map(({ before: a, after: b, similarity }) => [
    a.text,
    b.text,
    similarity === 1 ? 'whole' : 'changed',
  ]);

const SENTENCE = '年初排出的41处漏点，到10月只堵上了17处，剩下的推给第二年再说。';

describe('a sentence is copied', () => {
  it('word for word', () => {
    expect(copies(SENTENCE, SENTENCE)).toEqual([[SENTENCE, SENTENCE, 'whole']]);
  });

  it('with words exchanged', () => {
    const changed = '年初排出的52处漏点，到11月只堵上了17处，剩下的推给第二年再说。';
    expect(copies(SENTENCE, changed)).toEqual([[SENTENCE, changed, 'changed']]);
  });

  it('in either direction, as a part of a longer one', () => {
    const longer = `${SENTENCE.slice(0, -1)}，而同期管网改造的钱花在了门厅装修上，职工私下议论了半年。`;
    expect(copies(SENTENCE, longer)).toEqual([[SENTENCE, longer, 'whole']]);
    expect(copies(longer, SENTENCE)).toEqual([[longer, SENTENCE, 'whole']]);
  });
});

describe('no copying', () => {
  it('official wording and fixed expressions', () => {
    const official = '增强“四个意识”、坚定“四个自信”、做到“两个维护”。';
    expect(copies(official, official)).toEqual([]);
  });

  it('the same matter in other words', () => {
    expect(copies(SENTENCE, '全年应修的漏点有41处，实际完成不到一半，主要是我没有盯住。')).toEqual([]);
  });

  it('short formulae', () => {
    expect(copies('工作还不够扎实。', '工作还不够扎实。')).toEqual([]);
  });
});

describe('shingles', () => {
  const like = (text: string, other: string) => new ShingleIndex([text]).like(0, new ShingleIndex([other]));

  it('contain what is part of the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10 }), fc.string(), fc.string(), (middle, left, right) => {
        expect(like(middle, left + middle + right)).toEqual([{ other: 0, containment: 1 }]);
        expect(like(left + middle + right, middle)).toEqual([{ other: 0, containment: 1 }]);
      }),
    );
  });

  it('have nothing in common where no ten characters are', () => {
    expect(like('甲乙丙丁戊己庚辛壬癸', '癸壬辛庚己戊丁丙乙甲')).toEqual([]);
    expect(like('', '甲')).toEqual([]);
  });

  it('tell how much two texts share, and which text it is', () => {
    const [first, second] = ['甲乙丙丁戊己庚辛壬癸子丑', '乙丙丁戊己庚辛壬癸子'];
    const others = new ShingleIndex(['一二三四五六七八九十', `${second}寅卯`]);
    expect(new ShingleIndex([first]).like(0, others)).toEqual([{ other: 1, containment: 1 / 3 }]);
  });
});
