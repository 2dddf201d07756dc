import { defineRule, everyKind } from './rule.js';

/** Below this certainty of the year nothing is said about its dimensions. */
const SURE = 0.6;

/** A dimension of the year under which no problem stands. */
export const missingDimension = defineRule({
  id: 'missing-dimension',
  title: '维度缺项',
  severity: 'error',
  kinds: everyKind,
  rationale: '当年规定对照的每个方面都要查摆问题，缺一个方面就要退回重写。',
  bad: [
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）精神状态方面\n1.劲头不足。3月的项目拖了2个月。',
      profile: '2018',
      marked: '一、存在的主要问题',
    },
    {
      text: '存在的主要问题\n（一）精神状态方面\n1.劲头不足。3月的项目拖了2个月。\n（二）工作作风方面\n1.调研不深入。5月只去了1个村。',
      profile: '2018',
      marked: '存在的主要问题',
    },
    {
      text: '二、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）精神状态方面\n（三）工作作风方面\n1.调研不深入。5月只去了1个村。',
      profile: '2018',
      marked: '精神状态方面',
    },
  ],
  good: [
    {
      text: '二、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）精神状态方面\n1.劲头不足。3月的项目拖了2个月。\n（三）工作作风方面\n1.调研不深入。5月只去了1个村。',
      profile: '2018',
    },
    {
      text: '二、存在的主要问题\n（一）工作作风方面\n1.调研不深入。5月只去了1个村。\n（二）精神状态方面\n1.劲头不足。3月的项目拖了2个月。\n（三）思想政治方面\n1.学习不深入。10月请假2次。',
      profile: '2018',
    },
    {
      text: '一、整改工作开展情况\n反馈问题12项，已完成12项。\n二、存在的主要问题\n1.管护不到位。5月有3口机井不能出水。',
      profile: 'general',
    },
  ],
  falsePositives: ['没有维度标题的材料按内容归类，可能把问题归到相近的维度。'],
  check: ({ dimensions, profile, parts, problems }, report) => {
    if (profile.confidence < SURE || problems.length === 0) return;
    // Where no heading names any, problems are laid beside the dimensions by their words: likely, no fact.
    const severity = problems.every(({ dimensionBy }) => dimensionBy === 'content') ? 'warning' : 'error';
    const place = parts.find(({ role }) => role === 'problems')?.heading ?? { start: 0, end: 0 };
    for (const { dimension, heading, problems: own } of dimensions)
      if (own.length === 0)
        report({
          span: heading ?? place,
          severity,
          message: `“${dimension.short}”方面没有查摆任何问题。`,
          suggestion: `按${profile.profile.name}的要求，补上第${dimension.ordinal}个方面“${dimension.name}”的问题。`,
        });
  },
});
