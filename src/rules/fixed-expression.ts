import { toText } from '../document/document.js';
import { holderOf } from '../document/span.js';
import { expressionAt } from '../language/expressions.js';
import { defineRule, everyKind } from './rule.js';
import { writtenYear } from './written-year.js';

/**
 * Official wording written wrongly, characters confused, and wording that did not yet exist in the year that the
 * document speaks for. Advice only: what is right is for the authoritative text to say.
 */
export const fixedExpression = defineRule({
  id: 'fixed-expression',
  title: '提法有误、错别字',
  severity: 'error',
  kinds: everyKind,
  rationale: '重要提法写错、时间对不上，是政治上不严谨；错别字说明交稿前没有通读。',
  bad: [
    { text: '三、整改措施\n（一）提高站位。不断增强“四个自信”，做到“两个维护”。', marked: '增强“四个自信' },
    { text: '三、整改措施\n（二）带好头。严于律已，管好身边人。', marked: '严于律已' },
    {
      text: '二、存在的问题\n1.学习不深入。对习近平新世代中国特色社会主义思想学得不深。',
      marked: '习近平新世代',
    },
    {
      text: '2016年度民主生活会对照检查材料\n三、整改措施\n（一）提高站位。做到“两个维护”。',
      profile: '2016',
      marked: '两个维护',
    },
  ],
  good: [
    { text: '三、整改措施\n（一）提高站位。增强“四个意识”、坚定“四个自信”、做到“两个维护”。' },
    { text: '三、整改措施\n（二）带好头。严于律己，对来自已整改单位的意见逐条回访。' },
    {
      text: '2018年度民主生活会对照检查材料\n三、整改措施\n（一）提高站位。做到“两个维护”，始终同党中央保持高度一致。',
      profile: '2018',
    },
  ],
  falsePositives: ['新的提法还没有收进词典时，可能把它当成写错；可在自己的词典里补上。'],
  check: (analysis, report, { dictionaries }) => {
    const { document, reading, sentences, profile } = analysis;
    const { text, hits } = reading;
    const words = (span: { readonly start: number; readonly end: number }): string =>
      text.slice(span.start, span.end).replace(/^[“”]|[“”]$/g, '');
    const places = sentences.map((sentence) => sentence.reading);
    for (const hit of hits.in('expression-miswritten')) {
      const expression = expressionAt(dictionaries, 'miswritten', text, hit, holderOf(places, hit) ?? hit);
      if (!expression) continue;
      report({
        span: toText(document.reading, hit),
        // Where authorities differ, the word is only looked at askance.
        ...(expression.confidence === 'unconfirmed' ? { severity: 'warning' } : {}),
        message: `“${words(hit)}”可能写错了。`,
        suggestion: `${expression.advice ? `应为：${expression.advice}；` : ''}建议核对权威表述。`,
        evidence: [`来源：${expression.source}`],
      });
    }
    const written = writtenYear(analysis);
    // Only a year that the document itself shows; a fragment may be of any.
    if (!written || profile.profile.year === null) return;
    for (const hit of hits.in('expression-fixed')) {
      const expression = expressionAt(dictionaries, 'fixed', text, hit, hit);
      // The meeting that closes a year may be held in the first months of the next.
      if (!expression?.validFrom || expression.validFrom <= `${written.to + 1}-03`) continue;
      report({
        span: toText(document.reading, hit),
        severity: 'warning',
        message: `“${words(hit)}”从${expression.validFrom.replace('-', '年').replace(/年0?(\d+).*/, '年$1月')}起才有这个提法，与${written.to}年度的材料对不上。`,
        suggestion: '如果是从后来的材料里抄来的，请改用当年的提法；建议核对权威表述。',
        evidence: [`来源：${expression.source}`],
      });
    }
  },
});
