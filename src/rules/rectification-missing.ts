import { defineRule, everyKind } from './rule.js';
import { isTitled } from './titled.js';

/** No account of last year's problems where the year asks for one. */
export const rectificationMissing = defineRule({
  id: 'rectification-missing',
  title: '未报告上年度整改情况',
  severity: 'warning',
  kinds: everyKind,
  rationale: '上年度查摆的问题改了没有，是会议首先要问的；不报告等于没有交账。',
  bad: [
    {
      text: '2021年度民主生活会个人对照检查材料\n一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）加强学习。每月写笔记1篇。',
      profile: '2021',
    },
    {
      text: '现将对照检查情况报告如下。\n一、存在的主要问题\n1.作风不实。5月只去了1个村。',
      profile: '2021',
      kind: 'individual',
    },
    { text: '一、存在的主要问题\n1.接待超标准。2月有3次接待超了标准。', profile: '2021' },
  ],
  good: [
    {
      text: '县财政局2021年度民主生活会问题清单\n序号\t问题\t整改措施\t完成时限\n1\t支出进度慢，9月底只有61%\t每月通报一次\t2022.4.30',
      profile: '2021',
    },
    {
      text: '一、上年度民主生活会查摆问题整改情况\n上年度查摆5项问题，完成4项，1项正在推进。\n二、存在的主要问题\n1.学习不深入。10月请假2次。',
      profile: '2021',
    },
    {
      text: '上年度民主生活会查摆问题5项，已全部整改到位。现将对照检查情况报告如下。\n一、存在的主要问题\n1.学习不深入。10月请假2次。',
      profile: '2021',
    },
    { text: '存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。', profile: '2018' },
  ],
  falsePositives: ['第一年任职、没有上年度账可报的，可以关掉这条规则。'],
  check: (analysis, report) => {
    const { profile, kind, parts, rectification, problems } = analysis;
    const asked = profile.profile.parts[kind]?.includes('rectification');
    if (
      !asked ||
      problems.length === 0 ||
      isTitled(analysis, 'title-list') ||
      rectification.length > 0 ||
      parts.some(({ role }) => role === 'rectification')
    )
      return;
    report({
      span: { start: 0, end: 0 },
      message: '没有报告上年度查摆问题的整改情况。',
      suggestion: '补一段：上年度查摆几项、完成几项、没完成的是哪几项、为什么。',
    });
  },
});
