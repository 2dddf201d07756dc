import { firstFrom, type Span } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';
import { sharedWording } from './shingles.js';

/** Two sentences of one document that say the same in the same words. */
export const repeatedText = defineRule({
  id: 'repeated-text',
  title: '文内重复',
  severity: 'warning',
  kinds: everyKind,
  rationale: '同一句话在问题、原因、措施里反复出现，是凑字数，也说明原因和措施没有另外想过。',
  bad: [
    {
      text: '一、存在的主要问题\n1.联系群众少。深入一线、深入患者不多，倾听群众呼声、了解群众期盼不够。\n二、原因剖析\n（一）群众观念不牢。深入一线、深入患者不多，倾听群众呼声和了解群众期盼不够。',
      marked: '深入一线、深入患者不多，倾听群众呼声和了解群众期盼不够。',
    },
    {
      text: '一、存在的主要问题\n1.监管滞后。对新业态研究不深，习惯用老办法管新事物，监管的前瞻性明显不足。\n二、原因剖析\n（一）锐气减退。习惯于用老办法管新事物，监管的前瞻性明显不足。',
      marked: '习惯于用老办法管新事物，监管的前瞻性明显不足。',
    },
    {
      text: '三、整改措施\n（一）补课。对查摆出的问题逐条建账，做到标准不降、力度不减，务求取得实效。\n（二）下村。对查摆出的问题逐条建账，做到标准不降、力度不减，务求取得成效。每月4次。',
      marked: '对查摆出的问题逐条建账，做到标准不降、力度不减，务求取得成效。',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.监管滞后。对新业态研究不深，投诉转来转去。\n二、原因剖析\n（一）锐气减退。怕出错，宁可慢一点、绕着走。',
    },
    {
      text: '三、整改措施\n（一）提高站位。增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n（二）严守纪律。不断增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    },
    { text: '一、存在的主要问题\n1.调研少。5月只去了1个村。\n2.文件多。5月发了21件文。' },
  ],
  falsePositives: ['措施里原文引用问题的，会当成重复。'],
  options: {
    share: { description: '短的一句有多少字和另一句相同才算（0到1）。', default: 0.5 },
    shortest: { description: '短于多少字的句子不看。', default: 18 },
  },
  check: ({ sentences, problems, reading: { text, hits } }, report, { option }) => {
    // A title that a measure or a table quotes is no repetition.
    const titles = new Set(problems.map(({ title }) => title.span.start));
    const own = sentences.filter(
      ({ role, text: words, span }) =>
        role !== 'title' &&
        words.length >= option('shortest') &&
        !titles.has(span.start) &&
        // Heads of tables have no punctuation, and are the same everywhere.
        /[，。；]/.test(words),
    );
    const official = hits.in('expression-fixed');
    const texts = own.map(({ reading }) => withoutOfficial(text, reading, official));
    const told = new Set<number>();
    for (const { first, second, share } of sharedWording(texts, LEAST)) {
      const [before, after] = [own[first], own[second]];
      if (share < option('share') || told.has(second) || !before || !after) continue;
      told.add(second);
      report({
        span: after.span,
        message: '这句话和前面的一句几乎一样。',
        suggestion: '删去一处，或写出不同的内容。',
        related: [{ message: '前面的一句', span: before.span }],
        evidence: [`相同${Math.round(100 * share)}%`],
      });
    }
  },
});

/** Fewest shingles in common: a sentence of official wording has few left. */
const LEAST = 10;

/** The words of a sentence without fixed expressions; hits are in order, so each sentence looks at its own only. */
function withoutOfficial(text: string, { start, end }: Span, official: readonly Span[]): string {
  let words = '';
  let at = start;
  for (let i = firstFrom(official, start); i < official.length; i++) {
    const hit = official[i];
    if (!hit || hit.end > end) break;
    words += `${text.slice(at, hit.start)}\n`;
    at = hit.end;
  }
  return words + text.slice(at, end);
}
