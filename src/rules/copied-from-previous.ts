import type { Analysis } from '../analysis.js';
import { placesOf } from '../document/place.js';
import { type CopiedSentence, findCopies } from '../pairing/copies.js';
import { yearName } from '../pairing/year-name.js';
import { defineRule, everyKind } from './rule.js';

/** A sentence that stood nearly word for word in an earlier document of the same writer. */
export const copiedFromPrevious = defineRule({
  id: 'copied-from-previous',
  title: '照搬往年',
  severity: 'warning',
  kinds: everyKind,
  needs: 'previous',
  rationale: '一年的思想和工作不会与上一年逐字相同；照搬说明没有重新查摆。',
  bad: [
    {
      text: '一、存在的问题\n1.调研不深。全年下去12次，其中9次由管理站提前安排路线，看的都是修好的堤段。',
      marked: '全年下去12次，其中9次由管理站提前安排路线，看的都是修好的堤段。',
      previous: '一、存在的问题\n1.调研不深。全年下去12次，其中9次由管理站提前安排路线，看的都是修好的堤段。',
    },
    {
      text: '一、存在的问题\n1.学习不实。今年翻过的书不到一半，遇到发言就从网上找现成的段落拼起来。',
      marked: '今年翻过的书不到一半，遇到发言就从网上找现成的段落拼起来。',
      previous: '一、存在的问题\n1.学习不实。去年翻过的书不到一半，遇到发言就从网上找现成的段落拼起来。',
    },
    {
      text: '三、整改措施\n1.管好车辆。由办公室每周核对车辆行驶记录，节假日一律封存钥匙。',
      marked: '由办公室每周核对车辆行驶记录，节假日一律封存钥匙。',
      previous: '三、整改措施\n1.管好车辆。由办公室每周核对车辆行驶记录，节假日一律封存。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.调研不深。今年到水库10次，有7次事先打了招呼，西库渗漏是村民打电话来才知道的。',
      previous: '一、存在的问题\n1.调研不深。全年下去12次，其中9次由管理站提前安排路线，看的都是修好的堤段。',
    },
    {
      text: '一、存在的问题\n（一）带头严守政治纪律和政治规矩，维护党的团结统一方面\n1.请示不及时。8月外出补了手续。',
      previous:
        '一、存在的问题\n（一）带头严守政治纪律和政治规矩，维护党的团结统一方面\n1.会风不严。例会迟到4次没有说过。',
    },
    {
      text: '三、整改措施\n1.提高站位。增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
      previous: '三、整改措施\n1.提高站位。增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    },
  ],
  falsePositives: ['职责、分工等年年不变的事实陈述，可能被当作照搬。'],
  options: {
    similarity: { description: '较短一句有多大部分在另一句里才算照搬（0到1）。', default: 0.8 },
  },
  check: (analysis, report, { option, previous }) => {
    for (const { copy, from } of likest(analysis, previous)) {
      const { before, after, similarity } = copy;
      if (!ROLES.has(after.role) || similarity < option('similarity')) continue;
      const place = `${yearName(from)}材料${placesOf(from.document)(before.span.start)}`;
      report({
        span: after.span,
        message:
          before.text === after.text
            ? `与${place}一字不差。`
            : `与${place}几乎相同，那里写的是：“${before.text}”`,
        suggestion: '写今年的实际；确实没有变化的，说明为什么没有变化。',
        evidence: [`相似${Math.round(100 * similarity)}%`, before.text],
      });
    }
  },
});

/** An opening may be formal every year. */
const ROLES: ReadonlySet<string> = new Set([
  'rectification',
  'matters',
  'problems',
  'case',
  'causes',
  'measures',
]);

interface Found {
  readonly copy: CopiedSentence;
  readonly from: Analysis;
}

/** For each copied sentence the likest one of all earlier documents. */
function likest(analysis: Analysis, previous: readonly Analysis[]): readonly Found[] {
  const best = new Map<CopiedSentence['after'], Found>();
  for (const from of previous)
    for (const copy of findCopies(from, analysis))
      if (copy.similarity > (best.get(copy.after)?.copy.similarity ?? 0))
        best.set(copy.after, { copy, from });
  return [...best.values()];
}
