import { defineRule, everyKind } from './rule.js';

/** All leads of a document are 不够 and 有待, and nowhere is a breach or an omission told. */
export const lightTouch = defineRule({
  id: 'light-touch',
  title: '避重就轻',
  severity: 'warning',
  kinds: everyKind,
  rationale: '通篇都是“不够”“有待加强”，没有一处写到该做没做、不该做做了，是在回避真问题。',
  bad: [
    {
      text: '一、存在的主要问题\n1.学习不够深入。深度还需进一步提升。\n2.服务意识不强。主动性有待提高。\n3.作风不够扎实。标准还不够高。\n4.创新意识不足。办法还不够多。',
      marked: '一、存在的主要问题',
    },
    {
      text: '二、检视出的问题\n1.理论学习有待加强。系统性不够。\n2.联系群众不够紧密。深入不够。\n3.担当精神有待增强。劲头不足。\n4.自律意识有待提升。要求不够严。',
      marked: '二、检视出的问题',
    },
    {
      text: '一、主要问题\n1.政治站位不够高。理解不够深。\n2.抓落实不够有力。力度还不够大。\n3.调查研究不够深入。还有差距。\n4.管理不够严格。存在一定差距。',
      marked: '一、主要问题',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.采购先定后议。该上会的采购，我没有上会。\n2.服务意识不强。主动性有待提高。\n3.作风不够扎实。标准还不够高。\n4.创新意识不足。办法还不够多。',
    },
    {
      text: '一、存在的主要问题\n1.学习不够深入。10月的轮训我请假2次。\n2.服务意识不强。3月有2件来信没有回。\n3.作风不够扎实。5月只去了1个村。\n4.创新意识不足。项目拖了2个月。',
    },
    { text: '一、存在的主要问题\n1.学习不够深入。深度还需进一步提升。' },
  ],
  falsePositives: ['只交问题提纲、没有展开的材料，也会这样。'],
  options: {
    least: { description: '少于几个问题的材料不看。', default: 4 },
  },
  check: ({ parts, problems, reading: { hits } }, report, { option }) => {
    if (problems.length < option('least')) return;
    const grave = problems.some(
      ({ reading }) =>
        !hits.has(reading.title, 'vague-intensity', 'stock-predicate') ||
        reading.text.some((span) => hits.has(span, 'breach')),
    );
    const span = parts.find(({ role }) => role === 'problems')?.heading ?? problems[0]?.title.span;
    if (!grave && span)
      report({
        span,
        message: `${problems.length}个问题的标题全是“不够”“有待”一类，没有一处写到该做没做、不该做做了。`,
        suggestion: '至少写出几件实事：哪件事该做没有做，哪件事违了规定。',
      });
  },
});
