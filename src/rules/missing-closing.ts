import { defineRule } from './rule.js';

/** A person's material that ends without asking for criticism. */
export const missingClosing = defineRule({
  id: 'missing-closing',
  title: '缺少结束语',
  severity: 'info',
  kinds: ['individual'],
  rationale: '个人材料要在会上念，最后应当请同志们批评指正；没有结束语像是没有写完。',
  bad: [
    {
      text: '个人对照检查材料\n一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）补课。每月写笔记1篇。',
      kind: 'individual',
    },
    {
      text: '一、存在的主要问题\n1.作风不实。5月只去了1个村。\n二、整改措施\n（一）多下村。每月下村4次。',
      kind: 'individual',
    },
    {
      text: '一、存在的主要问题\n1.作风不实。5月只去了1个村。\n二、原因剖析\n（一）怕担责任。\n三、整改措施\n（一）多下村。每月下村4次。',
      kind: 'individual',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.作风不实。5月只去了1个村。\n二、整改措施\n（一）多下村。每月下村4次。\n以上发言，请同志们批评指正。',
      kind: 'individual',
    },
    {
      text: '一、存在的主要问题\n1.作风不实。5月只去了1个村。\n二、整改措施\n（一）多下村。每月下村4次。',
      kind: 'team',
    },
    { text: '今天召开会议，传达学习有关文件。', kind: 'individual' },
  ],
  falsePositives: ['结束语写在附表之后的，看不到。'],
  check: ({ parts, problems, measures }, report) => {
    if (problems.length === 0) return;
    // Problems alone are an outline, or a text cut off.
    const goesOn =
      measures.length > 0 ||
      parts.some(({ role }) => role === 'causes' || role === 'measures') ||
      problems.some((problem) => problem.measures.length > 0);
    if (!goesOn) return;
    if (parts.some(({ role }) => role === 'closing')) return;
    report({
      span: { start: 0, end: 0 },
      message: '材料没有结束语。',
      suggestion: '最后加一句：以上……，请大家批评指正。',
    });
  },
});
