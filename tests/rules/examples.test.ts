import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/analysis.js';
import { createAnalyzer } from '../../src/index.js';
import { rules } from '../../src/rules/index.js';
import type { Rule, RuleExample } from '../../src/rules/rule.js';

const analyzer = await createAnalyzer();

function run(rule: Rule, { text, profile, kind, previous }: RuleExample): readonly Finding[] {
  const document = analyzer.fromText(text);
  const earlier = previous === undefined ? [] : [analyzer.analyze(analyzer.fromText(previous))];
  const { findings } = analyzer.check(document, { profile, kind, previous: earlier });
  return findings.filter((finding) => finding.rule === rule.id);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has three bad and three good examples at least', () => {
    expect(rule.bad.length).toBeGreaterThanOrEqual(3);
    expect(rule.good.length).toBeGreaterThanOrEqual(3);
  });

  it.each(rule.bad.map((example) => [example.marked ?? '(whole document)', example] as const))(
    'flags %s',
    (_, example) => {
      const findings = run(rule, example);
      expect(findings.length).toBeGreaterThan(0);
      if (example.marked === undefined) return;
      const start = example.text.indexOf(example.marked);
      expect(findings.map(({ span }) => span)).toContainEqual({ start, end: start + example.marked.length });
    },
  );

  it.each(rule.good.map((example) => [example.text, example] as const))('is silent on %s', (_, example) => {
    expect(run(rule, example)).toEqual([]);
  });
});
