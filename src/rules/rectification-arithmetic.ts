import type { Rectification } from '../analysis.js';
import { defineRule, everyKind } from './rule.js';

/** Figures of last year's account that do not add up. */
export const rectificationArithmetic = defineRule({
  id: 'rectification-arithmetic',
  title: '整改数字不平',
  severity: 'error',
  kinds: everyKind,
  rationale: '查摆数、完成数、未完成数和完成率对不上，说明账没有对过，最容易被当场问住。',
  bad: [
    {
      text: '一、上年度整改情况\n上年度民主生活会查摆问题12项，已完成8项，剩余3项正在推进。',
      marked: '上年度民主生活会查摆问题12项，已完成8项，剩余3项正在推进。',
    },
    {
      text: '一、上年度整改情况\n上年度民主生活会查摆问题20项，已整改完成15项，完成率80%。',
      marked: '上年度民主生活会查摆问题20项，已整改完成15项，完成率80%。',
    },
    {
      text: '一、上年度整改落实情况\n2023年度组织生活会查摆问题7项，整改完成6项，其余2项正在整改。',
      marked: '2023年度组织生活会查摆问题7项，整改完成6项，其余2项正在整改。',
    },
  ],
  good: [
    { text: '一、上年度整改情况\n上年度民主生活会查摆问题12项，已完成8项，剩余4项正在推进。' },
    { text: '一、上年度整改情况\n上年度民主生活会查摆问题20项，已整改完成16项，完成率80%。' },
    { text: '一、上年度整改情况\n上年度民主生活会查摆的5项问题已全部整改到位。' },
  ],
  falsePositives: ['同一句里混说两次会议、又不分别交代的，可能算错。'],
  check: ({ rectification }, report) => {
    for (const account of rectification)
      if (!account.consistent)
        report({
          span: account.span,
          message: `“${account.occasion}”的整改数字对不上：${figures(account)}。`,
          suggestion: '核对查摆、完成、未完成三个数和完成率，改正写错的一个。',
        });
  },
});

function figures({ found, done, ongoing, rate }: Rectification): string {
  const stated: readonly (readonly [string, number | null, string])[] = [
    ['查摆', found, '项'],
    ['完成', done, '项'],
    ['未完成', ongoing, '项'],
    ['完成率', rate, '%'],
  ];
  return stated
    .flatMap(([name, value, unit]) => (value === null ? [] : [`${name}${value}${unit}`]))
    .join('，');
}
