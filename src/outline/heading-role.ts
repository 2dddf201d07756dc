import type { PartRole } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';

/** Roles that a heading can announce. */
export type HeadedRole = Extract<
  PartRole,
  'opening' | 'rectification' | 'matters' | 'problems' | 'case' | 'causes' | 'measures'
>;

/** With the category of the words that name each. */
export const partCategories: readonly (readonly [HeadedRole, string])[] = [
  ['opening', 'part-opening'],
  ['rectification', 'part-rectification'],
  ['matters', 'part-matters'],
  ['problems', 'part-problems'],
  ['case', 'part-case'],
  ['causes', 'part-causes'],
  ['measures', 'part-measures'],
];

const PART_CATEGORIES = partCategories.map(([, category]) => category);

/** Whether words that name a part may stand in a stretch. */
export const mayNamePart = (hits: Hits, { start, end }: Span): boolean =>
  hits.begins(PART_CATEGORIES, start, end);

/** Longest heading of a part; longer ones are sentences. */
const LONGEST = 45;
/** Share of the heading that words of parts and their fillers must cover. */
const COVERED = 0.6;

/**
 * The part that a heading opens, or null when it is no heading of a part: one that says something of its own
 * (整改措施落实不到位) is a problem's lead, not a heading.
 *
 * @param span the heading without its number, in units of the reading
 */
export function headingRole(text: string, span: Span, hits: Hits): HeadedRole | null {
  return headingRoles(text, span, hits)[0] ?? null;
}

/** Like `headingRole`; a merged heading (问题及原因) announces several parts, in its order. */
export function headingRoles(text: string, span: Span, hits: Hits): readonly HeadedRole[] {
  if (!mayNamePart(hits, span)) return NONE;
  const end = /[：。，]/.test(text.charAt(span.end - 1)) ? span.end - 1 : span.end;
  const heading = { start: span.start, end };
  if (end - span.start > LONGEST || end <= span.start) return [];
  if (/[，；。]/.test(text.slice(heading.start, heading.end))) return [];
  const found: { readonly role: HeadedRole; readonly hit: Span }[] = [];
  for (const [role, category] of partCategories)
    for (const hit of hits.in(category, heading)) found.push({ role, hit });
  if (found.length === 0) return [];
  // What stands in quotation marks (“不严不实”问题的根源) is the name of the campaign or its standard.
  const words: readonly Span[] = [
    ...found.map(({ hit }) => hit),
    ...hits.in('heading-filler', heading),
    ...quoted(text, heading),
    ...years(text, heading),
  ];
  if (covered(words, heading) < COVERED) return [];
  // A shortcoming outside the words of the heading itself makes it a statement.
  const own = hits
    .in('shortfall', heading)
    .filter((hit) => !words.some((word) => word.start <= hit.start && hit.end <= word.end));
  if (own.length > 0) return [];
  const named = (role: HeadedRole): Span | undefined => found.find((entry) => entry.role === role)?.hit;
  const problems = named('problems');
  const causes = named('causes');
  const measures = named('measures');
  // 存在问题的原因剖析 is about causes, 存在问题及原因剖析 about both, 针对问题的整改措施 about measures.
  const joined = (first: Span, then: Span): boolean =>
    /[及和与、]/.test(text.slice(Math.min(first.end, then.start - 1), then.start));
  // 主要问题和整改情况 is about problems that the report itself tells of.
  const account = named('rectification');
  if (problems && account && problems.start < account.start && joined(problems, account)) return ['problems'];
  for (const role of ['rectification', 'case', 'matters', 'opening'] as const) if (named(role)) return [role];
  const core = hits.first('cause-core', heading);
  if (problems && causes && core && core.start >= problems.end - 2) {
    const both: HeadedRole[] = joined(problems, core) ? ['problems', 'causes'] : ['causes'];
    return measures && measures.end > core.end ? [...both, 'measures'] : both;
  }
  if (problems && measures && measures.end > problems.end)
    return joined(problems, measures) ? ['problems', 'measures'] : ['measures'];
  if (causes && measures)
    return causes.start < measures.start ? ['causes', 'measures'] : ['measures', 'causes'];
  if (causes) return ['causes'];
  if (measures) return ['measures'];
  return ['problems'];
}

/** Most lines are no heading. */
const NONE: readonly HeadedRole[] = [];

const quoted = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(/“[^“”]*”/g)].map(({ 0: { length }, index }) => ({
    start: start + index,
    end: start + index + length,
  }));

const years = (text: string, { start, end }: Span): readonly Span[] =>
  [...text.slice(start, end).matchAll(/20\d\d年/g)].map(({ index }) => ({
    start: start + index,
    end: start + index + 5,
  }));

function covered(hits: readonly Span[], span: Span): number {
  let count = 0;
  for (let i = span.start; i < span.end; i++) if (hits.some((hit) => hit.start <= i && i < hit.end)) count++;
  return count / (span.end - span.start);
}
