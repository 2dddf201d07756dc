import { sentencesByItem } from '../item-sentences.js';
import { blamesOthers, takenUp } from './others.js';
import { defineRule } from './rule.js';

/**
 * Others as the subject of a shortcoming, in the text of a problem whose writer nowhere says 我 or 自己. Where the
 * whole problem is another's, `blame-shifting` tells of it.
 */
export const thirdPerson = defineRule({
  id: 'third-person',
  title: '个人材料用第三人称',
  severity: 'info',
  kinds: ['individual'],
  yieldsTo: ['blame-shifting'],
  merges: true,
  rationale: '个人材料应当用第一人称；有的同志、部分党员如何如何，看不出自己做了什么、没做什么。',
  bad: [
    {
      text: '二、存在的主要问题\n1.学习不深入。学习深度不够。有的党员学习不主动。一些同志笔记也不认真。',
      kind: 'individual',
      marked: '有的党员学习不主动。一些同志笔记也不认真。',
    },
    {
      text: '二、存在的主要问题\n1.服务意识不强。服务还不够主动。个别同志对来访群众不够耐心，办事效率不高。',
      kind: 'individual',
      marked: '个别同志对来访群众不够耐心，办事效率不高。',
    },
    {
      text: '二、存在的主要问题\n1.抓落实不够有力。调度偏少。班子成员之间沟通不足，职能部门推诿扯皮。',
      kind: 'individual',
      marked: '班子成员之间沟通不足，职能部门推诿扯皮。',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.学习不主动。我上半年缺了3次集体学习。', kind: 'individual' },
    {
      text: '二、存在的主要问题\n1.督促不够。有的党员学习不主动，我作为支部书记没有谈过一次话。',
      kind: 'individual',
    },
    { text: '二、存在的主要问题\n1.学习不深入。有的党员学习不主动。', kind: 'branch' },
  ],
  falsePositives: ['转述别人的意见（群众反映有的同志……）也会当成以别人为主语。'],
  check: (analysis, report) => {
    const byItem = sentencesByItem(analysis);
    for (const problem of analysis.problems) {
      // Where the title is another's already, one word on it is enough.
      if (takenUp(analysis).has(problem) || blamesOthers(analysis, problem.reading.title)) continue;
      for (const { span, reading } of byItem.get(problem.id) ?? [])
        if (blamesOthers(analysis, reading))
          report({
            span,
            message: '说的是别人怎么样，没有写自己。',
            suggestion: '改成第一人称：我做了什么、没有做什么。',
          });
    }
  },
});
