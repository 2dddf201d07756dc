import type { Analysis } from '../analysis.js';
import { toText } from '../document/document.js';
import { overlapsOneOf, type Span } from '../document/span.js';
import { defineRule, everyKind } from './rule.js';

/** Longest name before its 县 or 镇, and shortest. */
const LONGEST = 3;
const SHORTEST = 2;

/**
 * The name of another county or town in a wish for one's own: 努力开创洛平县…新局面 in the material of a district. Only
 * a name that stands nowhere else in the document and is not in the document's head is looked at.
 */
export const foreignName = defineRule({
  id: 'foreign-name',
  title: '套用外地、外单位名称',
  severity: 'warning',
  kinds: everyKind,
  rationale: '材料里出现别的县、别的单位的名字，一看就是抄来的。',
  bad: [
    {
      text: '云岭市东湾区市场监管局党组对照检查材料\n一、存在的主要问题\n1.检查少。5月只查了1个点。\n二、整改措施\n（一）多检查。每月4次，努力开创洛平县市场监管工作新局面。',
      marked: '洛平县',
    },
    {
      text: '中共陵原县农业农村局党组自查报告\n一、存在的主要问题\n1.管护差。5月有3口井不出水。\n二、下步打算\n（一）修井。4月底前修好，把滨江县农业农村局建设成为群众满意的机关。',
      marked: '滨江县',
    },
    {
      text: '竹溪坪镇党委书记对照检查材料\n一、存在的主要问题\n1.招商少。全年只谈了2家。\n二、整改措施\n（一）多招商。每月外出1次，推动清水河镇经济高质量发展。',
      marked: '清水河镇',
    },
  ],
  good: [
    {
      text: '中共陵原县农业农村局党组自查报告\n一、存在的主要问题\n1.管护差。5月有3口井不出水。\n二、下步打算\n（一）修井。4月底前修好，推动陵原县农业高质量发展。',
    },
    {
      text: '竹溪坪镇党委书记对照检查材料\n一、存在的主要问题\n1.招商少。全年只谈了2家。\n二、整改措施\n（一）学先进。5月到清水河镇学习1次。',
    },
    {
      text: '对照检查材料\n一、存在的主要问题\n1.招商少。全年只谈了2家。\n二、整改措施\n（一）多招商。每月外出1次，推动全镇经济高质量发展。',
    },
  ],
  falsePositives: ['全文只在结尾提到一次本地名称、开头又没有写单位的，可能当成外地。'],
  check: (analysis, report) => {
    const { document, reading, sentences, problems } = analysis;
    const isPlanned = overlapsOneOf(problems.flatMap(({ measures }) => measures.map(({ span }) => span)));
    const found = sentences.flatMap((sentence) => {
      if (!reading.hits.has(sentence.reading, 'place-level')) return [];
      const looksAhead =
        sentence.role === 'measures' ||
        sentence.role === 'closing' ||
        sentence.role === 'problems' ||
        isPlanned(sentence.span);
      if (!looksAhead) return [];
      return wishedFor(analysis, sentence.reading).filter((name) => {
        const stem = reading.text.slice(name.start, name.end - 1);
        return reading.text.indexOf(stem) === name.start && !reading.text.includes(stem, name.end);
      });
    });
    // A document that names no place of its own may well name it once, at the end.
    if (found.length === 0 || !namesItself(analysis)) return;
    for (const name of found)
      report({
        span: toText(document.reading, name),
        message: `“${reading.text.slice(name.start, name.end)}”在别处没有出现过，可能是外地的名称。`,
        suggestion: '核对单位和地名；抄来的句子请删去。',
      });
  },
});

/** Parts in which a document names whom it is about. */
const FRAME: ReadonlySet<string> = new Set(['title', 'opening', 'closing']);
/** Some place or unit of the document's own. */
const namesItself = ({ sentences, reading: { text, hits } }: Analysis): boolean =>
  sentences.some(
    ({ role, reading }) =>
      FRAME.has(role) &&
      hits
        .in('writer-unit', reading)
        .some(({ start }) => start - 2 >= reading.start && NAME.test(text.slice(start - 2, start))),
  );

const NAME = /^\p{Script=Han}{2}$/u;

/** Names of places inside a wish: 努力开创…新局面, 推动…高质量发展. */
function wishedFor({ reading: { text, hits } }: Analysis, span: Span): readonly Span[] {
  const not = hits.in('place-level-not', span);
  return hits.in('place-level', span).flatMap((level): readonly Span[] => {
    if (not.some(({ start, end }) => start <= level.start && level.start < end)) return [];
    let from = level.start;
    while (from > span.start && !BREAK.test(text.charAt(from - 1))) from--;
    let to = level.end;
    while (to < span.end && !BREAK.test(text.charAt(to))) to++;
    const wish = hits.last('aspiration', { start: from, end: level.start });
    if (!wish || !hits.has({ start: level.end, end: to }, 'aspiration-goal')) return [];
    // 建设富强美丽的望塘镇: what is said of the place is no part of its name.
    const start = Math.max(wish.end, text.lastIndexOf('的', level.start - 1) + 1);
    const length = level.start - start;
    return length >= SHORTEST && length <= LONGEST ? [{ start, end: level.end }] : [];
  });
}

const BREAK = /[。，；：！？\n]/;
