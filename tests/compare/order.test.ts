import { describe, expect, it } from 'vitest';
import { AFTER, BEFORE, compareTexts } from './years.js';

const codes = async (...texts: readonly string[]) =>
  (await compareTexts(...texts)).warnings.map(({ code }) => code);

describe('wrong use is caught', () => {
  it('sorts by the years detected and says so', async () => {
    const { documents, warnings } = await compareTexts(AFTER, BEFORE);
    expect(documents.map(({ document }) => document.file)).toEqual(['2.txt', '1.txt']);
    expect(warnings).toEqual([
      { code: 'sorted', message: '给出的顺序与年度不符，已按识别出的年度排列：2023、2024。' },
    ]);
  });

  it('refuses the same text twice, white space apart', async () => {
    await expect(compareTexts(BEFORE, BEFORE.replaceAll('\n', '\n\n'))).rejects.toThrow(
      '1.txt、2.txt的文字完全相同，无法逐年对照。',
    );
  });

  it('refuses a single document', async () => {
    await expect(compareTexts(BEFORE)).rejects.toThrow('至少要两份材料');
  });

  it('doubts documents of another unit or post, and gives the reasons', async () => {
    const other = AFTER.replace('青川县水务局党组成员、副局长', '临江市第二中学党委书记、校长');
    const { warnings } = await compareTexts(BEFORE, other);
    expect(warnings.map(({ code }) => code)).toEqual(['other-writer']);
    expect(warnings[0]?.message).toContain('单位不同（“青川县水务局”；“临江市第二中学”）');
    expect(warnings[0]?.message).toContain('职务不同');
  });

  const POST = '青川县水务局党组成员、副局长';
  it.each([
    ['promoted in the unit', POST, '青川县水务局党组书记、局长'],
    ['promoted to the post of a deputy', '青川县水务局科长', '青川县水务局副局长'],
    ['moved inside the unit', '青川县水务局办公室主任', '青川县水务局党组成员、副局长'],
    ['named with the province', POST, '川西省青川县水务局副局长'],
    ['named with the party', POST, '中共青川县水务局党组书记'],
    ['promoted, the unit not named', '副书记', '书记'],
  ])('is silent when somebody was %s', async (_, before, after) => {
    expect(await codes(BEFORE.replace(POST, before), AFTER.replace(POST, after))).toEqual([]);
  });

  it.each([
    ['another unit and post', POST, '临江市第二中学党委书记、校长', ['单位', '职务']],
    ['the same post in another unit', POST, '临江市水务局党组成员、副局长', ['单位']],
    ['another post, the unit not named', '副书记', '科员', ['职务']],
  ])('doubts %s', async (_, before, after, reasons) => {
    const { warnings } = await compareTexts(BEFORE.replace(POST, before), AFTER.replace(POST, after));
    expect(warnings.map(({ code }) => code)).toEqual(['other-writer']);
    const said = ['单位', '职务', '姓名'].filter((what) => warnings[0]?.message.includes(`${what}不同`));
    expect(said).toEqual(reasons);
  });

  it('doubts documents under another name', async () => {
    const named = (text: string, name: string) => text.replace('副局长\n', `副局长 ${name}\n`);
    const { warnings } = await compareTexts(named(BEFORE, '李明'), named(AFTER, '王小军'));
    expect(warnings[0]?.message).toContain('姓名不同（“李明”；“王小军”）');
    expect(await codes(named(BEFORE, '李明'), named(AFTER, '李明'))).toEqual([]);
  });

  it('doubts a team beside a person', async () => {
    const team = AFTER.replace('民主生活会个人对照检查材料', '民主生活会领导班子对照检查材料').replace(
      '青川县水务局党组成员、副局长\n',
      '',
    );
    expect(await codes(BEFORE, team)).toEqual(['other-writer']);
  });

  it('is silent when only the post has changed its place in the title', async () => {
    const moved = AFTER.replace(
      '2024年度民主生活会个人对照检查材料\n青川县水务局党组成员、副局长',
      '青川县水务局副局长2024年度民主生活会个人对照检查材料',
    );
    expect(await codes(BEFORE, moved)).toEqual([]);
  });

  it('tells of a document in which no problem was found', async () => {
    const { warnings } = await compareTexts(BEFORE, '会议通知\n请于周三上午到三楼开会。\n');
    expect(warnings.map(({ code }) => code)).toEqual(['no-problems', 'unknown-year']);
    expect(warnings[0]?.message).toContain('2.txt里没有读出一条问题');
  });

  it('tells of years that are missing or stand twice', async () => {
    expect(await codes(BEFORE.replace('2023年度', '2021年度'), AFTER)).toEqual(['year-gap']);
    expect(await codes(BEFORE.replace('2023年度', '2024年度'), AFTER)).toEqual(['same-year']);
  });
});
