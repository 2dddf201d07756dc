import type { Analysis, Commitment, Quote } from '../analysis.js';
import { defineRule, everyKind } from './rule.js';

/** A measure that nobody could call in: no deadline, frequency, quantity, person or deliverable. */
export const measureWithoutCommitment = defineRule({
  id: 'measure-without-commitment',
  title: '整改措施无时限、无抓手',
  severity: 'warning',
  kinds: everyKind,
  rationale: '没有时限、次数、数量、责任人或成果的措施，到期无法检查，下一年只能再写一遍。',
  bad: [
    { text: '三、整改措施\n（一）加强理论学习。进一步加强学习，不断提高理论水平。', marked: '加强理论学习' },
    { text: '四、努力方向\n1.改进工作作风。坚持求真务实，持续转变作风。', marked: '改进工作作风' },
    { text: '三、整改措施\n（一）强化宗旨意识。始终站稳群众立场，增进群众感情。', marked: '强化宗旨意识' },
  ],
  good: [
    { text: '三、整改措施\n（一）加强理论学习。每月精读1篇，15日前交读书笔记。' },
    { text: '四、努力方向\n1.改进工作作风。6月底前走访20户群众，由办公室主任负责登记。' },
    { text: '三、整改措施\n（一）强化宗旨意识。每季度到联系社区不少于2次。' },
  ],
  falsePositives: ['时限统一写在附表里的，看不到。'],
  check: (analysis, report) => {
    for (const { title, commitments } of measuresOf(analysis))
      if (commitments.length === 0)
        report({
          span: title.span,
          message: '这条措施没有时限、次数、数量、责任人或成果。',
          suggestion: '至少写明一样：什么时候完成、做多少、谁负责、拿出什么。',
        });
  },
});

interface Checked {
  readonly title: Quote;
  readonly commitments: readonly Commitment[];
}

/** Items of the measure parts, and measures that stand inside problems. */
const measuresOf = ({ measures, problems }: Analysis): readonly Checked[] => [
  ...measures,
  ...problems.flatMap((problem) =>
    problem.measures.map((measure) => ({ title: measure, commitments: measure.commitments })),
  ),
];
