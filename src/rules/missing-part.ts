import type { Analysis, PartRole } from '../analysis.js';
import { defineRule, everyKind } from './rule.js';
import { isTitled } from './titled.js';

/** Parts that have rules of their own, or that no reviewer misses. */
const ELSEWHERE: readonly PartRole[] = ['title', 'opening', 'rectification', 'closing'];
const NAMES: Readonly<Partial<Record<PartRole, string>>> = {
  matters: '个人有关事项说明',
  problems: '查摆的问题',
  case: '典型案例剖析',
  causes: '原因剖析',
  measures: '整改措施',
};
const SURE = 0.6;

/** A part that the year asks for and the document has not. */
export const missingPart = defineRule({
  id: 'missing-part',
  title: '缺少规定的部分',
  severity: 'error',
  kinds: everyKind,
  rationale: '会议方案对材料由哪几部分组成有明确要求，缺一部分就不合格。',
  bad: [
    {
      text: '2018年度民主生活会个人对照检查材料\n根据县委要求，现将我的情况汇报如下。\n一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）加强学习。每月写笔记1篇。',
      profile: '2018',
    },
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n二、原因剖析\n（一）思想不重视。把学习当任务。',
      profile: '2018',
    },
    {
      text: '一、存在的主要问题\n（一）精神状态方面\n1.劲头不足。3月的项目拖了2个月。',
      profile: '2018',
    },
  ],
  good: [
    {
      text: '县财政局2018年度民主生活会问题清单\n序号\t问题\t整改措施\t完成时限\n1\t支出进度慢，9月底只有61%\t每月通报一次\t2019.4.30',
      profile: '2018',
    },
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n二、原因剖析\n（一）思想不重视。把学习当任务。\n三、整改措施\n（一）加强学习。每月写笔记1篇。',
      profile: '2018',
    },
    {
      text: '存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。原因：把学习当任务。整改措施：每月写笔记1篇。\n（二）精神状态方面\n1.劲头不足。3月的项目拖了2个月。原因：怕担责。整改措施：4月底前办结。',
      profile: '2018',
    },
    {
      text: '一、主要问题及原因分析\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n原因：把学习当任务。\n二、努力方向\n（一）加强学习。每月写笔记1篇。',
      profile: '2018',
    },
  ],
  falsePositives: ['部分标题写法特殊、内容又与别的部分相近的，可能认不出来。'],
  check: (analysis, report) => {
    const { profile, kind, problems, parts } = analysis;
    if (profile.confidence < SURE || parts.length === 0 || problems.length === 0) return;
    if (isTitled(analysis, 'title-list')) return;
    for (const role of profile.profile.parts[kind] ?? [])
      if (!ELSEWHERE.includes(role) && !has(analysis, role))
        report({
          span: { start: 0, end: 0 },
          message: `没有找到“${NAMES[role] ?? role}”部分。`,
          suggestion: '补上这一部分；已经写了的，给它加一个明白的标题。',
        });
  },
});

/** Whether the part stands in the document, or its content inside the problems. */
function has({ parts, problems }: Analysis, role: PartRole): boolean {
  if (parts.some((part) => part.role === role)) return true;
  if (role !== 'causes' && role !== 'measures') return false;
  const inside = problems.filter((problem) => problem[role].length > 0);
  return inside.length * 2 >= problems.length;
}
