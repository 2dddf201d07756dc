import { describe, expect, it } from 'vitest';
import { check, createAnalyzer } from '../../src/index.js';

const analyzer = await createAnalyzer();

describe('a dimension without a problem', () => {
  const severities = async (text: string) => {
    const { findings } = await check(analyzer.fromText(text), { profile: '2018' });
    return new Set(
      findings.filter(({ rule }) => rule === 'missing-dimension').map(({ severity }) => severity),
    );
  };

  it('is a fact where headings name the others', async () => {
    expect(await severities('一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。')).toEqual(
      new Set(['error']),
    );
  });

  it('is likely where problems are laid beside the dimensions by their words', async () => {
    expect(await severities('一、存在的主要问题\n1.理论学习不深入。10月的理论学习请假2次。')).toEqual(
      new Set(['warning']),
    );
  });
});
