import { toText } from '../document/document.js';
import type { Span } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';

/** Blanks that were left unfilled. Names made anonymous (**镇, XX单位, 某县, 20**年, 李某) are legitimate. */
export const placeholder = defineRule({
  id: 'placeholder',
  title: '占位符未填',
  severity: 'error',
  kinds: everyKind,
  rationale: '模板里的空没有填，等于告诉别人这份材料是套来的。',
  bad: [
    { text: '根据要求，现将*年度对照检查情况报告如下。', marked: '*年度' },
    { text: '1.学习不深入。全年请假____次。', marked: '____' },
    { text: '1.警示教育不深。区纪委通报的【待补】案没有组织学习。', marked: '【待补】' },
  ],
  good: [
    { text: '1.联系群众不够。在**镇调研时，只去了1个村。' },
    { text: '1.作风不实。20**年，XX单位的来函，请某某股阅办后就没有下文。' },
    { text: '1.学习走形式。会议记录上写了“学习略”三个字，水库3×5米的闸门也没有检修。' },
  ],
  falsePositives: ['用 * 或 X 隐去的数字，脱密材料里是正常的，可以关掉这条规则。'],
  check: ({ document, reading: { text, hits } }, report) => {
    const found: Span[] = [...hits.in('placeholder')];
    for (const match of text.matchAll(/_{2,}/g))
      found.push({ start: match.index, end: match.index + match[0].length });
    for (const unit of hits.in('placeholder-unit')) {
      const start = signsBefore(text, unit.start);
      if (start < unit.start && !/[\dA-Za-z]/.test(text.charAt(start - 1)))
        found.push({ start, end: unit.end });
    }
    for (const span of found)
      report({
        span: toText(document.reading, span),
        message: '这里的空没有填。',
        suggestion: '填上真实的内容；不便写明的，改用“某”或删去。',
      });
  },
});

/** Most signs that stand for one blank. */
const MOST_SIGNS = 4;

/** Start of the blank signs that end at `end`; `end` itself when there are none. */
function signsBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MOST_SIGNS && /[*xX×□○]/.test(text.charAt(start - 1))) start--;
  return start;
}
