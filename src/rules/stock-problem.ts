import type { Analysis } from '../analysis.js';
import type { Span } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';

/** A lead that consists of a general virtue and a vague lack of it: anybody's problem in any year. */
export const stockProblem = defineRule({
  id: 'stock-problem',
  title: '千篇一律的问题标题',
  severity: 'info',
  kinds: everyKind,
  rationale: '“学习不够深入”“服务意识不强”谁都能写、年年能写，看不出是哪个人、哪一年的问题。',
  bad: [
    { text: '二、存在的主要问题\n1.理论学习不够深入。10月请假2次。', marked: '理论学习不够深入' },
    { text: '二、存在的主要问题\n1.服务意识有待加强。3月有2件来信没有回。', marked: '服务意识有待加强' },
    {
      text: '二、存在的主要问题\n1.党性修养不够，理想信念有所弱化。5月的党费拖了3个月。',
      marked: '党性修养不够，理想信念有所弱化',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.全会公报只听了一遍传达，没读原文。10月请假2次。' },
    { text: '二、存在的主要问题\n1.流动党员管理有盲区。外出的11名党员有7名没有联系过。' },
    { text: '二、存在的主要问题\n1.党史学习联系社区实际不够紧密。5月发的30册书没有讨论过。' },
  ],
  falsePositives: ['上级规定了小标题写法的，可以关掉这条规则。'],
  options: {
    covered: { description: '标题里套路用语占到多少才算（0到1）。', default: 0.95 },
  },
  check: (analysis, report, { option }) => {
    for (const { title, reading } of analysis.problems) {
      const share = stockShare(analysis, reading.title);
      if (share >= option('covered'))
        report({
          span: title.span,
          message: '这个标题谁都能用，看不出是自己的问题。',
          suggestion: '用一句话写出自己的具体表现作标题：什么事没有做到。',
          evidence: [`套路用语占${Math.round(100 * share)}%`],
        });
    }
  },
});

const ALL = ['stock-object', 'stock-predicate', 'stock-filler', 'stock-lead'] as const;

/** Share of a title's characters that stock words cover; 0 where it has no virtue or no lack of it. */
function stockShare({ reading: { text, hits } }: Analysis, title: Span): number {
  if (!hits.has(title, 'stock-object', 'stock-lead') || !hits.has(title, 'stock-predicate', 'stock-lead'))
    return 0;
  const covered = new Uint8Array(title.end - title.start);
  for (const category of ALL)
    for (const { start, end } of hits.in(category, title))
      covered.fill(1, start - title.start, end - title.start);
  let words = 0;
  let stock = 0;
  covered.forEach((mark, i) => {
    if (/[\p{P}\s]/u.test(text.charAt(title.start + i))) return;
    words++;
    stock += mark;
  });
  return words === 0 ? 0 : stock / words;
}
