import type { Analysis, Problem, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';
import { admits } from '../extract/source.js';
import { sentencesByItem } from '../item-sentences.js';
import { blamesOthers, takenUp } from './others.js';
import { defineRule } from './rule.js';

/**
 * A problem of others in a person's own material. Care for others is the duty of whoever answers for them: where
 * 我 or 自己 takes the matter up in the same problem nothing is said.
 */
export const blameShifting = defineRule({
  id: 'blame-shifting',
  title: '以班子、他人的问题代替个人问题',
  severity: 'warning',
  kinds: ['individual'],
  rationale: '个人材料摆的是自己的问题；写成部分干部、有的同志如何，等于把自己摘了出去。',
  bad: [
    {
      text: '个人对照检查材料\n二、存在的主要问题\n1.部分干部落实不力。对定下来的事推诿扯皮，群众意见较大。',
      kind: 'individual',
      marked: '部分干部落实不力',
    },
    {
      text: '二、存在的主要问题\n1.有的班子成员履行“一岗双责”不到位。只管业务不管队伍，只挂帅不出征。',
      kind: 'individual',
      marked: '有的班子成员履行“一岗双责”不到位',
    },
    {
      text: '二、存在的主要问题\n1.依法办事方面：一些村干部法治观念淡薄。个别村遇事习惯拍脑袋，程序意识不强。',
      kind: 'individual',
      marked: '依法办事方面：一些村干部法治观念淡薄',
    },
  ],
  good: [
    {
      text: '二、存在的主要问题\n1.对分管科室督促不够。我分管的科室两次逾期，我没有问过原因。',
      kind: 'individual',
    },
    {
      text: '二、存在的主要问题\n1.部分村班子作用发挥不好。5月换届后有3个村没有开过支委会，说明自己抓党建工作不够主动。',
      kind: 'individual',
    },
    {
      text: '领导班子对照检查材料\n二、存在的主要问题\n1.部分班子成员履行“一岗双责”不到位。全年只开过1次专题会。',
      kind: 'team',
    },
  ],
  falsePositives: ['在另一个问题里才写到自己责任的，看不到。'],
  check: (analysis, report) => {
    const byItem = sentencesByItem(analysis);
    for (const problem of analysis.problems) {
      if (takenUp(analysis).has(problem)) continue;
      const title = blamesOthers(analysis, problem.reading.title);
      const span = title ? problem.title.span : wholeBody(analysis, problem, byItem.get(problem.id) ?? []);
      if (span)
        report({
          span,
          message: '这个问题说的是别人，通篇没有写到自己。',
          suggestion: '改写自己在这件事上的责任：该管没管的是什么、什么时候、为什么没管。',
        });
    }
  },
});

/** The sentences behind the title, where all of them that admit something lay it to others. */
function wholeBody(analysis: Analysis, { title }: Problem, sentences: readonly Sentence[]): Span | null {
  const body = sentences.filter(
    ({ span, reading }) => span.start >= title.span.end && admits(analysis.reading, reading),
  );
  const [first] = body;
  const last = body.at(-1);
  if (!first || !last || !body.every(({ reading }) => blamesOthers(analysis, reading))) return null;
  return { start: first.span.start, end: last.span.end };
}
