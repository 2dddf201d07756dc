import { defineRule, everyKind } from './rule.js';

/** A measure that answers none of the problems. */
export const orphanMeasure = defineRule({
  id: 'orphan-measure',
  title: '整改措施没有对应的问题',
  severity: 'info',
  kinds: everyKind,
  rationale: '措施要对着问题开方子；没有对应问题的措施，多半是从别处抄来的。',
  bad: [
    {
      text: '一、存在的主要问题\n1.调研走过场。5月只去了1个村。\n二、整改措施\n（一）把调研做实。每月下村调研4次。\n（二）办好职工食堂。上半年完成改造。',
      marked: '办好职工食堂',
    },
    {
      text: '一、存在的主要问题\n1.文件会议过多。全年发文214件。\n二、整改措施\n（一）精简文件会议。文件减到100件以内。\n（二）推进专利申报。年底前达到16件。',
      marked: '推进专利申报',
    },
    {
      text: '一、存在的主要问题\n1.值班脱岗。8月13日夜里脱岗。\n二、整改措施\n（一）严格值班纪律，杜绝脱岗。每周抽查1次。\n（二）举办球赛。每季度1次。',
      marked: '举办球赛',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.调研走过场。5月只去了1个村。\n二、整改措施\n（一）把调研做实。每月下村调研4次。',
    },
    {
      text: '一、存在的主要问题\n1.值班脱岗。8月13日夜里脱岗。\n二、整改措施\n（一）严格值班纪律，杜绝脱岗。每周抽查1次。',
    },
    { text: '二、整改措施\n（一）办好职工食堂。上半年完成改造。' },
  ],
  falsePositives: [
    '对应关系按用词判断，实测十处里约有四到五处其实对得上，所以只作提示。',
    '用词和问题完全不同、其实改的是同一件事的，可能对不上。',
  ],
  check: ({ problems, measures }, report) => {
    if (problems.length === 0) return;
    const answered = new Set(problems.flatMap(({ links }) => links.measures.map(({ to }) => to)));
    for (const { id, title } of measures)
      if (!answered.has(id))
        report({
          span: title.span,
          message: '没有找到这条措施要解决的问题。',
          suggestion: '点明它改的是哪个问题；没有对应问题的，删去。',
        });
  },
});
