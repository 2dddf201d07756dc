import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinLexicon } from '../../src/language/builtin-lexicon.js';
import { chineseNumber } from '../../src/language/chinese-number.js';
import { dates } from '../../src/language/dates.js';
import { numerals } from '../../src/language/numerals.js';

const lexicon = builtinLexicon();

/** `words=value`, `~` when open, and the unit; dates left out. */
const figures = (text: string): readonly string[] =>
  numerals(text, lexicon.scan(text))
    .filter(({ kind }) => kind !== 'date')
    .map(
      ({ start, end, value, approximate, unit }) =>
        `${text.slice(start, end)}=${value}${approximate ? '~' : ''} ${unit ?? '-'}`,
    );

const found = (text: string): readonly string[] =>
  dates(text).map(({ start, end, kind, value }) => `${text.slice(start, end)} ${kind} ${value}`);

describe('numerals', () => {
  test.each([
    ['走访1,200户', '1,200户=1200 户'],
    ['完成98.5次', '98.5次=98.5 次'],
    ['共十二项', '十二项=12 项'],
    ['去了两次', '两次=2 次'],
    ['一千二百户', '一千二百户=1200 户'],
    ['百八十人', '百八十人=180 人'],
    ['一百零五件', '一百零五件=105 件'],
    ['3万元', '3万元=30000 元'],
    ['1.5亿元', '1.5亿元=150000000 元'],
    ['13.62万元', '13.62万元=136200 元'],
    ['共有二十', '二十=20 -'],
    ['编号12345', '12345=12345 -'],
  ])('exact: %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  test.each([
    ['2千余人', '2千余人=2000~ 人'],
    ['十余件', '十余件=10~ 件'],
    ['20余件', '20余件=20~ 件'],
    ['20余万元', '20余万元=200000~ 元'],
    ['20万余元', '20万余元=200000~ 元'],
    ['近百人', '近百人=100~ 人'],
    ['上百次', '上百次=100~ 次'],
    ['数十起', '数十起=20~ 起'],
    ['十几次', '十几次=10~ 次'],
    ['三四次', '三四次=3~ 次'],
    ['七八个', '七八个=7~ 个'],
    ['二三十人', '二三十人=20~ 人'],
    ['四五百人', '四五百人=400~ 人'],
    ['十七八个', '十七八个=17~ 个'],
    ['十多个', '十多个=10~ 个'],
    ['约20人', '约20人=20~ 人'],
    ['20人左右', '20人左右=20~ 人'],
    ['超过3项', '超过3项=3~ 项'],
    ['3-5次', '3-5次=3~ 次'],
    ['10至15个', '10至15个=10~ 个'],
  ])('open: %s', (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  test('a bound is a number', () => {
    expect(figures('每周不少于10小时')).toEqual(['不少于10小时=10 小时']);
    expect(figures('至少2次，不超过6项')).toEqual(['至少2次=2 次', '不超过6项=6 项']);
  });

  test.each([
    ['办结率98.71%', 'percent', 98.71, '98.71%'],
    ['占百分之九十八', 'percent', 98, '百分之九十八'],
    ['占百分之98', 'percent', 98, '百分之98'],
    ['提高3个百分点', 'percent', 3, '3个百分点'],
    ['占三分之二', 'fraction', 2 / 3, '三分之二'],
    ['约千分之三', 'fraction', 0.003, '约千分之三'],
    ['这是第三次', 'ordinal', 3, '第三次'],
    ['第12件', 'ordinal', 12, '第12件'],
  ])('%s is a %s', (text, kind, value, words) => {
    const [numeral, ...others] = numerals(text, lexicon.scan(text));
    expect(others).toEqual([]);
    expect(numeral).toMatchObject({ kind, value });
    expect(text.slice(numeral?.start, numeral?.end)).toBe(words);
  });

  test.each([
    '一岗双责',
    '三会一课',
    '第一时间',
    '第一书记',
    '一些同志',
    '一定程度',
    '一方面',
    '万一',
    '统一',
    '唯一',
    '一是',
    '进一步',
    '下一步',
    '百姓',
    '千万不要',
    '十分重要',
    '十四五规划',
    '二十大',
    '二十届三中全会',
    '三言两语',
    '一把手',
    '百分百',
    '三重一大',
    '一事一议',
    '这一次',
    '每一项',
    '二级单位',
    '数据',
    '次数',
    '几乎',
    '一次次',
    'A4纸',
    '20**年',
    'COVID19',
  ])('no figure: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  test('the number of an item is no figure, the number in a sentence is', () => {
    expect(figures('1.强化学习\n2、落实3项任务\n（1）查摆')).toEqual(['3项=3 项']);
  });

  test('figures of dates are of their own kind', () => {
    const text = '2024年3月15日走访12户';
    const all = numerals(text, lexicon.scan(text));
    expect(all.map(({ kind, value }) => [kind, value])).toEqual([
      ['date', 2024],
      ['date', 3],
      ['date', 15],
      ['count', 12],
    ]);
  });

  test('fixed expressions hold no figures', () => {
    const text = '增强“四个意识”，完成4个项目';
    expect(numerals(text, lexicon.scan(text)).map(({ start }) => start)).toEqual([11]);
  });

  test('spans lie in the text, ascend and do not overlap', () => {
    const words = fc.constantFrom(
      ...'0123456789.,%一二三十百千万两几数余多近约上第分之点个次项年月日元左右，。每前底内至—*A\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const list of [numerals(text, lexicon.scan(text)), dates(text)]) {
          let last = 0;
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }
        for (const { value } of numerals(text, lexicon.scan(text))) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '1',
    '一',
    '十',
    '十一',
    '1,',
    '1.',
    '第',
    '数',
    '1年',
    '每',
    '近',
    '年',
    '3月至',
    '20',
    '百分之',
    '一二',
    '2024-',
  ])('comes to the end of a million characters of %s, as a quadratic pattern does not', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const { start, end } of numerals(text, lexicon.scan(text), dates(text)).slice(-1))
      expect([start < end, end <= text.length]).toEqual([true, true]);
  });
});

describe('chineseNumber', () => {
  test('reads what it is written as, from 0 to 99,999,999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(chineseNumber(written(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['十', 10],
    ['二十', 20],
    ['两百', 200],
    ['百八十', 180],
    ['一百五', 150],
    ['两万三', 23_000],
    ['一亿二千万', 120_000_000],
    ['〇', 0],
    ['两千零二', 2002],
  ])('%s', (words, value) => {
    expect(chineseNumber(words)).toBe(value);
  });

  test.each(['', '三四', '十四五', '十百', '一零', '万', '万一', '百千', '零五', '二〇二一', '一二三', '学'])(
    '%s is none',
    (words) => {
      expect(chineseNumber(words)).toBeUndefined();
    },
  );
});

describe('dates', () => {
  test.each([
    ['2024年', '2024年 year 2024'],
    ['2021年度', '2021年度 year 2021'],
    ['二〇二一年', '二〇二一年 year 2021'],
    ['20**年', '20**年 year null'],
    ['2012年底', '2012年底 year 2012'],
    ['3月', '3月 month --03'],
    ['5月份', '5月份 month --05'],
    ['十二月', '十二月 month --12'],
    ['2024年3月', '2024年3月 month 2024-03'],
    ['去年12月', '去年12月 month --12'],
    ['10月中旬', '10月中旬 month --10'],
    ['1月初', '1月初 month --01'],
    ['2025.3', '2025.3 month 2025-03'],
    ['3月15日', '3月15日 day --03-15'],
    ['2024年3月15日', '2024年3月15日 day 2024-03-15'],
    ['2024-03-15', '2024-03-15 day 2024-03-15'],
    ['上半年', '上半年 half-year H1'],
    ['去年下半年', '去年下半年 half-year H2'],
    ['2024年上半年', '2024年上半年 half-year 2024-H1'],
    ['第三季度', '第三季度 quarter Q3'],
    ['2025年一季度', '2025年一季度 quarter 2025-Q1'],
    ['去年', '去年 relative null'],
    ['年底', '年底 relative null'],
    ['前段时间', '前段时间 relative null'],
    ['疫情期间', '疫情期间 relative null'],
  ])('%s', (text, expected) => {
    expect(found(`，${text}，`)).toEqual([expected]);
  });

  test.each([
    ['6月底前', '6月底前 deadline --06'],
    ['12月底前', '12月底前 deadline --12'],
    ['3月15日前', '3月15日前 deadline --03-15'],
    ['2023年底前', '2023年底前 deadline 2023'],
    ['15日之前', '15日之前 deadline ---15'],
    ['年内', '年内 deadline null'],
    ['年底前', '年底前 deadline null'],
    ['本月底前', '本月底前 deadline null'],
    ['国庆节前', '国庆节前 deadline null'],
    ['一个月内', '一个月内 deadline P1M'],
    ['两周之内', '两周之内 deadline P2W'],
    ['30日内', '30日内 deadline P30D'],
  ])('deadline: %s', (text, expected) => {
    expect(found(`，${text}完成`)).toEqual([expected]);
  });

  test.each([
    ['2024年3月至5月', '2024年3月至5月 period 2024-03/2024-05'],
    ['1—6月', '1—6月 period --01/--06'],
    ['10月8日至22日', '10月8日至22日 period --10-08/--10-22'],
    ['2024年3月12日至5月10日', '2024年3月12日至5月10日 period 2024-03-12/2024-05-10'],
    ['2021-2023年', '2021-2023年 period 2021/2023'],
    ['2021年以来', '2021年以来 period 2021/..'],
    ['近三年', '近三年 period P3Y'],
    ['三年来', '三年来 period P3Y'],
    ['连续3天', '连续3天 period P3D'],
    ['前三季度', '前三季度 period Q1/Q3'],
    ['全年', '全年 period P1Y'],
  ])('period: %s', (text, expected) => {
    expect(found(`，${text}，`)).toEqual([expected]);
  });

  test.each([
    ['每周', 'P1W'],
    ['每月', 'P1M'],
    ['每季度', 'P3M'],
    ['每半年', 'P6M'],
    ['每年', 'P1Y'],
    ['每天', 'P1D'],
    ['每两周', 'P2W'],
    ['每3个月', 'P3M'],
    ['按季度', 'P3M'],
    ['逐月', 'P1M'],
  ])('frequency: %s', (text, value) => {
    expect(found(`${text}不少于1次`)).toEqual([`${text} frequency ${value}`]);
  });

  test('two expressions side by side', () => {
    expect(found('每月15日前')).toEqual(['每月 frequency P1M', '15日前 deadline ---15']);
  });

  test.each([
    '13月',
    '2025.3万元',
    '3个月',
    '目前',
    '以上年轻干部',
    '青年中',
    '附近三年',
    '一季度电',
    '三年前',
    '1.5',
    '2024.3版',
  ])('no date, or not that one: %s', (text) => {
    expect(found(text).filter((one) => !one.startsWith('一季度 '))).toEqual([]);
  });
});

/** A number in Chinese characters, 零 once for each gap. */
function written(value: number): string {
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return section(low);
  const gap = low > 0 && low < 1000 ? '零' : '';
  return `${section(high)}万${gap}${low > 0 ? section(low) : ''}`;
}

function section(value: number): string {
  let words = '';
  let gap = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${'零一二三四五六七八九'.charAt(digit)}${name}`;
    gap = false;
  }
  return words;
}
