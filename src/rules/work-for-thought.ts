import { defineRule, everyKind } from './rule.js';

/** Themes under which a reviewer wants to hear of the mind, not of business. */
const POLITICAL: ReadonlySet<string> = new Set(['理论学习', '政治忠诚与纪律']);
const SURE = 0.6;

/** A matter of business under a political dimension, without a word on the mind, duty or discipline behind it. */
export const workForThought = defineRule({
  id: 'work-for-thought',
  title: '以工作问题代替思想问题',
  severity: 'info',
  kinds: everyKind,
  rationale: '政治方面要查思想、党性、担当；只写业务进度慢，是用工作问题代替思想问题。',
  bad: [
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n（一）思想政治方面\n1.系统上线晚了两个月。采购流程走了三轮，6月才开标。',
      profile: '2018',
      marked: '系统上线晚了两个月',
    },
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.抽检任务进度滞后。全年3200批次，到9月只完成1875批次。',
      profile: '2018',
      marked: '抽检任务进度滞后',
    },
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.水情信息报送不及时。7月14日的雨情晚报了40分钟。',
      profile: '2018',
      marked: '水情信息报送不及时',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.系统上线晚了两个月。是我怕担责，反复请示不拍板，6月才开标。',
      profile: '2018',
    },
    {
      text: '一、存在的主要问题\n（一）思想政治方面\n1.抽检任务进度滞后。到9月只完成六成，说明对这项部署认识不到位。',
      profile: '2018',
    },
    {
      text: '一、存在的主要问题\n（一）工作作风方面\n1.系统上线晚了两个月。采购流程走了三轮，6月才开标。',
      profile: '2018',
    },
  ],
  falsePositives: ['思想原因只写在原因剖析部分、没有点到这件事的，看不到。'],
  check: ({ problems, causes, reading: { hits } }, report) => {
    const rooted = new Set(
      causes
        .filter(({ reading }) => reading.text.some((span) => hits.has(span, 'thought')))
        .map(({ id }) => id),
    );
    for (const { title, dimension, dimensionBy, confidence, reading, links } of problems) {
      if (!dimension || !POLITICAL.has(dimension.theme)) continue;
      if (dimensionBy !== 'heading' && confidence < SURE) continue;
      const inside = reading.text.some((span) => hits.has(span, 'thought', 'political'));
      if (inside || links.causes.some(({ to, strength }) => rooted.has(to) && strength >= STRONG)) continue;
      report({
        span: title.span,
        message: `“${dimension.short}”方面写的是业务工作，没有一句讲思想。`,
        suggestion: '写出这件事背后的思想：为什么没当回事、怕什么、图什么；或移到工作方面去。',
      });
    }
  },
});

/** Strength of a link from which a cause surely speaks of the problem. */
const STRONG = 0.6;
