import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../src/profiles/years.js';

/** The year most spoken for; the first line is the title. */
function year(text: string): number | null {
  const end = text.indexOf('\n');
  const { support } = yearsOf(text, end < 0 ? { start: 0, end: text.length } : { start: 0, end });
  const [best] = [...support].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

describe('the year that a meeting looks back on', () => {
  it.each([
    [
      'of the title',
      '2021年度民主生活会对照检查材料\n2020年的问题已整改，2020年查摆的5项完成4项，2020年底销号。',
      2021,
    ],
    ['in Chinese numerals', '二〇二一年度民主生活会对照检查材料', 2021],
    ['with a round zero', '二○二二年度组织生活会发言提纲', 2022],
    ['of a meeting early next year', '民主生活会对照检查材料（2022年1月15日）', 2021],
    ['of a meeting in summer', '主题教育专题民主生活会对照检查材料（2023年8月）', 2023],
    [
      'that the opening names',
      '对照检查材料\n按照2024年度民主生活会的要求，我作了检查。2023年的事也有两件：2023年3月和2023年5月。',
      2024,
    ],
    ['after the last meeting', '对照检查材料\n2019年度民主生活会上查摆的5个问题已整改4个。', 2020],
    ['after the year before', '对照检查材料\n上年度（2022年度）民主生活会的问题已整改。', 2023],
    [
      'of most events',
      '对照检查材料\n2020年3月的检查、2020年5月的会议、2020年9月的调研、2019年的项目。',
      2020,
    ],
    ['at the end', '对照检查材料\n我作了对照检查。\n2022年1月20日', 2021],
    ['nowhere', '对照检查材料\n我作了对照检查。', null],
  ])('%s', (_, text, expected) => {
    expect(year(text)).toBe(expected);
  });

  it('is the title’s own only where it names one', () => {
    const titled = (text: string): number | null => yearsOf(text, { start: 0, end: text.length }).titled;
    expect(titled('2021年度民主生活会对照检查材料')).toBe(2021);
    expect(titled('2021年度民主生活会（2022年1月）')).toBe(2021);
    expect(titled('2020年和2021年整改情况')).toBeNull();
    expect(titled('民主生活会对照检查材料')).toBeNull();
  });

  it('takes a long text of figures in its stride', () => {
    const text = '2021年度'.repeat(200_000);
    expect([...yearsOf(text, null).support.keys()]).toEqual([2021]);
  });
});
