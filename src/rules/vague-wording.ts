import { contains } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';

/** A sentence that hedges again and again and names nothing. */
export const vagueWording = defineRule({
  id: 'vague-wording',
  title: '含糊量词堆积',
  severity: 'info',
  kinds: everyKind,
  yieldsTo: ['vague-example'],
  rationale: '有时、有些、一定程度上用多了，问题就没有了分量，也没有了责任人。',
  bad: [
    { text: '1.工作抓得不紧。有时在一定程度上抓得不够紧。', marked: '有时在一定程度上抓得不够紧。' },
    {
      text: '1.作风不实。有的工作部署以后过问不够，不同程度影响了落实。',
      marked: '有的工作部署以后过问不够，不同程度影响了落实。',
    },
    { text: '1.思想松懈。有时对一些问题个别环节有所放松。', marked: '有时对一些问题个别环节有所放松。' },
  ],
  good: [
    { text: '1.工作抓得不紧。4次调度会中有3次没有到会。' },
    { text: '1.作风不实。有的项目拖了2个月，有的拖了半年。' },
    { text: '1.会风不严。大部分会议超过1小时，部分组成人员缺席2次。' },
  ],
  falsePositives: ['引用别人原话的句子也会计算在内。'],
  check: ({ sentences, reading: { hits } }, report) => {
    for (const { span, evidence, reading, role } of sentences) {
      if (role !== 'problems' && role !== 'causes') continue;
      const least = hits.has(reading, 'hedge-strong') ? 2 : 3;
      if (hits.count('hedge', reading) < least) continue;
      const excused = hits.in('hedge-not', reading);
      const hedges = hits
        .in('hedge', reading)
        .filter((hedge) => !excused.some((other) => contains(other, hedge)));
      if (hedges.length < least || evidence().some(({ kind }) => kind !== 'situation')) continue;
      report({
        span,
        message: `一句话里用了${hedges.length}个含糊的说法，又没有具体所指。`,
        suggestion: '换成次数、时间、对象：哪一次、哪件事、几次中的几次。',
        evidence: [`含糊词${hedges.length}个`],
      });
    }
  },
});
