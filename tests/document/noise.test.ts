import { describe, expect, it } from 'vitest';
import { makeTables } from '../../src/document/tables.js';
import { open, readingOf } from './reader.js';

const body = Array.from({ length: 40 }, (_, i) => `${i + 1}.学习得不够深入，思考得不够多。`).join('\n');

describe('page numbers on lines of their own', () => {
  it.each([
    '— 3 —',
    '- 3 -',
    '－３－',
    '–3–',
    '第3页',
    '第 3 页 共 9 页',
    '第三页',
    '共9页 第3页',
    '第3页（共9页）',
    '3/9',
    '3 / 9',
    'Page 3 of 9',
  ])('%s', (line) => {
    const document = open(`一、问题\n${line}\n二、原因`);
    expect(document.reading.text).toBe('一、问题\n二、原因');
    expect(document.notices).toEqual([{ code: 'page-noise', message: `略去页码 1 行：第 2 行“${line}”。` }]);
  });

  it.each(['9/3', '第3页没有看', '3', '2021', '- 3', '第三'])('not %s', (line) => {
    expect(readingOf(`一、问题\n${line}\n二、原因`).split('\n')).toHaveLength(3);
  });

  const page = '查摆出来的问题没有逐条整改到位，'.repeat(20);

  it('bare numbers that go up from page to page', () => {
    const document = open(`${page}\n1\n${page}\n2\n${page}\n3\n以上是我的对照检查。`);
    expect(document.notices).toMatchObject([
      { code: 'page-noise', message: '略去页码 3 行：第 2 行“1”、第 4 行“2”、第 6 行“3”。' },
    ]);
    expect(document.reading.text).toBe(`${page}${page}${page}以上是我的对照检查。`);
  });

  it('bare numbers of a list stay', () => {
    const list = '序号\n1\n理论学习不够深入。\n2\n调查研究不够扎实。\n3\n担当作为不够有力。';
    expect(readingOf(list)).toBe(list);
  });

  it('bare numbers that do not go up stay', () => {
    expect(readingOf(`${page}\n7\n${page}\n3\n${page}`).split('\n')).toHaveLength(5);
  });
});

describe('left-overs of web pages', () => {
  it.each([
    '发布时间：2021-12-30 10:20 来源：区委办 浏览量：123',
    '2021-12-30 10:20 来源：区委组织部 点击：56次',
    '【字体：大 中 小】',
    '字体大小：大 中 小',
    '当前位置：首页 > 党建工作',
    '【打印】 【关闭】',
    '打印本页 | 关闭窗口',
    '浏览次数 1234',
    '[某某党建网]',
    '（来源：某某日报）',
  ])('at the top: %s', (line) => {
    const document = open(`对照检查材料\n${line}\n${body}`);
    expect(document.reading.text).toBe(`对照检查材料\n${body}`);
    expect(document.notices).toMatchObject([{ code: 'page-noise' }]);
    expect(document.notices[0]?.message).toMatch(/^略去网页附带文字 1 行：第 2 行/);
  });

  it.each([
    '上一篇：关于召开民主生活会的通知',
    '下一篇：没有了',
    '分享到：',
    '责任编辑：某某',
    '关闭窗口',
    '返回顶部',
    '版权所有：某某区委组织部 京ICP备12345678号',
    '扫一扫在手机打开当前页',
  ])('at the foot: %s', (line) => {
    expect(readingOf(`${body}\n${line}`)).toBe(body);
  });

  it.each([
    '来源于群众的意见没有认真听。',
    '打印机等办公用品采购没有上会。',
    '上一篇心得体会是抄来的。',
    '分享学习体会不多。',
    '编辑部党支部书记 某某',
    '（党支部书记 某某）',
    '2021年12月30日',
  ])('these are words of the text: %s', (line) => {
    expect(readingOf(`${line}\n${body}\n${line}`).replaceAll(' ', '')).toBe(
      `${line}\n${body}\n${line}`.replaceAll(' ', ''),
    );
  });

  it('in the middle of a text nothing is left out', () => {
    const text = `${body}\n来源：群众反映\n${body}`;
    expect(readingOf(text)).toBe(text);
  });

  it('the notice names the first lines and says that there are more', () => {
    const { notices } = open(`${body}\n${'关闭窗口\n'.repeat(10)}`);
    expect(notices[0]?.message).toMatch(/^略去网页附带文字 10 行：第 41 行“关闭窗口”、.* 等。$/);
  });

  it('without phrases nothing is left out', () => {
    const text = `${body}\n关闭窗口`;
    expect(readingOf(text, { tables: makeTables({}) })).toBe(text);
  });

  it('phrases may use the pattern language', () => {
    const categories = { 'page-noise': { phrases: ['(转|摘)自…报(社)?'] } };
    expect(readingOf(`${body}\n摘自某某晚报社：`, { tables: makeTables({ categories }) })).toBe(body);
  });
});
