import { pairAt } from '../language/pairs.js';

/** A heading or an official wording without what any of them may have: number-free, 带头…, …方面存在的问题. */
export function bare(text: string): string {
  return text
    .replace(/[^\p{Script=Han}\d]/gu, '')
    .replace(/^(?:关于|围绕|在)?(?:对照|带头|找一找)?(?:在)?/u, '')
    .replace(
      /(?:(?:方面)?(?:(?:查摆|查找|查|找|存在|检视)(?:出|的)?|的)(?:哪些|主要|突出)?(?:问题|不足|差距)|(?:主要|突出)?问题)?(?:情况)?$/u,
      '',
    )
    .replace(/方面$/u, '');
}

/** The stretches between commas and the like, each bare; of 甲乙丙丁和戊己庚辛 the halves too. None is empty. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[，、：；。,:;！？（）()]/)
    .flatMap((clause) => [clause, ...halves(clause)])
    .map(bare)
    .filter((clause) => clause.length > 1);

/** Around the first 和 or 及 that has words enough on both sides. */
function halves(clause: string): readonly string[] {
  const at = clause.slice(4, -4).search(/[和及与]/) + 4;
  return at < 4 ? [] : [clause.slice(0, at), clause.slice(at + 1)];
}

/** Whether a heading has a form that headings of dimensions have and leads of problems have not. */
export const hasHeadingForm = (heading: string): boolean =>
  /方面(?:[，：；、]|[^不未没欠弱淡松]{0,10}$)|^(?:关于|围绕|对照)|找一找/.test(heading);

/** Whether words that stand beside a dimension's own say that something is wrong: 组织生活|质量不高. */
export const tellsShortcoming = (rest: string): boolean => /[不未没欠缺差弱淡松浅少待盲退忘]/.test(rest);

/** The pairs of neighbouring characters, each once, as numbers. */
export function pairsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(pairAt(text, i));
  return pairs;
}
