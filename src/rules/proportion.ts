import type { PartRole } from '../analysis.js';
import { defineRule, everyKind } from './rule.js';

/** Lengths of the parts; the thresholds are one organisation's and can be set. */
export const proportion = defineRule({
  id: 'proportion',
  title: '各部分字数失衡',
  severity: 'info',
  kinds: everyKind,
  rationale: '问题和原因是主体；问题写得短、成绩和打算写得长，说明没有把自己摆进去。',
  bad: [
    {
      text: `一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）加强学习。${'每月读书一本并写出笔记，'.repeat(60)}月底交支部。`,
      marked: '一、存在的主要问题',
    },
    {
      text: `一、存在的主要问题\n1.作风不实。${'五月只去了一个村，回来没有写过一份材料，'.repeat(30)}怕辛苦。\n二、原因剖析\n（一）怕担责任。\n三、整改措施\n（一）下村。每月4次。`,
      marked: '二、原因剖析',
    },
    {
      text: `我的情况如下。${'一年来参加了会议并且带头完成了任务，'.repeat(60)}\n一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）下村。每月4次。`,
      marked: '一、存在的主要问题',
    },
  ],
  good: [
    {
      text: `一、存在的主要问题\n1.作风不实。${'五月只去了一个村，回来没有写过一份材料，'.repeat(40)}怕辛苦。\n二、整改措施\n（一）下村。每月4次。`,
    },
    {
      text: `一、存在的主要问题\n1.作风不实。${'五月只去了一个村，回来没有写过一份材料，'.repeat(40)}怕辛苦。\n二、原因剖析\n（一）${'怕担责任，把自己的得失看得比群众的事重，'.repeat(20)}私心重。`,
    },
    { text: '一、存在的主要问题\n1.学习不深入。10月请假2次。' },
  ],
  falsePositives: ['本单位另有字数要求的，可以改门槛。'],
  options: {
    share: { description: '问题和原因合计至少占全文多少（0到1）。', default: 0.4 },
    problems: { description: '问题部分至少多少字。', default: 500 },
    causes: { description: '原因部分至少多少字；占全文比例够的，少些也可以。', default: 300 },
    causesShare: { description: '原因部分不到规定字数时，至少占全文多少（0到1）。', default: 0.08 },
    whole: { description: '全文不到多少字的不看。', default: 600 },
  },
  check: ({ parts, statistics: { characters, shares } }, report, { option }) => {
    const heading = (role: string) =>
      parts.find((part) => part.role === role)?.heading ?? { start: 0, end: 0 };
    const count = (role: PartRole): number => Math.round((shares[role] ?? 0) * characters);
    if (characters < option('whole') || count('problems') === 0) return;
    const together = (shares.problems ?? 0) + (shares.causes ?? 0);
    // What stands in merged parts cannot be told apart: 问题、原因及整改措施 is counted as problems.
    if (count('problems') < option('problems') || together < option('share'))
      report({
        span: heading('problems'),
        message: `问题部分约${count('problems')}字，连同原因占全文${Math.round(100 * together)}%，偏少。`,
        suggestion: '把问题写实，压缩成绩和套话。',
        evidence: [`全文${characters}字`],
      });
    const causes = count('causes');
    const causesShare = shares.causes ?? 0;
    if (causes > 0 && causes < option('causes') && causesShare < option('causesShare'))
      report({
        span: heading('causes'),
        message: `原因部分约${causes}字，占全文${Math.round(100 * causesShare)}%，偏少。`,
        suggestion: '从思想、党性、担当上把根子挖透。',
        evidence: [`全文${characters}字`],
      });
  },
});
