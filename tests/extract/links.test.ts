import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/index.js';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const PROBLEMS = [
  '1.理论学习不深入。原著读得少，10月的集中学习请假两次。',
  '2.信访积案化解不力。有2件上访积案拖了3年，没有去见来访人。',
  '3.安全检查走过场。5月的消防检查只查了1家企业。',
  '4.对家属约束不严。8月家属坐过1次公车。',
];

const analyse = (measures: readonly string[]) =>
  analyzer.analyze(
    analyzer.fromText(`一、存在的主要问题\n${PROBLEMS.join('\n')}\n二、整改措施\n${measures.join('\n')}\n`),
  );

/** `problem>measure` of each link, by their numbers. */
const links = (measures: readonly string[]): readonly string[] =>
  analyse(measures).problems.flatMap(({ id, links: found }) => found.measures.map(({ to }) => `${id}>${to}`));

describe('links from problems to measures', () => {
  it.each([
    [
      'the same words',
      ['（一）抓好信访积案化解。6月底前化解2件积案。', '（二）管好家属。家属不坐公车。'],
      ['p2>m1', 'p4>m2'],
    ],
    [
      'lists in the same order',
      [
        '（一）把原著读进去。每月写笔记1篇。',
        '（二）见一见来访人。每月接访2次。',
        '（三）消防检查查到底。每月查4家企业。',
        '（四）管好家属。公车只用于公务。',
      ],
      ['p1>m1', 'p2>m2', 'p3>m3', 'p4>m4'],
    ],
    ['nothing in common', ['（一）办好职工食堂。6月底前更换灶具。', '（二）绿化院落。4月底前种树20棵。'], []],
  ])('draws them for %s', (_, measures, expected) => {
    expect(links(measures)).toEqual(expected);
  });

  it('tells how near the nearest measure is, and shows the words that carry a link', () => {
    const { problems } = analyse(['（一）抓好信访积案化解。6月底前化解2件积案。']);
    const [, petition, , family] = problems;
    expect(petition?.links.measures[0]?.strength).toBe(petition?.nearestMeasure);
    expect(petition?.links.measures[0]?.evidence).toContain('信访稳定');
    expect(family?.links.measures).toEqual([]);
    expect(family?.nearestMeasure).toBeLessThan(0.1);
  });

  it('gives at most two a problem, each with a strength that allows it, for any text', () => {
    const words = fc.constantFrom(
      '信访',
      '积案',
      '学习',
      '原著',
      '安全',
      '检查',
      '家属',
      '公车',
      '，',
      '每月',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        (items) => {
          const { problems } = analyse(items.map((item, i) => `${i + 1}.抓${item.join('')}。`));
          for (const { links: found, nearestMeasure } of problems) {
            expect(found.measures.length).toBeLessThanOrEqual(2);
            for (const { strength } of found.measures) {
              expect(strength).toBeGreaterThanOrEqual(0.3);
              expect(strength).toBeLessThanOrEqual(nearestMeasure);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
