import type { Analysis, Sentence } from '../analysis.js';
import { insideOneOf, type Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { defineRule, everyKind } from './rule.js';

/**
 * A sentence that would stand unchanged in almost anybody's document: formulae and general words, and nothing
 * that another person could check.
 *
 * What speaks for it: the share of its characters that formulae, fixed expressions and general words cover, and
 * how many formulae and rows of parallels there are. What speaks against it: any date, figure, document, meeting,
 * project, place, person or own act, and standing in an example that is not vague.
 */
export const boilerplate = defineRule({
  id: 'boilerplate',
  title: '套话空话',
  severity: 'info',
  kinds: everyKind,
  merges: true,
  yieldsTo: ['vague-example', 'placeholder'],
  rationale: '换个名字放到谁的材料里都成立的话，说明没有联系自己的思想和工作实际。',
  bad: [
    {
      text: '三、整改措施\n（一）加强作风建设。以踏石留印、抓铁有痕的韧劲推进作风建设，以钉钉子精神抓好各项工作落实。',
      marked: '以踏石留印、抓铁有痕的韧劲推进作风建设，以钉钉子精神抓好各项工作落实。',
    },
    {
      text: '二、存在的主要问题\n1.学习不深入。满足于一知半解，存在学用“两张皮”现象，没有做到学思用贯通、知信行统一。',
      marked: '满足于一知半解，存在学用“两张皮”现象，没有做到学思用贯通、知信行统一。',
    },
    {
      text: '三、原因剖析\n（一）党性锻炼不够。放松了主观世界改造，世界观、人生观、价值观这个“总开关”拧得不紧。',
      marked: '放松了主观世界改造，世界观、人生观、价值观这个“总开关”拧得不紧。',
    },
  ],
  good: [
    { text: '三、整改措施\n（一）精简会议。每季度公开一次会议和文件数量，超过上年同期的停发。' },
    {
      text: '二、存在的主要问题\n1.学习不深入。7月的轮训我有两天在外地开会，回来没有补课，笔记是请人代抄的。',
    },
    { text: '二、个人有关事项\n班子成员无需要说明的个人有关事项。' },
    {
      text: '二、存在问题\n（一）执行上级部署方面：工作推进虎头蛇尾。6月认领了3个课题，只有1个结题。',
    },
    { text: '三、原因剖析\n（一）怕担责任。怕签了字日后审计追到自己头上，把“不出事”看得比“办成事”重。' },
  ],
  falsePositives: ['会议名称、工作名称用了本地简称的句子，可能看不出它说的是具体的事。'],
  options: {
    threshold: { description: '得分到多少算套话（0到1，越高越少报）。', default: 0.4 },
    shortest: { description: '短于多少字的句子不看。', default: 14 },
  },
  check: (analysis, report, { option }) => {
    const told = insideOneOf(
      analysis.problems
        .flatMap(({ examples }) => examples)
        .filter(({ grade }) => grade !== 'vague')
        .map(({ span }) => span),
    );
    const isLead = insideOneOf(leadsOf(analysis));
    const titled = new Set(titlesOf(analysis).flatMap(({ end }) => [end, end + 1]));
    const general = coverage(analysis);
    const threshold = option('threshold');
    const shortest = option('shortest');
    for (const sentence of analysis.sentences) {
      if (!ROLES.has(sentence.role) || isLead(sentence.span) || titled.has(sentence.span.end)) continue;
      if (sentence.text.length < shortest || isTableHead(sentence.text) || told(sentence.span)) continue;
      const score = scoreOf(analysis.reading.hits, general, sentence, threshold);
      if (score.total < threshold) continue;
      report({
        span: sentence.span,
        message: '这句话换到谁的材料里都成立，没有写出自己的事。',
        suggestion: '删去，或换成自己的具体表现：哪件事、什么时候、怎么做的。',
        evidence: [`套话${score.formulae}处`, `泛泛之词占${Math.round(100 * score.covered)}%`],
      });
    }
  },
});

/** Parts in which empty talk is objected to; an opening may be formal, and so may 没有需要说明的个人有关事项. */
const ROLES: ReadonlySet<string> = new Set(['problems', 'causes', 'measures', 'rectification', 'case']);
/** What makes a sentence somebody's own. */
const OWN: ReadonlySet<string> = new Set([
  'time',
  'place',
  'figure',
  'document',
  'meeting',
  'project',
  'act',
  'person',
]);

/** Titles are judged by rules of their own, headings of dimensions are given; the mark behind one belongs to it. */
const leadsOf = (analysis: Analysis): readonly Span[] =>
  [
    ...analysis.parts.flatMap(({ heading }) => heading ?? []),
    ...analysis.dimensions.flatMap(({ heading }) => heading ?? []),
    ...titlesOf(analysis),
  ].map(({ start, end }) => ({ start, end: end + 1 }));

/** A sentence may end with one: 执行部署方面：工作推进虎头蛇尾。 */
const titlesOf = ({ problems, causes, measures }: Analysis): readonly Span[] =>
  [...problems, ...causes, ...measures].map(({ title }) => title.span);

/** 序号 问题 整改措施 责任人: the cells of a table's head are a few characters each. */
const isTableHead = (words: string): boolean =>
  words.includes('\t') && words.split('\t').every((cell) => cell.trim().length <= LONGEST_COLUMN_NAME);

const LONGEST_COLUMN_NAME = 8;

interface Score {
  readonly total: number;
  readonly covered: number;
  readonly formulae: number;
}

/** What speaks against it is looked for only where the rest reaches the threshold: it takes time to find. */
function scoreOf(
  hits: Hits,
  general: (span: Span) => number,
  { reading, evidence }: Sentence,
  threshold: number,
): Score {
  const formulae = hits.count('formula', reading) + hits.count('parallel', reading);
  const length = reading.end - reading.start;
  const covered = general(reading) / length;
  const density = Math.min(1, (12 * formulae) / length);
  const total = 0.75 * covered + 0.35 * density;
  if (total < threshold) return { total, covered, formulae };
  const against = 0.3 * evidence().filter(({ kind }) => OWN.has(kind)).length;
  return { total: total - against, covered, formulae };
}

const CATEGORIES = [
  'formula',
  'parallel',
  'abstract',
  'common-wording',
  'vague-intensity',
  'hedge',
  'expression-fixed',
] as const;

/** Counts the units of a stretch that formulae and general words cover; prepared in one pass over the document. */
function coverage({ reading: { text, hits } }: Analysis): (span: Span) => number {
  const marked = new Uint8Array(text.length);
  for (const category of CATEGORIES) hits.mark(category, marked);
  // before[i]: how many units before the i-th are covered.
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < marked.length; i++) before[i + 1] = (before[i] ?? 0) + (marked[i] ?? 0);
  return ({ start, end }) => (before[end] ?? 0) - (before[start] ?? 0);
}
