import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer.js';

const analyzer = await createAnalyzer();

describe('a table that names the dimension of each problem in a cell', () => {
  const table = (rows: string): string =>
    `县卫生局党组2025年度民主生活会问题清单\n序号\t对照方面\t存在问题\t整改措施\n${rows}`;
  const dimensionsOf = (text: string) =>
    analyzer
      .analyze(analyzer.fromText(text))
      .problems.map(({ dimension, dimensionBy }) => [dimension?.ordinal, dimensionBy]);

  it('places problems by that cell, whatever their words', () => {
    const rows =
      '1\t带头强化政治忠诚、提高政治能力\t接待群众不耐心\t抓培训\n2\t带头固本培元、增强党性\t药品断供\t建周报';
    expect(dimensionsOf(table(rows))).toEqual([
      [1, 'heading'],
      [2, 'heading'],
    ]);
  });

  it('goes on with the row above where the cell is empty', () => {
    const rows =
      '1\t带头强化政治忠诚、提高政治能力\t第一议题走形式\t抓培训\n2\t\t药品断供\t建周报\n3\t带头干事创业、担当作为\t项目滞后\t每周调度';
    expect(dimensionsOf(table(rows))).toEqual([
      [1, 'heading'],
      [1, 'heading'],
      [4, 'heading'],
    ]);
  });

  it('reads a dimension that stands before the problem in its cell', () => {
    const lead = '我围绕政治信仰、党员意识、理论学习、能力本领、作用发挥、纪律作风六个方面，检视问题如下：';
    const rows =
      '1\t党员意识方面：亮身份不主动\t岗牌9月起放在抽屉里\t上墙\n2\t纪律作风方面：执行考勤制度不严格\t迟到5次\t按规定扣减';
    const text = `2024年度组织生活会党员个人检视问题清单\n${lead}\n序号\t存在问题\t具体表现\t整改措施\n${rows}`;
    expect(dimensionsOf(text)).toEqual([
      [2, 'heading'],
      [6, 'heading'],
    ]);
    const { dimensions } = analyzer.analyze(analyzer.fromText(text));
    expect(dimensions.map(({ heading }) => heading)).toEqual([null, null, null, null, null, null]);
  });

  it('recognises the year by the dimensions that cells name', () => {
    const names = [
      '带头强化政治忠诚、提高政治能力',
      '带头固本培元、增强党性',
      '带头敬畏人民、敬畏组织、敬畏法纪',
      '带头干事创业、担当作为',
    ];
    const rows = names.map((name, i) => `${name}\t学习记录缺${i + 2}次\t补记`).join('\n');
    const text = `个人对照检查材料（表格）\n会前征求意见6条，对照检查如下：\n维度\t主要问题\t措施\n${rows}`;
    const { profile } = analyzer.analyze(analyzer.fromText(text));
    expect(profile.profile.id).toBe('2025');
  });
});
