import { describe, expect, it } from 'vitest';
import { rulesInForce, runRules } from '../../src/check/run.js';
import { defineRule, everyKind, type Report, type Rule } from '../../src/rules/rule.js';
import { makeAnalysis, NO_DICTIONARIES, NO_SEGMENTER, spanOf, TEXT } from '../fixtures/analysis.js';

const tools = { dictionaries: NO_DICTIONARIES, segmenter: NO_SEGMENTER };

const reporting = (id: string, reports: readonly Partial<Report>[], changes: Partial<Rule> = {}): Rule =>
  defineRule({
    id,
    title: id,
    severity: 'warning',
    kinds: everyKind,
    rationale: '',
    bad: [],
    good: [],
    falsePositives: [],
    check: (_, report) => {
      for (const entry of reports) report({ span: { start: 0, end: 0 }, message: `${id}。`, ...entry });
    },
    ...changes,
  });

const run = (rules: readonly Rule[], settings = {}) =>
  runRules(makeAnalysis(), rules, settings, tools).findings;
const at = (words: string) => ({ span: spanOf(words) });

describe('runRules', () => {
  it('gives findings by place, then by severity, then by order of the rules', () => {
    const found = run([
      reporting('b', [at('调研不够'), at('理论学习不深入')]),
      reporting('a', [at('调研不够')], { severity: 'error' }),
      reporting('c', [{}]),
      reporting('d', [at('调研不够')]),
    ]);
    expect(found.map(({ rule }) => rule)).toEqual(['c', 'b', 'a', 'b', 'd']);
  });

  it('fills in what a rule leaves out', () => {
    expect(run([reporting('a', [at('调研不够')])])).toEqual([
      {
        rule: 'a',
        severity: 'warning',
        message: 'a。',
        span: spanOf('调研不够'),
        suggestion: null,
        related: [],
        evidence: [],
      },
    ]);
  });

  it('takes the severity of the settings, then of the report, then of the rule', () => {
    const rules = [reporting('a', [{ severity: 'info' }, {}])];
    expect(run(rules).map(({ severity }) => severity)).toEqual(['warning', 'info']);
    expect(run(rules, { levels: { a: 'error' } }).map(({ severity }) => severity)).toEqual([
      'error',
      'error',
    ]);
  });

  it('runs no rule that is off or made for other kinds of document', () => {
    const rules = [reporting('a', [{}]), reporting('b', [{}], { kinds: ['team'] }), reporting('c', [{}])];
    expect(run(rules, { levels: { a: 'off' } }).map(({ rule }) => rule)).toEqual(['c']);
    expect(rulesInForce(rules, 'team').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('hands a rule its options: the user’s, or the defaults', () => {
    const seen: number[] = [];
    const rule = reporting('a', [], {
      options: { most: { description: '最多几处', default: 3 } },
      check: (_, __, { option }) => {
        seen.push(option('most'));
      },
    });
    run([rule]);
    run([rule], { options: { a: { most: 7 } } });
    expect(seen).toEqual([3, 7]);
    const wrong = { ...rule, check: ((_, __, { option }) => void option('least')) satisfies Rule['check'] };
    expect(() => run([wrong])).toThrow('rule a declares no option least');
  });

  it('does not let a rule point outside the text', () => {
    for (const span of [
      { start: 0, end: TEXT.length + 1 },
      { start: -1, end: 2 },
      { start: 5, end: 4 },
    ])
      expect(() => run([reporting('a', [{ span }])])).toThrow(RangeError);
  });
});

describe('merging', () => {
  const merged = (reports: readonly Partial<Report>[]) => run([reporting('a', reports, { merges: true })]);

  it('makes one finding of neighbours, with all they say', () => {
    const found = merged([
      { ...at('究其原因，是自己放松了要求'), suggestion: '改。', evidence: ['二'] },
      { ...at('比如，有时学得不紧'), evidence: ['一'] },
    ]);
    expect(found).toEqual([
      expect.objectContaining({
        message: 'a（连续2处）。',
        span: spanOf('比如，有时学得不紧。究其原因，是自己放松了要求'),
        suggestion: '改。',
        evidence: ['一', '二'],
      }),
    ]);
  });

  it('keeps apart what has words or a number between, another severity, or no place', () => {
    expect(merged([at('理论学习不深入'), at('比如，有时学得不紧。')])).toHaveLength(2);
    expect(merged([at('究其原因，是自己放松了要求。'), at('调研不够')])).toHaveLength(2);
    expect(
      merged([at('比如，有时学得不紧。'), { ...at('究其原因，是自己放松了要求。'), severity: 'info' }]),
    ).toHaveLength(2);
    expect(merged([{}, {}])).toHaveLength(2);
  });

  it('is done only for rules that ask for it', () => {
    expect(
      run([reporting('a', [at('比如，有时学得不紧。'), at('究其原因，是自己放松了要求。')])]),
    ).toHaveLength(2);
  });
});
