import { defineRule, everyKind } from './rule.js';

/** A problem that neither says why, nor is answered by any item of the cause part. */
export const problemWithoutCause = defineRule({
  id: 'problem-without-cause',
  title: '问题没有对应的原因',
  severity: 'info',
  kinds: everyKind,
  rationale: '原因要一条一条对着问题挖；有问题没原因，剖析就是另外写的一篇文章。',
  bad: [
    {
      text: '一、存在的主要问题\n1.文件多会议多。全年发文214件。\n2.值班不落实。8月13日夜里脱岗。\n二、原因剖析\n（一）文件会议过多，是因为怕担责任，习惯以文件会议留痕。',
      marked: '值班不落实',
    },
    {
      text: '一、存在的主要问题\n1.接待超标准。2月有3次超了标准。\n2.调研走过场。5月只去了1个村。\n二、原因剖析\n（一）调研走过场，是对群众没有感情，把调研当任务。',
      marked: '接待超标准',
    },
    {
      text: '一、存在的主要问题\n1.党费收缴不规范。5月的党费拖了3个月。\n2.调研走过场。5月只去了1个村。\n二、原因剖析\n（一）调研走过场，是对群众没有感情，把调研当任务。',
      marked: '党费收缴不规范',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.调研走过场。5月只去了1个村。\n二、原因剖析\n（一）调研走过场，是对群众没有感情，把调研当任务。',
    },
    {
      text: '一、存在的主要问题\n1.调研走过场。5月只去了1个村。究其原因，还是怕见群众、怕听骂声。\n二、原因剖析\n（一）文件会议过多，是因为怕担责任。',
    },
    { text: '一、存在的主要问题\n1.调研走过场。5月只去了1个村。' },
  ],
  falsePositives: [
    '对应关系按用词判断，实测十处里约有四处其实对得上，所以只作提示。',
    '原因写得概括、没有用问题里的词语的，可能对不上。',
  ],
  check: ({ problems, causes }, report) => {
    if (causes.length === 0 && problems.every((problem) => problem.causes.length === 0)) return;
    for (const { title, causes: own, links } of problems)
      if (own.length === 0 && links.causes.length === 0)
        report({
          span: title.span,
          message: '没有找到这个问题的原因。',
          suggestion: '在原因剖析里点到它，或在问题后面写一句为什么。',
        });
  },
});
