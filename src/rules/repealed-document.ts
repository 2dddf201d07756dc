import { toText } from '../document/document.js';
import { holderOf } from '../document/span.js';
import { expressionAt } from '../language/expressions.js';
import { defineRule, everyKind } from './rule.js';
import { writtenYear } from './written-year.js';

/** A document of the party or the state that was no longer in force when the text was written. */
export const repealedDocument = defineRule({
  id: 'repealed-document',
  title: '引用已废止的党规、文件',
  severity: 'warning',
  kinds: everyKind,
  rationale: '引用已经废止或被取代的党规，说明没有学过现行的，多半是从往年材料里抄来的。',
  bad: [
    {
      text: '2021年度民主生活会对照检查材料\n三、整改措施\n（一）严守纪律。严格遵守《廉政准则》，秉公用权。',
      profile: '2021',
      marked: '《廉政准则》',
    },
    {
      text: '2019年度民主生活会对照检查材料\n三、整改措施\n（一）严守纪律。认真学习《中国共产党党员领导干部廉洁从政若干准则》。',
      profile: '2019',
      marked: '《中国共产党党员领导干部廉洁从政若干准则》',
    },
    {
      text: '2018年度民主生活会对照检查材料\n三、整改措施\n（一）加强监督。落实《中国共产党党内监督条例（试行）》。',
      profile: '2018',
      marked: '《中国共产党党内监督条例（试行）》',
    },
  ],
  good: [
    {
      text: '2021年度民主生活会对照检查材料\n三、整改措施\n（一）严守纪律。严格遵守《中国共产党廉洁自律准则》，秉公用权。',
      profile: '2021',
    },
    {
      text: '2013年度民主生活会对照检查材料\n三、整改措施\n（一）严守纪律。严格遵守《廉政准则》，秉公用权。',
      profile: '2013',
    },
    {
      text: '2021年度民主生活会对照检查材料\n二、存在的问题\n1.学习不深入。讲党课时还在引用原《廉政准则》，不知道《廉政准则》已经废止。',
      profile: '2021',
    },
  ],
  falsePositives: ['回顾当年情况时提到当时有效的文件，而没有写明年份的。'],
  check: (analysis, report, { dictionaries }) => {
    const { document, reading, sentences } = analysis;
    const written = writtenYear(analysis);
    const places = sentences.map((sentence) => sentence.reading);
    for (const hit of reading.hits.in('expression-repealed')) {
      const expression = expressionAt(
        dictionaries,
        'repealed',
        reading.text,
        hit,
        holderOf(places, hit) ?? hit,
      );
      if (!expression) continue;
      // Meetings are held at the end of a year: what ceased to be in force before December is not relied on.
      if (written && expression.validTo && expression.validTo >= `${written.from}-12`) continue;
      report({
        span: toText(document.reading, hit),
        message: `“${reading.text.slice(hit.start, hit.end)}”已经废止或被取代。`,
        suggestion: expression.advice ? `${expression.advice}；建议核对权威表述。` : '建议核对权威表述。',
        evidence: [
          `来源：${expression.source}`,
          ...(expression.validTo ? [`有效至${expression.validTo}`] : []),
        ],
      });
    }
  },
});
