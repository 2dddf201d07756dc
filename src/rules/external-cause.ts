import type { Analysis, Sentence } from '../analysis.js';
import { overlaps, type Span } from '../document/span.js';
import { sentencesByItem } from '../item-sentences.js';
import { defineRule, everyKind } from './rule.js';

/** Circumstances that together are a reason; one alone may be said in passing. */
const SEVERAL = 2;

/**
 * A cause that lays the blame on circumstances: much work, little time, few hands, no money, those above. Nothing
 * is said where the same item names the writer's own share close by.
 */
export const externalCause = defineRule({
  id: 'external-cause',
  title: '强调客观原因',
  severity: 'warning',
  kinds: everyKind,
  merges: true,
  rationale: '任务重、时间紧、人手少人人都有；剖析原因要找主观上的根子，不是为问题开脱。',
  bad: [
    {
      text: '三、原因剖析\n（一）工作太忙，抽不出时间学习。任务重、时间紧，检查考核多。',
      marked: '工作太忙，抽不出时间学习。任务重、时间紧，检查考核多。',
    },
    {
      text: '三、原因剖析\n（一）客观条件制约较多。地处山区，编制紧张，经费不足。',
      marked: '客观条件制约较多。地处山区，编制紧张，经费不足。',
    },
    {
      text: '二、存在的主要问题\n1.接管推进慢。全年只接了8个小区。\n原因：历史欠账多，专项资金缺口大，物业公司不配合。',
      marked: '历史欠账多，专项资金缺口大，物业公司不配合。',
    },
  ],
  good: [
    { text: '三、原因剖析\n（一）学习放松。忙只是借口，同期我参加了11场应酬外活动。' },
    { text: '三、原因剖析\n（一）宗旨意识淡化。怕担责任，把考核排名看得比群众的事重。' },
    { text: '三、原因剖析\n（一）学习放松。总说任务重、时间紧，其实是思想上把学习当成了负担。' },
  ],
  falsePositives: ['先说客观、在另一条里才说主观的，只看到前一条。'],
  check: (analysis, report) => {
    for (const places of causesOf(analysis)) {
      const own = places.map(({ reading }) => namesOwnShare(analysis, reading));
      for (const [i, { span, reading }] of places.entries()) {
        if (own[i - 1] || own[i + 1] || analysis.reading.hits.has(reading, 'own-share')) continue;
        const named = circumstances(analysis, reading);
        if (named.length === 0) continue;
        report({
          span,
          message: `把原因归到客观条件上：${named.slice(0, 3).join('')}。`,
          suggestion: '写自己的原因：同样的条件下，自己本来可以怎么做、为什么没做。',
          evidence: [`客观条件${named.length}处`],
        });
      }
    }
  },
});

type Place = Pick<Sentence, 'span' | 'reading'>;

/** The sentences of each cause: items of the cause parts, and paragraphs behind 原因： inside problems. */
function causesOf(analysis: Analysis): readonly (readonly Place[])[] {
  const byItem = sentencesByItem(analysis);
  const items = analysis.causes.map(({ id }) => byItem.get(id) ?? []);
  const loose = analysis.sentences.filter(({ role, item }) => role === 'causes' && item === null);
  const inside = analysis.problems.flatMap(({ id, causes }) => {
    const own = byItem.get(id) ?? [];
    return causes.map(({ span }) =>
      own
        .filter((sentence) => overlaps(sentence.span, span))
        // Without the 原因： that the sentence begins with.
        .map(({ span: whole, reading }) => ({
          span: { start: Math.max(whole.start, span.start), end: Math.min(whole.end, span.end) },
          reading,
        })),
    );
  });
  return [...items, ...loose.map((sentence) => [sentence]), ...inside].filter(({ length }) => length > 0);
}

/** Whether a sentence names the writer's own share; one that sums up all causes speaks of none in particular. */
const namesOwnShare = ({ reading: { hits } }: Analysis, span: Span): boolean =>
  hits.has(span, 'own-share') && !hits.at('summing-up', span.start);

/** The circumstances that a sentence pleads; none where it only mentions one. */
function circumstances({ reading: { text, hits } }: Analysis, span: Span): readonly string[] {
  const plain = hits.in('circumstance', span);
  const strong = hits.in('circumstance-strong', span);
  if (strong.length === 0 && plain.length < SEVERAL) return [];
  return [...plain, ...strong]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => `“${text.slice(start, end)}”`);
}
