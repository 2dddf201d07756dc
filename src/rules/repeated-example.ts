import { defineRule, everyKind } from './rule.js';
import { sharedWording } from './shingles.js';

/** One occurrence told in two problems: the same named things and the same figures. */
export const repeatedExample = defineRule({
  id: 'repeated-example',
  title: '同一事例重复使用',
  severity: 'warning',
  kinds: everyKind,
  rationale: '一件事反复用，说明平时没有积累、查摆没有下功夫。',
  bad: [
    {
      text: '一、存在的主要问题\n1.群众观念淡。比如，阳光里市场改造，186户经营户有92户把货摆上通道，返工多花37万元。\n2.担当不足。就拿阳光里市场改造来说，186户经营户有92户摆上通道，多花了37万元，没有人认账。',
      marked: '就拿阳光里市场改造来说，186户经营户有92户摆上通道，多花了37万元，没有人认账。',
    },
    {
      text: '一、存在的主要问题\n1.政绩观有偏差。前年引进羊肚菌，大棚花掉衔接资金186万元，出菇不到设计产量的三成。\n2.动静大实效小。例如羊肚菌大棚，花掉衔接资金186万元，出菇不到设计产量的三成。',
      marked: '例如羊肚菌大棚，花掉衔接资金186万元，出菇不到设计产量的三成。',
    },
    {
      text: '一、存在的主要问题\n1.政策吃不准。5月审慢特病复审材料，37份里有6份用了旧的起付线，1位患者报销款晚到23天。\n2.作风不实。比如5月审慢特病复审材料，37份里错用起付线的有6份，1位患者的报销款晚到23天。',
      marked: '比如5月审慢特病复审材料，37份里错用起付线的有6份，1位患者的报销款晚到23天。',
    },
  ],
  good: [
    {
      text: '一、存在的主要问题\n1.群众观念淡。比如，阳光里市场改造，186户经营户有92户把货摆上通道。\n2.执法不严。比如，阳光里市场短斤少两一案，处罚决定被撤销。',
    },
    {
      text: '一、存在的主要问题\n1.文件多。5月发了21件文，其中9件是转发。\n2.会议多。5月开了9个会，其中4个是套开。',
    },
    { text: '一、存在的主要问题\n1.调研少。比如，5月只去了1个村。\n2.学习松。比如，10月请假2次。' },
  ],
  falsePositives: ['一件大事分几个方面剖析、各有各的表现的，也会指出。'],
  options: {
    share: { description: '短的一例有多少字和另一例相同才算（0到1）。', default: 0.2 },
  },
  check: ({ problems }, report, { option }) => {
    const told = problems.flatMap(({ id, examples }) =>
      examples.filter(({ grade }) => grade !== 'vague').map((example) => ({ id, example })),
    );
    const seen = new Set<number>();
    const texts = told.map(({ example }) => example.text);
    for (const { first, second, share, shared } of sharedWording(texts, LEAST)) {
      const [before, after] = [told[first], told[second]];
      if (!before || !after || before.id === after.id || seen.has(second)) continue;
      if (share < option('share')) continue;
      const common = figuresIn(before.example.text).filter((figure) =>
        figuresIn(after.example.text).includes(figure),
      );
      if (common.length === 0 && shared < PLENTY) continue;
      seen.add(second);
      report({
        span: after.example.span,
        message: '这件事在前面的问题里已经用过。',
        suggestion: '换一件事；确要再用的，写出另一面的表现。',
        related: [{ message: '前面用的', span: before.example.span }],
        evidence: [`相同${Math.round(100 * share)}%`, ...common],
      });
    }
  },
});

/** Fewest shingles in common, and how many tell one occurrence without a figure. */
const LEAST = 6;
const PLENTY = 12;

/** Figures with the character behind them: 186户, 37万, 5月. */
const figuresIn = (text: string): readonly string[] => text.match(/(?<!\d)\d+(?:\.\d+)?[%\p{L}]/gu) ?? [];
