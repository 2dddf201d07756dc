import type { Analysis, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';
import { overlaps } from '../document/span.js';
import { admits } from '../extract/source.js';
import { defineRule, everyKind } from './rule.js';

/**
 * Praise that goes before a shortcoming: 虽然能够…，但… with achievements in the first half. A contrast inside a
 * quotation is somebody's words; a contrast of two facts (虽然改了制度，9月又出现3次) names no achievement.
 */
export const praiseBeforeProblem = defineRule({
  id: 'praise-before-problem',
  title: '先扬后抑',
  severity: 'warning',
  kinds: everyKind,
  rationale: '对照检查不是总结，问题前面先讲成绩，是给自己留面子，问题也就轻了。',
  bad: [
    {
      text: '二、存在的主要问题\n1.虽然能够坚持学习，但深度不够。满足于读过。',
      marked: '虽然能够坚持学习，但深度不够。',
    },
    {
      text: '二、存在的主要问题\n1.服务群众不够。尽管做了大量工作，得到了群众认可，但与期盼相比还有差距。',
      marked: '尽管做了大量工作，得到了群众认可，但与期盼相比还有差距。',
    },
    {
      text: '二、存在的主要问题\n1.创新意识不强。工作取得了明显成效，多次受到上级肯定，但锐气有所减退。',
      marked: '工作取得了明显成效，多次受到上级肯定，但锐气有所减退。',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.学习不深入。学习没做笔记，讲不出要点。' },
    { text: '二、存在的主要问题\n1.整改不彻底。虽然8月改了制度，但9月又出现3起超期。' },
    {
      text: '二、存在的主要问题\n1.批评不敢较真。会上我说“他虽然能够坚持学习，但深度不够”，没有点到事。',
    },
  ],
  falsePositives: ['为了说明反差而写出的成绩，也会当成表扬自己。'],
  check: (analysis, report) => {
    for (const sentence of analysis.sentences)
      if (sentence.role === 'problems' && praises(analysis, sentence))
        report({
          span: sentence.span,
          message: '先讲成绩再讲不足，问题被冲淡了。',
          suggestion: '删去前半句，直接写问题和自己的表现。',
        });
  },
});

/** Achievements that without 虽然 before them are praise all the same. */
const SEVERAL = 2;

function praises({ reading: { text, hits } }: Analysis, { reading: span, evidence }: Sentence): boolean {
  if (!hits.first('praise-turn', span)) return false;
  const quoted = quotations(text, span);
  const free = (category: string, from: number, to: number): readonly Span[] =>
    hits
      .in(category, { start: from, end: to })
      .filter((hit) => !quoted.some((quote) => overlaps(hit, quote)));
  const turn = free('praise-turn', span.start, span.end).find(({ start }) =>
    /[，；、]/.test(text.charAt(start - 1)),
  );
  if (!turn || !admits({ hits }, { start: turn.end, end: span.end })) return false;
  const concession = free('praise-concession', span.start, turn.start).at(-1);
  const from = concession?.end ?? span.start;
  const achievements = free('achievement', from, turn.start).length;
  if (achievements === 0) return false;
  // Without 虽然 a contrast may be one of facts: there it takes more praise, or nothing that could be checked.
  return concession !== undefined || achievements >= SEVERAL || evidence().length === 0;
}

/** Stretches between quotation marks that hold a clause; a quoted name is no speech. */
function quotations(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/[“「]([^”」]*)[”」]?/g)]
    .filter(([words, inner = '']) => /[，。]/.test(inner) && /[”」]$/.test(words))
    .map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    }));
}
