import type { Analysis, Example } from '../analysis.js';
import { overlapsOneOf, type Span } from '../document/span.js';
import { dates } from '../language/dates.js';
import { defineRule, everyKind } from './rule.js';

/** Below this certainty the year of the profile is not relied on. */
const SURE = 0.6;
/** An occurrence told as this year's may lie so many years back. */
const YEARS_BACK = 2;
/** A date this far into an example is no longer the date of what it tells. */
const EARLY = 20;
/** The meeting that closes a year is held by the third month of the next. */
const LAST_MONTH = 3;

/** An occurrence later than the meeting, or one of years ago told as if it were this year's. */
export const dateInconsistent = defineRule({
  id: 'date-inconsistent',
  title: '事例时间与年度矛盾',
  severity: 'warning',
  kinds: everyKind,
  rationale: '会议之后的日期一定写错了；几年前的旧事多半是从往年材料里搬来的。',
  bad: [
    {
      text: '2020年度民主生活会对照检查材料\n一、存在的主要问题\n1.抹不开情面。2021年10月，承包人请吃饭，我只说了句注意影响。',
      profile: '2020',
      marked: '2021年10月',
    },
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n1.执法不严。2020年5月县里组织联合执法，我压了一档。',
      profile: '2024',
      marked: '2020年5月',
    },
    {
      text: '2018年度民主生活会对照检查材料\n一、存在的主要问题\n1.学习不深入。比如，2014年6月的培训，我请假两天。',
      profile: '2018',
      marked: '2014年6月',
    },
  ],
  good: [
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n1.执法不严。2023年5月县里组织联合执法，我压了一档。',
      profile: '2024',
    },
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n1.遗留问题不碰。2017年建成的管网，一直没有办移交手续，群众投诉7次。',
      profile: '2024',
    },
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n1.调研不深入。如编制供水规划时，用的还是2020年人口普查的数据，3个村的管径设计偏小。',
      profile: '2024',
    },
    {
      text: '2024年度民主生活会对照检查材料\n一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n（一）补课。2025年6月底前补完。',
      profile: '2024',
    },
    {
      text: '2020年度民主生活会对照检查材料\n一、上年度整改情况\n上年度查摆7项，完成6项，训练场地因用地没有批复延至2021年5月。\n二、存在的主要问题\n1.执法不严。9月我压了一档。',
      profile: '2020',
    },
  ],
  falsePositives: ['讲历史遗留问题、没有写明一直拖到现在的，会当成旧事。'],
  options: {
    years: { description: '几年以前的事算旧事。', default: YEARS_BACK },
  },
  check: (analysis, report, { option }) => {
    const { document, profile, problems, sentences } = analysis;
    const { year } = profile.profile;
    if (year === null || profile.confidence < SURE) return;
    const limit = `${year + 1}-${String(LAST_MONTH).padStart(2, '0')}`;
    const isPlanned = overlapsOneOf(problems.flatMap(({ measures }) => measures.map(({ span }) => span)));
    for (const { role, span } of sentences) {
      if (!TOLD.has(role) || isPlanned(span)) continue;
      for (const date of statedDates(document.text, span)) {
        const late = date.month ? `${date.year}-${date.month}` > limit : date.year > year + 1;
        if (!late || isAhead(document.text, date)) continue;
        report({
          span: { start: date.start, end: date.end },
          message: `这个日期晚于${year}年度的会议。`,
          suggestion: '核对年份：写错了就改正，是今后的打算就移到整改措施里。',
        });
      }
    }
    for (const { examples } of problems) {
      for (const example of examples) {
        const date = oldDate(analysis, example, year - option('years'));
        if (date)
          report({
            span: { start: date.start, end: date.end },
            message: `这件事比${year}年度早了${year - date.year}年。`,
            suggestion: '换成当年的事例；确是老问题的，写明一直拖到现在的情况。',
          });
      }
    }
  },
});

/** Whether the words around a date say that it is still to come. */
const isAhead = (text: string, { start, end }: Span): boolean =>
  PLAN.test(text.slice(end, end + 12)) || POSTPONED.test(text.slice(Math.max(0, start - 6), start));

/** What leads to a date still to come: 延至, 预计. */
const POSTPONED =
  /(?:(?:延期?|推迟|顺延|延后|延长|缓)[至到]|(?:计划|预计|拟|将|争取|力争|确保|定)[于在到]?)$/;
/** What follows a date that is still to come: 底前, 起, 将. */
const PLAN = /^[^，。；]{0,6}(?:前|起|将|要|内|计划|争取|确保|底|年|远景|规划)/;
/** Parts that tell what has been; measures and closing look ahead. */
const TOLD: ReadonlySet<string> = new Set([
  'opening',
  'rectification',
  'matters',
  'problems',
  'case',
  'causes',
]);
/** What has gone on since. */
const ONGOING = /(?:以来|起|至今|一直|始终|延续|年来|建成|立项|仍|还是|沿用|如今|目前|现在|到现在)/;

interface StatedDate extends Span {
  readonly year: number;
  /** `03`; null where the text states only the year. */
  readonly month: string | null;
}

/** Dates whose year is written out. */
function statedDates(text: string, span: Span): readonly StatedDate[] {
  const words = text.slice(span.start, span.end);
  // Most sentences name no year; to look for it is much cheaper than to read all dates.
  if (!YEAR.test(words)) return [];
  return dates(words).flatMap(({ start, end, value, kind }) => {
    if (kind === 'deadline') return [];
    const [, year, month] = /^(20\d{2})(?:-(\d{2}))?/.exec(value ?? '') ?? [];
    return year === undefined
      ? []
      : [{ start: span.start + start, end: span.start + end, year: Number(year), month: month ?? null }];
  });
}

/** How a year of this century begins, in digits or characters. */
const YEAR = /[2２][0０]|[二贰][〇○零０Ｏ]/;

/** The date of an example that lies before a year, where all that it tells does. */
function oldDate(
  { document: { text } }: Analysis,
  { span, cue }: Example,
  oldest: number,
): StatedDate | null {
  const all = statedDates(text, span);
  const [first] = all;
  const opens = first && first.start - (cue?.span.end ?? span.start) <= EARLY;
  if (!opens || all.some(({ year }) => year >= oldest)) return null;
  return ONGOING.test(text.slice(span.start, span.end)) ? null : first;
}
