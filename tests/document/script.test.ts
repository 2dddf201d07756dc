import { describe, expect, it } from 'vitest';
import { corpusFile, leadsTo, open, readingOf } from './reader.js';

describe('traditional characters', () => {
  const document = open(corpusFile('2013-county-deputy-head-traditional.txt'));

  it('are read as simplified, the text stays', () => {
    expect(document.reading.text).toContain('二、“四风”方面存在的突出问题\n（一）形式主义方面');
    expect(leadsTo(document, '“四风”方面存在的突出问题')).toEqual(['「四風」方面存在的突出問題']);
  });

  it('are announced', () => {
    expect(document.notices).toEqual([
      { code: 'script', message: '正文是繁体字，分析时按简体字处理，引文仍用原文。' },
    ]);
  });

  it('the field’s own words come out right', () => {
    expect(readingOf('忠誠乾淨擔當，瞭解羣眾後續徵求於民')).toBe('忠诚干净担当，了解群众后续征求于民');
  });

  it('characters whose conversion depends on the word stay', () => {
    expect(readingOf('對顯著的問題看著不管，讀原著，覆蓋面廣')).toBe(
      '对显著的问题看著不管，读原著，覆盖面广',
    );
  });
});

describe('a simplified document', () => {
  it.each(['乾隆年间的旧账', '名著读得少', '后来瞭望塔没有建', '征求意见的范围於此不够广'])(
    '%s stays as it is',
    (text) => {
      expect(readingOf(text)).toBe(text);
      expect(open(text).notices).toEqual([]);
    },
  );

  it('that quotes a few traditional words stays as it is', () => {
    const text = `${'理论学习不够深入，思考研究不多。'.repeat(10)}门口还挂着「對照檢查」的旧牌子。`;
    expect(readingOf(text)).toContain('“對照檢查”');
    expect(open(text).notices).toEqual([]);
  });
});

describe('variants of characters', () => {
  it('radicals and compatibility characters become the usual ones', () => {
    expect(readingOf('⼀、⺠主⽣活会意⻅和⾏动⽅案')).toBe('一、民主生活会意见和行动方案');
  });
});
