import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import type { Profile } from '../../src/dictionaries/schema.js';
import { assignHeadings, type HeadingMatch, prepareProfiles } from '../../src/profiles/headings.js';

const { all, byId, match } = prepareProfiles(builtinDictionaries().profiles);

function profile(id: string): Profile {
  const found = byId.get(id);
  if (!found) throw new Error(`no profile ${id}`);
  return found;
}

const matches = (id: string, heading: string): readonly HeadingMatch[] =>
  match(heading).get(profile(id)) ?? [];

const ordinals = (id: string, heading: string): readonly number[] =>
  matches(id, heading)
    .filter(({ named }) => named)
    .map(({ dimension }) => dimension.ordinal)
    .sort((a, b) => a - b);

/** Headings without their number, and the dimensions they name. */
const headings: readonly (readonly [string, string, readonly number[]])[] = [
  // Official wording, with and without what headings have besides.
  ['2013', '形式主义方面', [1]],
  ['2013', '在官僚主义方面存在的问题', [2]],
  ['2013', '反对享乐主义方面', [3]],
  ['2013', '奢靡之风', [4]],
  ['2018', '思想政治方面', [1]],
  ['2018', '在精神状态上', [2]],
  ['2018', '工作作风方面存在的主要问题', [3]],
  ['2019', '在增强“四个意识”、坚定“四个自信”、做到“两个维护”方面', [1]],
  ['2020', '学懂弄通做实习近平新时代中国特色社会主义思想方面', [1]],
  ['2024', '带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面', [3]],
  ['2025', '带头坚决扛起管党治党责任方面查摆出的问题', [5]],
  ['member-2021', '对照革命先辈和先进典型', [4]],
  ['member-2024', '在作用发挥方面', [5]],
  ['branch-2022', '严格党员日常教育管理监督方面', [4]],
  // Shortened: without 带头, the first half, a pair of key words.
  ['2014', '党内政治生活方面', [1]],
  ['2014', '作风建设方面', [3]],
  ['2015', '严以用权、严以律己方面', [3]],
  ['2015', '落实“两个责任”方面', [5]],
  ['2016', '政治纪律和政治规矩方面', [2]],
  ['2016', '作风方面', [3]],
  ['2016', '落实全面从严治党责任', [6]],
  ['2017', '执行上级决议决定方面', [2]],
  ['2017', '对党忠诚方面', [3]],
  ['2019', '四个意识、四个自信、两个维护方面', [1]],
  ['2019', '守底线方面', [2]],
  ['2020', '履职担当方面', [4]],
  ['2020', '全面从严治党方面', [5]],
  ['2021', '深刻感悟“两个确立”方面', [1]],
  ['2021', '牢记党是什么、要干什么方面', [2]],
  ['2021', '践行人民为中心思想方面', [3]],
  ['2021', '应对风险挑战方面', [4]],
  ['2021', '汲取正反两方面经验方面', [5]],
  ['2022', '带头坚持用党的创新理论武装头脑方面', [2]],
  ['2022', '党的全面领导方面', [3]],
  ['2022', '防范化解风险挑战方面', [5]],
  ['2023-b', '维护党中央权威方面', [2]],
  ['2023-b', '狠抓落实方面', [4]],
  ['2024', '严守政治纪律和政治规矩方面', [1]],
  ['2024', '维护党的团结统一方面', [1]],
  ['2024', '砥砺作风方面', [2]],
  ['2024', '遵规守纪前提下勇于担责、敢于创新方面', [3]],
  ['2025', '政治忠诚方面', [1]],
  ['2025', '固本培元方面', [2]],
  ['2025', '敬畏人民方面', [3]],
  ['branch-2021', '政治引领方面', [1]],
  ['branch-2021', '党的组织生活方面', [3]],
  ['branch-2019', '党员教育管理方面', [4]],
  ['member-2021', '入党誓词方面', [3]],
  // In other words, other order, with clauses added or dropped.
  ['2017', '认真执行党中央决策部署和上级党组织决议、决定方面', [2]],
  ['2017', '学习贯彻习近平新时代中国特色社会主义思想和党的十九大精神方面', [1]],
  ['2017', '对党忠诚老实，与党中央同心同德方面', [3]],
  ['2017', '纠正“四风”不止步方面', [5]],
  ['2019', '对照党章党规，找一找在知敬畏、存戒惧、守底线方面存在的差距', [2]],
  ['2019', '在知敬畏、存戒惧、守底线方面找差距', [2]],
  ['2019', '思想觉悟、能力素质、道德修养、作风形象方面查找的不足', [4]],
  ['2019', '在做到“两个维护”、坚定“四个自信”、增强“四个意识”方面', [1]],
  ['2019', '思想觉悟、道德修养方面', [4]],
  ['2020', '加强党的政治建设、提高政治能力方面', [2]],
  ['2020', '坚守人民情怀、为民服务方面', [3]],
  ['2021', '带头从党史中汲取正反两方面经验方面', [5]],
  ['2021', '运用党的历史经验应对风险挑战方面', [4]],
  ['2022', '带头坚持和加强党的全面领导，落实党委领导下的院长负责制，推动全面从严治党向科室延伸方面', [3]],
  ['2022', '带头落实管党治党政治责任方面', [6]],
  ['2023-b', '服务人民、践行党的宗旨方面', [3]],
  ['2024', '维护党的团结统一、严守政治纪律和政治规矩方面', [1]],
  ['2024', '带头履行管党治党政治责任方面', [4]],
  ['2025', '提高政治能力、强化政治忠诚方面', [1]],
  ['2025', '敬畏法纪、敬畏组织、敬畏人民方面', [3]],
  ['2025', '扛牢管党治党政治责任方面', [5]],
  ['2025', '担当作为、干事创业方面', [4]],
  ['branch-2019', '落实上级党组织部署要求方面', [2]],
  ['branch-2020', '联系和服务群众方面', [5]],
  ['branch-2020', '党员日常教育、管理、监督方面', [4]],
  ['member-2021', '对照习近平总书记的号召要求', [1]],
  ['member-2021', '对照先进典型、身边榜样', [4]],
  // With a sentence's beginning or end.
  ['2013', '关于形式主义方面，主要是', [1]],
  ['2024', '关于增强党性方面，主要是以下两点', [2]],
  ['2021', '带头深刻感悟"两个确立"的决定性意义方面', [1]],
  // Two dimensions under one heading.
  ['2013', '享乐主义和奢靡之风方面', [3, 4]],
  ['2013', '形式主义、官僚主义方面', [1, 2]],
  ['2016', '担当作为和组织生活方面', [4, 5]],
  ['2023-b', '以身作则、廉洁自律，履行全面从严治党责任方面', [5, 6]],
  ['2025', '带头强化政治忠诚、提高政治能力，带头固本培元、增强党性方面', [1, 2]],
  ['member-2024', '理论学习和能力本领方面', [3, 4]],
  ['branch-2022', '联系服务群众、改进工作作风方面', [5, 6]],
];

const noHeadings: readonly string[] = [
  '',
  '方面',
  '存在的突出问题',
  '存在的主要问题及原因分析',
  '查摆的主要问题',
  '2021年度查摆的主要问题',
  '上年度民主生活会整改情况',
  '问题产生的原因剖析',
  '下一步整改措施',
  '努力方向和整改措施',
  '理论政策的学习研究不深入',
  '理论学习不够深入',
  '联系群众不够紧密',
  '担当意识不强',
  '组织生活会批评辣味不足',
  '改进作风的自觉性有待加强',
  '当惯了好好先生，斗争精神退化',
  '维护党的团结统一方面做得不够',
  '组织生活质量不高',
  '工作作风不够扎实',
  '党建与业务“两张皮”',
  '调查研究走马观花',
  '发展党员把关不严',
  '项目推进缓慢，群众有意见',
  '今年3月的防汛检查，我只看了4个点中的1个',
  '以上剖析不当之处，请批评指正',
  '啊'.repeat(5000),
];

describe('matchHeading', () => {
  it.each(headings)('%s: %s names %j', (id, heading, expected) => {
    expect(ordinals(id, heading)).toEqual(expected);
  });

  it.each(noHeadings.map((heading) => [heading.slice(0, 40), heading]))(
    '%s names no dimension of any profile',
    (_, heading) => {
      const found = all.flatMap(({ id }) => ordinals(id, heading).map((ordinal) => `${id}/${ordinal}`));
      expect(found).toEqual([]);
    },
  );

  it('is certain of every official wording', () => {
    for (const { id, dimensions } of all)
      for (const { name, ordinal } of dimensions)
        for (const heading of [name, `${name}方面`, `在${name}方面存在的问题`]) {
          const [best] = matches(id, heading);
          expect(best?.dimension.ordinal, `${id}: ${heading}`).toBe(ordinal);
          expect(best?.score, `${id}: ${heading}`).toBeGreaterThanOrEqual(0.95);
        }
  });

  it('knows every short name and every other wording of the dictionaries', () => {
    const missed = all.flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ short, aliases, ordinal }) =>
        [short, ...aliases]
          .filter((heading) => !ordinals(id, `${heading}方面`).includes(ordinal))
          .map((heading) => `${id}/${ordinal} ${heading}`),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('reads the long headings of a real document', () => {
    const text = readFileSync(
      new URL('../../corpus/2021-district-deputy-secretary.txt', import.meta.url),
      'utf8',
    );
    const long = text
      .split('\n')
      .map((line) => /^[（(].[)）](在带头[^。]*方面)。/.exec(line.trim())?.[1] ?? '')
      .filter((heading) => heading.length >= 70);
    expect(long).toHaveLength(5);
    expect(long.map((heading) => ordinals('2021', heading))).toEqual([[1], [2], [3], [4], [5]]);
  });

  it('gives scores from 0 to 1, best first, for any text', () => {
    const words = fc.constantFrom(
      '带头',
      '政治',
      '纪律',
      '作风',
      '、',
      '，',
      '方面',
      '不',
      '群众',
      '党',
      '𠮷',
      ' ',
      '1',
      '理论学习',
      '责任',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
        for (const found of match(pieces.join('')).values()) {
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
          expect(found[0]?.named).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('assignHeadings', () => {
  const assigned = (id: string, given: readonly string[]): readonly (readonly number[])[] =>
    assignHeadings(given.map((heading) => matches(id, heading))).map((found) =>
      found.map(({ dimension }) => dimension.ordinal).sort((a, b) => a - b),
    );

  it('gives each dimension to the heading that names it best', () => {
    expect(
      assigned('2024', ['砥砺作风、增强党性方面', '在工作作风方面', '严守政治纪律和政治规矩方面']),
    ).toEqual([[2], [], [1]]);
  });

  it('takes dimensions in another order, with one missing', () => {
    expect(
      assigned('2025', [
        '带头干事创业、担当作为方面',
        '带头强化政治忠诚方面',
        '带头坚决扛起管党治党责任方面',
        '带头敬畏人民方面',
      ]),
    ).toEqual([[4], [1], [5], [3]]);
  });

  it('leaves leads of problems between the headings alone', () => {
    expect(
      assigned('2023', [
        '理论学习方面',
        '理论学习不系统',
        '学用结合不紧',
        '政治素质方面',
        '政治敏锐性不强',
        '能力本领方面',
      ]),
    ).toEqual([[1], [], [], [2], [], [3]]);
  });

  it('gives the second dimension of a merged heading to a heading of its own', () => {
    expect(assigned('2013', ['形式主义、官僚主义方面', '官僚主义方面', '享乐主义和奢靡之风方面'])).toEqual([
      [1],
      [2],
      [3, 4],
    ]);
  });

  it('takes the second best where that places more headings', () => {
    // Both could be the first dimension; the first heading could also be the second.
    expect(assigned('2024', ['严守纪律、严守政治规矩方面', '严守政治纪律和政治规矩方面'])).toEqual([
      [2],
      [1],
    ]);
  });

  it('knows nothing where there is nothing', () => {
    expect(assigned('general', ['理论学习方面'])).toEqual([[]]);
    expect(assigned('2024', [])).toEqual([]);
  });
});
