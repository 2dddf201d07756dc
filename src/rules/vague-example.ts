import { defineRule, everyKind } from './rule.js';

/** An example in name only: a cue, and behind it nothing that could be checked. */
export const vagueExample = defineRule({
  id: 'vague-example',
  title: '假事例',
  severity: 'warning',
  kinds: everyKind,
  rationale: '有“比如”“例如”，后面却还是概括的话，没有一处可以核对。',
  bad: [
    {
      text: '二、存在的主要问题\n1.工作抓得不紧。比如，有时工作抓得不紧不实。',
      marked: '比如，有时工作抓得不紧不实。',
    },
    {
      text: '二、存在的主要问题\n1.政治敏锐性不强。如，关键时刻应对措施不力。',
      marked: '如，关键时刻应对措施不力。',
    },
    {
      text: '二、存在的主要问题\n1.联系群众不够。例如，深入群众不够经常，听取意见不够广泛。',
      marked: '例如，深入群众不够经常，听取意见不够广泛。',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.工作抓得不紧。比如，5月的防汛检查，我只看了4个点中的1个。' },
    { text: '二、存在的主要问题\n1.学习不深入。例如，10月学习《条例》，笔记是会后请人代抄的。' },
    { text: '二、存在的主要问题\n1.政治敏锐性不强。再如，4月23日的舆情，第3天才报告。' },
  ],
  falsePositives: ['用当地才懂的简称代替事情名称的，可能看不出是具体的事。'],
  check: ({ problems }, report) => {
    for (const { examples } of problems)
      for (const { span, grade, cue } of examples)
        if (grade === 'vague' && cue)
          report({
            span,
            message: `“${cue.text.replace(/[，：]$/, '')}”后面没有可以核对的时间、地点、数字、文件或做法。`,
            suggestion: '换成一件真实发生的事，写明时间、场合和自己的做法。',
          });
  },
});
