import { defineRule, everyKind } from './rule.js';

/** Below this no measure is likely to answer; above it and unlinked it is open, and nothing is said. */
const UNANSWERED = 0.1;

/** A problem that no measure answers. */
export const problemWithoutMeasure = defineRule({
  id: 'problem-without-measure',
  title: '问题没有对应的整改措施',
  // Measured precision lies under 0.8: links go by words, and a measure may answer in quite other words.
  severity: 'info',
  kinds: everyKind,
  rationale: '查摆了问题却没有措施回应，整改落空；督导时要求问题与措施一一对应。',
  bad: [
    {
      text: '二、存在的主要问题\n1.理论学习不深入。10月的专题学习请假两次。\n2.接待超标准。2月的3次接待都超了标准。\n三、整改措施\n（一）加强理论学习。每月参加集中学习2次，写学习笔记1篇。',
      marked: '接待超标准',
    },
    {
      text: '二、存在的主要问题\n1.信访积案化解不力。有2件积案拖了3年。\n2.理论学习不系统。全年只写了1篇笔记。\n三、整改措施\n（一）抓好信访积案化解。6月底前化解2件积案。',
      marked: '理论学习不系统',
    },
    {
      text: '二、存在的主要问题\n1.安全检查走过场。5月只查了1家企业。\n2.对家属约束不严。8月家属坐过1次公车。\n三、整改措施\n（一）严格安全检查。每月检查企业不少于4家。',
      marked: '对家属约束不严',
    },
  ],
  good: [
    {
      text: '二、存在的主要问题\n1.理论学习不深入。10月的专题学习请假两次。\n三、整改措施\n（一）加强理论学习。每月参加集中学习2次，写学习笔记1篇。',
    },
    { text: '二、存在的主要问题\n1.信访积案化解不力。有2件积案拖了3年。整改措施：6月底前化解2件积案。' },
    {
      text: '二、存在的主要问题\n1.安全检查走过场。5月只查了1家企业。\n三、整改措施\n（一）严格安全检查。每月检查企业不少于4家。',
    },
  ],
  falsePositives: [
    '对应关系按用词判断，实测十处里约有四处其实对得上，所以只作提示。',
    '措施用完全不同的说法回应问题的，可能连不上。',
  ],
  check: ({ problems, measures }, report) => {
    // Without any measure the part itself is missing, which is another rule's business.
    if (measures.length === 0 && problems.every((problem) => problem.measures.length === 0)) return;
    for (const { title, nearestMeasure, measures: own } of problems)
      if (nearestMeasure < UNANSWERED && own.length === 0)
        report({
          span: title.span,
          message: '没有找到回应这个问题的整改措施。',
          suggestion: '补一条针对它的措施；已有的，在措施里点明改的是哪个问题。',
        });
  },
});
