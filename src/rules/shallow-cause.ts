import { defineRule, everyKind } from './rule.js';
import { isTitled } from './titled.js';

/** A cause that nowhere reaches the writer's own mind: convictions, purpose, discipline, responsibility. */
export const shallowCause = defineRule({
  id: 'shallow-cause',
  title: '不挖思想根源',
  severity: 'warning',
  kinds: everyKind,
  yieldsTo: ['external-cause', 'cause-repeats-problem'],
  rationale: '方法、经验、人手都不是根子；原因剖析要挖到理想信念、宗旨、党性、担当上。',
  bad: [
    {
      text: '一、存在的主要问题\n1.调研少。5月只去了1个村。\n二、原因剖析\n（一）方法不多。工作经验欠缺，业务知识陈旧。',
      marked: '方法不多',
    },
    {
      text: '一、存在的主要问题\n1.调研少。5月只去了1个村。\n二、产生问题的原因\n（一）工作安排不合理。会议多，统筹不够。\n（二）培训少。知识更新慢。',
      marked: '工作安排不合理',
    },
    {
      text: '一、存在的主要问题\n1.项目拖延。3月的项目拖了2个月。\n三、原因分析\n1.流程不熟。环节多，材料反复补。',
      marked: '流程不熟',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.调研少。5月只去了1个村。\n二、原因剖析\n（一）怕出错影响考评，政绩观有偏差。',
    },
    {
      text: '一、存在的主要问题\n1.调研少。5月只去了1个村。\n二、原因剖析\n（一）方法不多。说到底是宗旨意识淡了。',
    },
    { text: '一、存在的主要问题\n1.调研少。5月只去了1个村。' },
    {
      text: '第四小学教育督导自评报告\n一、存在的主要问题\n1.作业设计质量不高。10月抽查的36本有22本题目一样。\n二、原因分析\n1.校本教研缺少抓手，以布置任务为主。',
    },
  ],
  falsePositives: ['用自己的话讲思想、没有用常见词语的，可能看不出来。'],
  check: (analysis, report) => {
    const { causes, reading } = analysis;
    const { hits } = reading;
    if (isTitled(analysis, 'title-evaluation')) return;
    for (const { title, reading: cause } of causes)
      if (!cause.text.some((span) => hits.has(span, 'thought', 'own-share')))
        report({
          span: title.span,
          message: '这条原因没有讲到思想、党性、宗旨、担当。',
          suggestion: '往自己身上挖一层：当时心里是怎么想的，怕什么、图什么。',
        });
  },
});
