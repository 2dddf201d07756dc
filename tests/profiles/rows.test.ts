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
});
