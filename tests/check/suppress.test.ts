import { describe, expect, it } from 'vitest';
import { openBaseline } from '../../src/check/baseline.js';
import { readComments } from '../../src/check/comments.js';
import { fingerprints } from '../../src/check/fingerprint.js';
import { runRules } from '../../src/check/run.js';
import { createAnalyzer } from '../../src/index.js';
import { defineRule, everyKind, type Rule } from '../../src/rules/rule.js';
import { NO_DICTIONARIES } from '../fixtures/analysis.js';

const analyzer = await createAnalyzer();

/** Reports every place of some words. */
const finds = (id: string, words: string, changes: Partial<Rule> = {}): Rule =>
  defineRule({
    id,
    title: id,
    severity: 'warning',
    kinds: everyKind,
    rationale: '',
    bad: [],
    good: [],
    falsePositives: [],
    check: ({ document: { text } }, report) => {
      for (const { index } of text.matchAll(new RegExp(words, 'g')))
        report({ span: { start: index, end: index + words.length }, message: `${words}。` });
    },
    ...changes,
  });

const open = (text: string) => analyzer.fromText(text, { format: 'markdown' });
const rules = [finds('weak', '不够', { merges: true, yieldsTo: ['strong'] }), finds('strong', '学习不够')];
const run = (text: string, settings = {}) => {
  const analysis = analyzer.analyze(open(text));
  const results = runRules(analysis, rules, settings, {
    dictionaries: NO_DICTIONARIES,
    segmenter: analyzer.segmenter,
  });
  const said = ({ rule, span }: { rule: string; span: { start: number } }): string => `${rule}@${span.start}`;
  return {
    analysis,
    findings: results.findings.map(said),
    suppressed: results.suppressed.map(
      ({ finding, reason, source }) => `${said(finding)} ${source} ${reason}`,
    ),
    notices: results.notices.map(({ message }) => message),
  };
};

describe('precedence', () => {
  it('lets the rule speak that knows more of the same words', () => {
    expect(run('一、问题\n1.学习不够。\n2.调研不够。').findings).toEqual(['strong@7', 'weak@17']);
  });
});

describe('comments in the text', () => {
  const TEXT = '一、问题\n\n<!-- duizhao-忽略 weak：已核对 -->\n1.调研不够。\n\n2.读书不够。';

  it('speak of the next paragraph', () => {
    const { findings, suppressed, notices } = run(TEXT);
    expect(suppressed).toEqual([`weak@${TEXT.indexOf('不够')} 第3行的批注 已核对`]);
    expect(findings).toEqual([`weak@${TEXT.lastIndexOf('不够')}`]);
    expect(notices).toEqual([]);
  });

  it('speak of the paragraph in whose line they stand', () => {
    const text = '一、问题\n\n1.调研不够。<!-- duizhao-忽略 weak、strong: 引用 -->\n\n2.读书不够。';
    expect(run(text).findings).toEqual([`weak@${text.lastIndexOf('不够')}`]);
    expect(run(text).notices).toEqual(['第3行的批注要忽略的 strong 在这里没有出现，可以删去。']);
  });

  it.each([
    ['<!-- duizhao-忽略 weak -->', /要写明理由/],
    ['<!-- duizhao-忽略 week：已核对 -->', /没有名为“week”的规则。是不是“weak”/],
  ])('%s is told to have no effect', (comment, message) => {
    const { placed, notices } = readComments(open(`1.调研不够。${comment}`), ['weak', 'strong']);
    expect(placed).toEqual([]);
    expect(notices).toEqual([
      {
        code: 'suppression',
        message: expect.stringMatching(message) as string,
        span: { start: 7, end: 7 + comment.length },
      },
    ]);
  });
});

describe('quoted words', () => {
  const ignores = [{ rule: 'weak', words: '调 研不够', reason: '甲', source: '配置文件第1行' }];

  it('leave out the findings that touch them, wherever they stand', () => {
    expect(run('一、问题\n1.调研\n不够。\n2.读书不够。', { ignores })).toMatchObject({
      findings: ['weak@18'],
      suppressed: ['weak@10 配置文件第1行 甲'],
    });
  });
});

describe('the baseline', () => {
  it('takes as many findings as it was written for', () => {
    const { analysis } = run('1.调研不够。\n2.调研不够。');
    const finding = {
      rule: 'weak',
      severity: 'info',
      message: '',
      suggestion: null,
      related: [],
      evidence: [],
    } as const;
    const sentence = fingerprints(analysis)({ ...finding, span: { start: 4, end: 6 } });
    const baseline = openBaseline([{ rule: 'weak', sentence, count: 1, reason: '旧' }]);
    expect(run('0.读书。\n1.调研不够。\n2.调研不够。', { baseline })).toMatchObject({
      findings: ['weak@18'],
      suppressed: ['weak@10 基线 旧'],
    });
    expect(baseline.stale()).toEqual([]);
  });

  it('knows which entries were of no use', () => {
    const entry = { rule: 'weak', sentence: 'a'.repeat(20), count: 2, reason: '旧' };
    const baseline = openBaseline([entry]);
    run('1.调研不够。', { baseline });
    expect(baseline.stale()).toEqual([entry]);
  });
});

describe('fingerprints', () => {
  it('are the same wherever the sentence stands and however it is wrapped', () => {
    const nameAt = (text: string): string => {
      const start = text.indexOf('调研');
      return fingerprints(analyzer.analyze(open(text)))({
        rule: 'weak',
        severity: 'info',
        message: '',
        span: { start, end: start + 2 },
        suggestion: null,
        related: [],
        evidence: [],
      });
    };
    const name = nameAt('一、问题\n1.读书少。调研不够深入。');
    expect(name).toMatch(/^[0-9a-f]{20}$/);
    expect(nameAt('标题\n\n一、问题\n（一）别的。\n（二）读书很少。调研 不够深入。')).toBe(name);
    expect(nameAt('一、问题\n1.读书少。调研不够扎实。')).not.toBe(name);
  });
});
