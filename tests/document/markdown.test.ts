import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { leadsTo, open, sample } from './reader.js';
import { cut } from './wrap.js';

const markdown = (text: string): Document => open(text, { format: 'markdown' });
const read = (text: string): string => markdown(text).reading.text;
const levels = (text: string): (number | undefined)[] =>
  markdown(text).reading.paragraphs.map(({ headingLevel }) => headingLevel);

describe('blocks', () => {
  it('headings give their level, the signs go', () => {
    const text = '# 对照检查材料\n\n## 一、存在的问题 ##\n###（一）学习方面\n正文。\n';
    expect(read(text)).toBe('对照检查材料\n一、存在的问题\n（一）学习方面\n正文。');
    expect(levels(text)).toEqual([1, 2, 3, undefined]);
  });

  it('underlined headings', () => {
    const text = '对照检查材料\n======\n\n一、存在的问题\n---\n\n正文。\n\n***\n';
    expect(read(text)).toBe('对照检查材料\n一、存在的问题\n正文。');
    expect(levels(text)).toEqual([1, 2, undefined]);
  });

  it('a rule below a sentence is no heading', () => {
    expect(levels('学习不够深入。\n---\n正文。')).toEqual([undefined, undefined]);
  });

  it('dashes of lists go, numbers stay', () => {
    expect(read('- 学习不够\n* 担当不够\n+ [ ] 作风不实\n  - 调研不够\n1. 一是学习\n2) 二是担当')).toBe(
      '学习不够\n担当不够\n作风不实\n调研不够\n1.一是学习\n2）二是担当',
    );
  });

  it('quotes, fences, comments, front matter', () => {
    const text =
      '---\ntitle: 材料\ndate: 2021-12-30\n---\n> 引用的话\n> > 再引用\n\n```text\n# 不是标题 **原样**\n```\n<!-- 批注\n还是批注 -->\n正文<!-- 删 -->在此。';
    expect(read(text)).toBe('引用的话\n再引用\n#不是标题**原样**\n正文在此。');
    expect(levels(text)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('three dashes at the beginning without keys are a rule', () => {
    expect(read('---\n\n正文。')).toBe('正文。');
  });

  it('tables: borders between cells read as tabs and lead back to them', () => {
    const text = '| 问题 | 措施 |\n|:---|---:|\n| 学习不够 | 每月**1**篇 |\n| 担当 | |\n\n正文|不是表。';
    const document = markdown(text);
    expect(document.reading.text).toBe('问题\t措施\n学习不够\t每月1篇\n担当\n正文|不是表。');
    expect(leadsTo(document, '\t')).toEqual(['|', '|']);
    expect(leadsTo(document, '学习不够\t每月1篇')).toEqual(['学习不够 | 每月**1**篇']);
  });
});

describe('inside lines', () => {
  it.each([
    ['bold', '**学习不够**的问题', '学习不够的问题'],
    ['bold around quotation marks', '对**“两个确立”**的领悟', '对“两个确立”的领悟'],
    ['italic, struck, highlighted', '*学习*和~~删去~~和==标记==', '学习和删去和标记'],
    ['bold italic', '***学习***', '学习'],
    ['underscores outside words only', '_学习_ 和a_b_c', '学习和a_b_c'],
    ['code', '见`a*b*c`一节', '见a*b*c一节'],
    ['links and images', '见[《条例》](https://a.b/c "题")![图](a.png)第3条', '见《条例》第3条'],
    ['addresses', '见<https://a.b/c>', '见https://a.b/c'],
    ['tags', '<b>学习</b>不够<br/>', '学习不够'],
    ['footnotes', '学习不够[^1]。', '学习不够。'],
    ['escapes', '20\\*\\*年第1\\.5节', '20**年第1.5节'],
    ['entities of white space', '&emsp;&nbsp;学习', '学习'],
  ])('%s', (_, text, reading) => {
    expect(read(text)).toBe(reading);
  });

  it.each([
    ['placeholders', '20**年在**镇调研，责任人____，*年度'],
    ['brackets', '〔2021〕12号、[2021]12号(试行)'],
    ['comparison', '满意率<60%，投诉>3次'],
    ['places left open', '【待补】'],
  ])('words stay: %s', (_, text) => {
    expect(read(text)).toBe(text.replace('[2021]12号(试行)', '[2021]12号（试行）'));
  });
});

describe('line ends', () => {
  it('one line is one paragraph, as Chinese writers use it', () => {
    expect(read('一、问题\n学习不够深入。\n担当不够有力。')).toBe('一、问题\n学习不够深入。\n担当不够有力。');
  });

  it('wrapped lines are joined, also behind marks', () => {
    const plain = open(sample).reading.text;
    const quoted = cut(sample, 36).replace(/^二、.*$/m, '## $&');
    expect(read(quoted)).toBe(plain);
  });

  it('a blank line always ends a paragraph', () => {
    const lines = cut('学习不够深入，'.repeat(40), 30).split('\n');
    const text = `${lines.slice(0, 4).join('\n')}\n\n${lines.slice(4).join('\n')}。`;
    expect(read(text).split('\n')).toHaveLength(2);
  });
});

it('a text that is not Markdown keeps its signs', () => {
  expect(open('# 标题\n**镇和**村').reading.text).toBe('#标题\n**镇和**村');
});
