import { parseGold } from './gold.js';

/** A small document with its gold, for the tests of the scoring. */
export const text = `对照检查材料

一、上年度整改情况
上年度民主生活会查摆问题12项，完成8项，剩余4项；巡察整改专题会查摆问题6项，完成6项。
二、存在的问题
（一）理论学习方面
1.学习原文不够。比如，3月的读书班我只到了2次。这反映出我对学习抓得不紧，没有当回事，靠吃老本，图省事。
2.听课记录做得少。如，有时记得不全。整改措施：下周起当天补齐。
（二）担当方面
3.遇到矛盾绕着走。再如，5月一件信访件我压了三周，一直没有去见来访人。
— 1 —
三、原因
1.自我要求放松。
2.宗旨意识淡了。
四、措施
1.把原文读进去。每周不少于2小时，6月底前由办公室检查。
2.把门打开。每月15日前上门见一位来访人。
以上请批评指正。
`;

export const gold = parseGold(
  {
    document: 'small.txt',
    origin: 'synthetic',
    split: 'dev',
    profile: '2020',
    kind: 'individual',
    parts: [
      { role: 'title', lines: [1, 1] },
      { role: 'rectification', lines: [3, 4] },
      { role: 'problems', lines: [5, 10] },
      { role: 'causes', lines: [12, 14] },
      { role: 'measures', lines: [15, 17] },
      { role: 'closing', lines: [18, 18] },
    ],
    noise: [11],
    rectification: [
      { occasion: '上年度民主生活会', aspects: null, found: 12, done: 8, ongoing: 4 },
      { occasion: '巡察整改专题会', aspects: null, found: 6, done: 6, ongoing: null },
    ],
    dimensions: [
      { dimension: 1, heading: '（一）理论学习' },
      { dimension: 4, heading: '（二）担当' },
    ],
    problems: [
      {
        id: '1',
        dimension: 1,
        title: '学习原文不够',
        examples: [{ text: '比如，3月的读书班我只到了2次。', concreteness: 'concrete' }],
        causes: ['这反映出我对学习抓得不紧，没有当回事，靠吃老本，图省事。'],
        measures: [],
      },
      {
        id: '2',
        dimension: 1,
        title: '听课记录做得少',
        examples: [{ text: '如，有时记得不全。', concreteness: 'vague' }],
        causes: [],
        measures: ['下周起当天补齐。'],
      },
      {
        id: '3',
        dimension: 4,
        title: '遇到矛盾绕着走',
        examples: [{ text: '再如，5月一件信访件我压了三周，一直没有去见来访人。', concreteness: 'partial' }],
        causes: [],
        measures: [],
      },
    ],
    causes: [
      { id: 'c1', title: '自我要求放松' },
      { id: 'c2', title: '宗旨意识淡了' },
    ],
    measures: [
      { id: 'm1', title: '把原文读进去', commitments: ['每周不少于2小时', '6月底前由办公室检查'] },
      { id: 'm2', title: '把门打开', commitments: ['每月15日前'] },
    ],
    links: {
      cause: { '1': ['c1'], '2': ['c1'], '3': ['c2'] },
      measure: { '1': ['m1'], '2': [], '3': [] },
    },
    findings: [
      { rule: 'vague-example', quote: '如，有时记得不全。' },
      { rule: 'problem-without-measure', quote: '遇到矛盾绕着走' },
      { rule: 'missing-dimension', quote: null },
      { rule: 'numbering', quote: '3.遇到矛盾绕着走' },
    ],
    clean: [
      { rule: 'vague-example', quote: '比如，3月的读书班我只到了2次。' },
      { rule: 'missing-part', quote: null },
    ],
  },
  'small.gold.json',
);
