import type { Profile } from '../dictionaries/schema.js';
import { toText } from '../document/document.js';
import { headingOf } from '../outline/heading.js';
import { bare } from '../profiles/wording.js';
import { defineRule, everyKind } from './rule.js';

/** Below this certainty of the year nothing is said about its headings. */
const SURE = 0.6;

/** A heading that is the wording of another year's dimension. */
export const wrongYearDimension = defineRule({
  id: 'wrong-year-dimension',
  title: '错用往年的维度',
  severity: 'warning',
  kinds: everyKind,
  rationale: '每年对照的方面都不同；用了往年的标题，说明是拿旧材料改的。',
  bad: [
    {
      text: '2025年度民主生活会对照检查材料\n一、存在的主要问题\n（一）带头强化政治忠诚、提高政治能力方面\n1.学习不深入。10月请假2次。\n（二）带头落实全面从严治党政治责任方面\n1.谈话走过场。3月的谈话只有5分钟。',
      profile: '2025',
      marked: '带头落实全面从严治党政治责任方面',
    },
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n（一）带头深刻感悟“两个确立”的决定性意义方面\n1.学习不深入。10月请假2次。',
      profile: '2024',
      marked: '带头深刻感悟“两个确立”的决定性意义方面',
    },
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）享乐主义方面\n1.接待超标。2月有3次超标。',
      profile: '2018',
      marked: '享乐主义方面',
    },
  ],
  good: [
    {
      text: '2025年度民主生活会对照检查材料\n一、存在的主要问题\n（一）带头强化政治忠诚、提高政治能力方面\n1.学习不深入。10月请假2次。\n（二）带头坚决扛起管党治党责任方面\n1.谈话走过场。3月的谈话只有5分钟。',
      profile: '2025',
    },
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）精神状态方面\n1.劲头不足。3月的项目拖了2个月。',
      profile: '2018',
    },
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n（一）思想政治方面\n1.学习不深入。10月请假2次。\n（二）安全生产方面\n1.检查少。5月只查了1个点。',
      profile: '2018',
    },
  ],
  falsePositives: ['上级当年的通知沿用了往年提法的，请用自己的维度文件覆盖。'],
  check: ({ document, profile, reading: { text, outline } }, report, { dictionaries }) => {
    if (profile.confidence < SURE || profile.profile.dimensions.length === 0) return;
    const own = wordings(profile.profile);
    const others = otherWordings(dictionaries.profiles, profile.profile.id);
    for (const part of outline.parts) {
      if (part.role !== 'problems') continue;
      for (const item of part.items) {
        const heading = headingOf(text, item);
        const words = bare(text.slice(heading.start, heading.end));
        const year = own.has(words) ? undefined : others.get(words);
        if (!year || [...own].some((wording) => words.includes(wording))) continue;
        report({
          span: toText(document.reading, heading),
          message: `这是${year.name}的提法，不是${profile.profile.name}的。`,
          suggestion: '改用当年通知里的提法；建议核对权威表述。',
        });
      }
    }
  },
});

/** Shortest wording that can only be a dimension's. */
const SHORTEST = 4;

/** Kept, like {@link otherWordings}. */
function wordings(profile: Profile): ReadonlySet<string> {
  let found = known.get(profile);
  if (!found) {
    const names = profile.dimensions.flatMap(({ name, short, aliases }) => [name, short, ...aliases]);
    found = new Set(names.map(bare).filter(({ length }) => length >= SHORTEST));
    known.set(profile, found);
  }
  return found;
}

const known = new WeakMap<Profile, ReadonlySet<string>>();

/** Official names of other years' dimensions; of several years the latest. Kept, since profiles do not change. */
function otherWordings(profiles: readonly Profile[], id: string): ReadonlyMap<string, Profile> {
  const byId = foreign.get(profiles) ?? new Map<string, ReadonlyMap<string, Profile>>();
  foreign.set(profiles, byId);
  const before = byId.get(id);
  if (before) return before;
  const found = new Map<string, Profile>();
  for (const profile of profiles)
    if (profile.id !== id && profile.year !== null)
      for (const wording of wordings(profile)) found.set(wording, profile);
  byId.set(id, found);
  return found;
}

const foreign = new WeakMap<readonly Profile[], Map<string, ReadonlyMap<string, Profile>>>();
