import { describe, expect, it } from 'vitest';
import { leadsTo, open, readingOf } from './reader.js';

describe('white space', () => {
  it.each([
    ['between Han', '理 论　学\u00a0习\u200b不  够', '理论学习不够'],
    ['between Han and figures', '在 4 个方面查摆了 12 项', '在4个方面查摆了12项'],
    ['beside punctuation', '学习 ，不够 。', '学习，不够。'],
    [
      'between Latin words one stays',
      '结合 Diagnosis   Related Groups 改革',
      '结合Diagnosis Related Groups改革',
    ],
    ['between figures one stays', '电话 0531  8612 3456', '电话0531 8612 3456'],
    ['letter-spaced titles', '对　照　检　查　材　料', '对照检查材料'],
    ['letter-spaced names in a form', '姓        名：张某', '姓名：张某'],
    ['at both ends', '\u3000\u3000学习不够。 \t ', '学习不够。'],
    ['zero-width and byte order marks', '\ufeff学\u200d习\u2060不\ufeff够', '学习不够'],
    ['controls', '学\u0007习\u001b不够', '学习不够'],
  ])('%s', (_, text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  it('a wide gap that parts a heading from its text, or columns, stays as one space', () => {
    expect(readingOf('（一）理论学习不够深入　　主要是满足于一般了解')).toBe(
      '（一）理论学习不够深入 主要是满足于一般了解',
    );
    expect(readingOf('某县水利局党支部      2021年12月30日')).toBe('某县水利局党支部 2021年12月30日');
  });

  it('but not behind the number of an item, nor behind punctuation', () => {
    expect(readingOf('（一）    理论学习不够深入')).toBe('（一）理论学习不够深入');
    expect(readingOf('学习得不够。    再如，没有读原文。')).toBe('学习得不够。再如，没有读原文。');
  });

  it('tabs stay, except at the ends and behind the number of an item', () => {
    expect(readingOf('\t1\t理论学习\t\t不够深入\t')).toBe('1\t理论学习\t\t不够深入');
    expect(readingOf('一、\t理论学习不够')).toBe('一、理论学习不够');
    expect(readingOf('1.\t理论学习不够\n（2）\t担当不够\n③\t作风不实')).toBe(
      '1.理论学习不够\n（2）担当不够\n③作风不实',
    );
  });

  it('a space that stays points to the first of its run', () => {
    const { reading } = open('AB   CD 一');
    expect(reading.text).toBe('AB CD一');
    expect([...reading.offsets]).toEqual([0, 1, 2, 5, 6, 8]);
  });

  it('blank lines and lines of zero-width characters are no paragraphs', () => {
    const { reading } = open('\n 一\n\n\u200b\n　\n二\n\n');
    expect(reading.text).toBe('一\n二');
    expect(reading.paragraphs).toEqual([{ span: { start: 0, end: 1 } }, { span: { start: 2, end: 3 } }]);
    expect([...reading.offsets]).toEqual([2, 3, 9]);
  });

  it('a form feed ends a line', () => {
    expect(readingOf('一、问题\f二、原因')).toBe('一、问题\n二、原因');
  });
});

describe('spans', () => {
  it('lead back to what the reader sees', () => {
    const document = open('１．理 论(学习)不够,"两张皮".');
    expect(document.reading.text).toBe('1.理论（学习）不够，“两张皮”。');
    expect(leadsTo(document, '理论（学习）不够，“两张皮”。')).toEqual(['理 论(学习)不够,"两张皮".']);
    expect(leadsTo(document, '“两张皮”')).toEqual(['"两张皮"']);
  });
});
