import type { Analysis, Problem } from '../analysis.js';
import { overlaps } from '../document/span.js';
import { findCopies } from '../pairing/copies.js';
import { pairProblems } from '../pairing/pair-problems.js';
import { pairingTools } from '../pairing/tools.js';
import { yearName } from '../pairing/year-name.js';
import { defineRule, everyKind } from './rule.js';

/** A problem that an earlier document had too, and for which this one tells nothing new. */
export const recurringProblem = defineRule({
  id: 'recurring-problem',
  title: '年年提',
  severity: 'warning',
  kinds: everyKind,
  needs: 'previous',
  rationale: '同一个问题年年查摆、没有新的事例，说明上一年没有真改，这一年也没有重新对照。',
  bad: [
    {
      text: '一、存在的问题\n1.联系群众不够紧密。下基层次数少，听群众意见不够。\n2.安全检查走过场。9月的检查我只看了台账。',
      marked: '联系群众不够紧密',
      previous:
        '一、存在的问题\n1.联系群众不紧密。下基层少，与群众谈心不多。\n2.公文写得长。5月的汇报写了11页。',
    },
    {
      text: '一、存在的问题\n1.原著读得少。读书靠零碎时间，原著没有通读。\n2.用车管得松。国庆节司机用公车接亲戚。',
      marked: '原著读得少',
      previous: '一、存在的问题\n1.原著读得不多。读书时间零碎，原著通读少。\n2.会议开得多。10月开了14次会。',
    },
    {
      text: '一、存在的问题\n1.意识形态阵地管理松。比如，有时对微信群管理不严。\n2.防汛演练没有组织。6月应做的演练拖到9月。',
      marked: '意识形态阵地管理松',
      previous:
        '一、存在的问题\n1.意识形态阵地管理不严。微信群管理松。\n2.车辆超编。年底清查多出2辆车没有退。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.联系群众不够紧密。8月马家沟停水3天，我是从热线里知道的，一次也没有去过现场。\n2.文件发得多。全年发文87份。',
      previous:
        '一、存在的问题\n1.联系群众不紧密。下基层少，与群众谈心不多。\n2.公文写得长。5月的汇报写了11页。',
    },
    {
      text: '一、存在的问题\n1.防汛演练没有组织。6月应做的演练拖到9月。\n2.用车管得松。',
      previous: '一、存在的问题\n1.原著读得不多。读书时间零碎，原著通读少。\n2.会议开得多。10月开了14次会。',
    },
    { text: '一、存在的问题\n1.联系群众不够紧密。下基层次数少，听群众意见不够。\n2.文件多。' },
  ],
  falsePositives: ['两年的问题同属一个领域、说的却不是一回事时，可能被当作同一个问题。'],
  options: {
    similarity: { description: '两个问题多相似才算同一个（0到1）。', default: 0.28 },
  },
  check: (analysis, report, { dictionaries, option, previous }) => {
    const tools = pairingTools(dictionaries);
    const returned = new Map<Problem, { readonly title: string; readonly from: Analysis }[]>();
    for (const from of previous) {
      const copies = findCopies(from, analysis);
      for (const { before, after, similarity } of pairProblems(from, analysis, copies, tools)) {
        // An example that was copied is no new one.
        const fresh = after.examples.some(
          ({ grade, span }) => grade !== 'vague' && !copies.some((copy) => overlaps(copy.after.span, span)),
        );
        if (fresh || similarity < option('similarity')) continue;
        returned.set(after, [...(returned.get(after) ?? []), { title: before.title.text, from }]);
      }
    }
    for (const [problem, years] of returned)
      report({
        span: problem.title.span,
        message: `${years.map(({ from, title }) => `${yearName(from)}查摆过“${title}”`).join('，')}，这一次又查摆同样的问题，没有新的事例。`,
        suggestion: '写清上次整改做了什么、为什么没有改掉，举出这一年的事例。',
        evidence: years.map(({ title }) => title),
      });
  },
});
