import type { Analysis, Quote, Sentence } from '../analysis.js';
import { sentencesByItem } from '../item-sentences.js';
import { defineRule, everyKind } from './rule.js';

/** A problem without any occurrence that shows it. */
export const missingExample = defineRule({
  id: 'missing-example',
  title: '没有具体事例',
  severity: 'warning',
  kinds: everyKind,
  rationale: '只有概括没有事例，看不出问题发生在谁身上、什么时候、哪件事上，会上无从批评，会后无从整改。',
  bad: [
    {
      text: '二、存在的主要问题\n1.对重点工作跟进不够。工作标准不高，抓落实的力度还有差距。',
      marked: '对重点工作跟进不够',
    },
    {
      text: '存在的问题\n（一）宗旨意识淡化。为群众着想不多，服务不够主动。\n（二）学习不深入。2024年10月的专题学习，我请假两次，没有补课。',
      marked: '宗旨意识淡化',
    },
    {
      text: '一、主要问题\n一是担当精神不足。遇到矛盾绕着走，怕得罪人。\n二是作风不实。3月的安全检查，我只到了4个点中的1个。',
      marked: '担当精神不足',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.对重点工作跟进不够。3月接手旧改项目后，7周没去过现场。' },
    { text: '存在的问题\n（一）学习不深入。比如，10月的专题学习，我请假两次，没有补课。' },
    { text: '一、主要问题\n（一）“三会一课”质量不高，全年党课4次，2次是放视频。原因：图省事。' },
    { text: '一、主要问题\n一是12间公房出租，租金未上缴财政；二是已撤销的墙改办账户余额43.7万元未清理。' },
    { text: '一、主要问题\n一是作风不实。去年8月防汛检查，我只到了4个点中的1个。' },
  ],
  falsePositives: ['事例写在别处（如附件）的，看不到。'],
  check: (analysis, report) => {
    const sentencesOf = sentencesByItem(analysis);
    for (const { id, title, examples } of analysis.problems)
      if (examples.length === 0 && !tellsOf(analysis, sentencesOf.get(id) ?? [], title))
        report({
          span: title.span,
          message: '这个问题没有举任何具体事例。',
          suggestion: '补一件发生在自己身上的事：什么时间、什么事、自己怎么做的。',
        });
  },
});

/** What went well is counted, not what went wrong. */
const CONCEDES = /^(?:虽|尽管)|但/;

/**
 * Whether a title goes on behind the shortcoming to what can be counted (…质量不高，全年党课4次，2次是放视频), or is all
 * that is told and counts (账户余额43.7万元未清理).
 */
function tellsOf(
  { document: { text } }: Analysis,
  sentences: readonly Sentence[],
  { span: title }: Quote,
): boolean {
  const words = text.slice(title.start, title.end);
  const pause = words.search(/[，,]/);
  const alone = sentences.every(({ span }) => span.end <= title.end + 1);
  const from = alone ? title.start : title.start + (pause < 0 ? words.length : pause);
  return sentences.some(({ span, text: told, evidence }) => {
    if (!/\d/.test(told) || CONCEDES.test(told)) return false;
    const figures = evidence().filter(({ kind }) => kind === 'figure');
    return (
      span.start < title.end &&
      span.end > title.start &&
      figures.some(({ span: { start, end } }) => start >= from && end <= title.end)
    );
  });
}
