import type { RectificationFault } from '../analysis.js';
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
      marked: '已完成8项，剩余3项',
    },
    {
      text: '一、上年度整改情况\n上年度民主生活会查摆问题20项，已整改完成15项，完成率80%。',
      marked: '已整改完成15项，完成率80%',
    },
    {
      text: '一、上年度整改落实情况\n2023年度组织生活会查摆问题7项，整改完成6项，其余2项正在整改。',
      marked: '整改完成6项，其余2项',
    },
  ],
  good: [
    { text: '一、上年度整改情况\n上年度民主生活会查摆问题12项，已完成8项，剩余4项正在推进。' },
    { text: '一、上年度整改情况\n上年度民主生活会查摆问题20项，已整改完成16项，完成率80%。' },
    { text: '一、上年度整改情况\n上年度民主生活会查摆的5项问题已全部整改到位。' },
  ],
  falsePositives: ['同一句里混说两次会议、又不分别交代的，可能算错。'],
  check: ({ rectification }, report) => {
    for (const { occasion, faults } of rectification)
      for (const fault of faults)
        report({
          span: fault.span,
          message: `“${occasion}”的整改数字对不上：${disagreement(fault)}。`,
          suggestion: '核对总数、完成数、未完成数和完成率，改正写错的一个。',
        });
  },
});

function disagreement({ kind, stated, expected }: RectificationFault): string {
  if (kind === 'rate') return `写的比例是${stated}%，按数字算是${Math.round(expected * 100) / 100}%`;
  return `总数是${stated}，完成的和未完成的合计${expected}`;
}
