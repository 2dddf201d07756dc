import type { Analysis, Problem, Sentence } from '../analysis.js';
import { overlaps } from '../document/span.js';
import { ADMISSIONS } from '../extract/source.js';
import { sentencesByItem } from '../item-sentences.js';
import { defineRule, everyKind } from './rule.js';

/** A problem that tells what must be done and why it matters, and nothing that was done or left undone. */
export const lectureForProblem = defineRule({
  id: 'lecture-for-problem',
  title: '以讲道理代替摆问题',
  severity: 'warning',
  kinds: everyKind,
  rationale: '必须怎样、意义多重大，是讲给别人听的；对照检查要讲自己怎么没做到。',
  bad: [
    {
      text: '二、存在的主要问题\n1.理论学习需要加强。理论学习非常重要，是党员干部的必修课，必须持之以恒。',
      marked: '理论学习需要加强。理论学习非常重要，是党员干部的必修课，必须持之以恒。',
    },
    {
      text: '二、存在的主要问题\n1.干部队伍建设抓得不紧。办好事业，关键在党，关键在人，必须坚持党管干部原则。',
      marked: '干部队伍建设抓得不紧。办好事业，关键在党，关键在人，必须坚持党管干部原则。',
    },
    {
      text: '二、存在的主要问题\n1.作风建设有待加强。作风问题关系党的形象，关系人心向背，要充分认识其长期性。',
      marked: '作风建设有待加强。作风问题关系党的形象，关系人心向背，要充分认识其长期性。',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.学习不深入。全会公报只听了一遍传达，没读原文。' },
    {
      text: '二、存在的主要问题\n1.执法程序意识淡薄。依法行政是基本要求，4月拆违时我没有让人送达催告书。',
    },
    { text: '二、存在的主要问题\n1.对帮扶村一阵热一阵冷。上半年去了4次，7月以后只去过1次。' },
  ],
  falsePositives: ['先讲要求、在别的段落再讲自己的，可能只看到前一段。'],
  options: {
    share: { description: '问题的正文里讲道理的句子占到多少才算（0到1）。', default: 0.5 },
  },
  check: (analysis, report, { option }) => {
    const byItem = sentencesByItem(analysis);
    for (const problem of analysis.problems) {
      if (problem.examples.some(({ grade }) => grade !== 'vague')) continue;
      const body = bodyOf(problem, byItem.get(problem.id) ?? []);
      const lectures = body.filter((sentence) => isLecture(analysis, sentence));
      const last = lectures.at(-1);
      const share = length(lectures) / Math.max(1, length(body));
      if (!last || share < option('share')) continue;
      report({
        span: { start: problem.title.span.start, end: last.span.end },
        message: '这里讲的是道理和要求，没有写自己怎么没做到。',
        suggestion: '换成自己的表现：哪件事没有做到，什么时候，结果怎样。',
        evidence: [`讲道理的句子占${Math.round(100 * share)}%`],
      });
    }
  },
});

/** The sentences behind the title. */
const bodyOf = ({ title }: Problem, sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.filter(({ span }) => span.end > title.span.end + 1);

const length = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { text }) => sum + text.length, 0);

/** A sentence of demands and reasons without any admission and anything that could be checked. */
function isLecture({ reading: { hits } }: Analysis, { reading, evidence }: Sentence): boolean {
  const lectures = hits.in('lecture', reading);
  // 没有休止符 is a way of speaking, no admission.
  const admits = ADMISSIONS.some((category) =>
    hits.in(category, reading).some((hit) => !lectures.some((lecture) => overlaps(lecture, hit))),
  );
  return (
    lectures.length > 0 &&
    !admits &&
    evidence().every(({ kind }) => kind === 'situation' || kind === 'person')
  );
}
