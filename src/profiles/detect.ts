import type { Kind, Profile } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { assignHeadings, type HeadingMatches } from './headings.js';

/** What tells the year and kind of a document. Spans in units of the reading. */
export interface DetectionInput {
  readonly text: string;
  readonly hits: Hits;
  readonly title: Span | null;
  readonly opening: readonly Span[];
  /** What the headings of the problem parts name. */
  readonly headings: readonly HeadingMatches[];
}

export interface Detection {
  readonly profile: Profile;
  readonly kind: Kind;
  /** 0 … 1 */
  readonly confidence: number;
  /** Chinese, strongest first. */
  readonly reasons: readonly string[];
  readonly runnerUp: { readonly profile: Profile; readonly confidence: number } | null;
}

interface Scored {
  readonly profile: Profile;
  readonly score: number;
  /** Headings that name a dimension, and the mean certainty of these matches. */
  readonly matched: number;
  readonly reasons: readonly string[];
}

/** Weights of the kinds of evidence; headings outweigh all else together. */
const HEADINGS = 3;
const YEAR = 1;
const SIGNALS = 1;
const MEETING = 0.4;
/** What the general profile scores: less evidence than this for any year means no year is recognised. */
const NOTHING = 0.75;

/**
 * Recognises the year whose dimensions a document follows, and whether it speaks for a person, a team or a
 * branch.
 */
export function detect(input: DetectionInput, profiles: readonly Profile[]): Detection {
  const years = yearsOf(input);
  const scored = profiles
    .map((profile) => score(profile, input, years))
    .sort((a, b) => b.score - a.score || b.matched - a.matched);
  const [best, second] = scored;
  if (!best) throw new Error('no profiles');
  const kind = kindOf(input, best.profile);
  const share = (entry: Scored): number => entry.score / (best.score + (second?.score ?? 0) + 0.35);
  const sure = best.matched >= 2 && best.score - (second?.score ?? 0) > 0.3;
  const confidence =
    best.profile.dimensions.length === 0
      ? 0.4
      : sure
        ? Math.min(0.99, 0.9 + 0.02 * best.matched)
        : Math.min(0.85, share(best));
  return {
    profile: best.profile,
    kind,
    confidence: round(confidence),
    reasons: best.reasons,
    runnerUp:
      second && second.score > 0
        ? { profile: second.profile, confidence: round(Math.min(1 - confidence, share(second))) }
        : null,
  };
}

function score(profile: Profile, input: DetectionInput, years: ReadonlyMap<number, number>): Scored {
  const head = headOf(input);
  const found = profile.signals.filter((signal) => head.includes(signal));
  const signals = SIGNALS * Math.min(1, found.length / 2);
  if (profile.dimensions.length === 0)
    return { profile, score: NOTHING + signals, matched: 0, reasons: ['没有看出是哪一年的维度'] };
  const reasons: string[] = [];
  const matches = assignHeadings(input.headings.map((heading) => heading.get(profile) ?? [])).flat();
  const fit = matches.reduce((sum, { score: value }) => sum + value, 0) / profile.dimensions.length;
  // A single heading that happens to sound alike proves little.
  const headings = HEADINGS * fit * (matches.length > 1 || profile.dimensions.length === 1 ? 1 : 0.5);
  if (matches.length > 0) reasons.push(`${matches.length}个标题对上${profile.dimensions.length}个维度`);
  const meeting = meetingFit(profile, input, head);
  const year = profile.year === null ? 0 : YEAR * (years.get(profile.year) ?? 0) * (meeting > 0 ? 1 : 0.3);
  if (year > 0.4) reasons.push(`文中年份为${profile.year}年`);
  if (found.length > 0) reasons.push(`出现“${found.slice(0, 3).join('”“')}”`);
  return { profile, score: headings + year + signals + MEETING * meeting, matched: matches.length, reasons };
}

/** Title and opening; the first stretch of the text where there are none. */
function headOf({ text, title, opening }: DetectionInput): string {
  const parts = [...(title ? [title] : []), ...opening].map(({ start, end }) => text.slice(start, end));
  return parts.length > 0 ? parts.join('\n') : text.slice(0, 600);
}

/** Whether the meeting that the document names is the profile's: 1, unknown: 0, another: -1. */
function meetingFit({ occasion }: Profile, { title, text, hits }: DetectionInput, head: string): number {
  const zone = { start: title?.start ?? 0, end: Math.min(text.length, (title?.end ?? 0) + 800) };
  const democratic = head.includes('民主生活会') || hits.has(zone, 'meeting-democratic-life');
  const organisation = head.includes('组织生活会') || hits.has(zone, 'meeting-organisation-life');
  const own = occasion.includes('组织生活会');
  if (democratic === organisation) return democratic ? 0.2 : 0;
  return organisation === own ? 1 : -1;
}

const LAST_MEETING = /(20[12]\d)年度[^。；，]{0,20}(?:生活会|组织生活)(?:会)?(?:上|查摆|整改|中|共)/g;

/** How much each year is spoken for: by the title most, then by its share of the years in the text. */
function yearsOf({ text, title }: DetectionInput): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (words: string, weight: number): void => {
    for (const [, digits = ''] of words.matchAll(/(20[12]\d)(?=年|\.\d)/g))
      counts.set(Number(digits), (counts.get(Number(digits)) ?? 0) + weight);
  };
  count(text, 1);
  // 2019年度民主生活会上查摆… tells of last year's meeting: this one is a year later.
  for (const [, digits = ''] of text.matchAll(LAST_MEETING))
    counts.set(Number(digits) + 1, (counts.get(Number(digits) + 1) ?? 0) + 4);
  const titled = title
    ? [...text.slice(title.start, title.end).matchAll(/(20[12]\d)年(度)?(\d{1,2})?/g)]
    : [];
  const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
  const shares = new Map<number, number>();
  for (const [year, value] of counts) shares.set(year, (0.8 * value) / total);
  for (const [, digits = '', , month] of titled) {
    // A meeting in the first months of a year closes the year before.
    const year = Number(digits) - (month && Number(month) <= 3 ? 1 : 0);
    shares.set(year, 1);
  }
  return shares;
}

/** Words for one person against words for a team or branch, first in the title, then in the text. */
function kindOf(input: DetectionInput, profile: Profile): Kind {
  const { hits, title, text } = input;
  const [only, ...others] = profile.kinds;
  if (only && others.length === 0) return only;
  const weigh = (kind: Kind): number => {
    if (!profile.kinds.includes(kind)) return -1;
    const inTitle = title ? hits.in(`kind-${kind}`, title).length : 0;
    const inText = hits.in(`kind-${kind}`).length;
    return 1000 * inTitle + (kind === 'individual' ? inText : 3 * inText);
  };
  const kinds: readonly Kind[] = ['individual', 'team', 'branch'];
  return text.length === 0
    ? 'individual'
    : kinds.reduce((best, kind) => (weigh(kind) > weigh(best) ? kind : best));
}

const round = (value: number): number => Math.round(Math.max(0, value) * 100) / 100;
