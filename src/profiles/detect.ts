import type { Kind, Profile } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { assignHeadings, type HeadingMatches, type PreparedProfiles } from './headings.js';
import { type KindEvidence, kindsOf, likeliest } from './kind.js';
import { signalsIn, unquoted } from './signals.js';
import { type YearEvidence, yearsOf } from './years.js';

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

/**
 * Weights of the evidence, in units of the logarithm of odds. Headings outweigh all else together: four matched
 * headings are worth more than a title that names another year. Tried on the annotated documents with their
 * titles, openings or headings taken away.
 */
const WEIGHTS = {
  /** For each dimension that a heading names, times the certainty of the match. */
  named: 2,
  /** Of each dimension that no heading names, where others are named. */
  unnamed: -0.6,
  /** A single heading may sound alike by chance. */
  single: 0.5,
  year: 6,
  /** The year, where neither headings nor the meeting speak for the profile. */
  bareYear: 1,
  /** Of a profile of another year than the one in the title. */
  otherYear: -1.5,
  /** For a word of the profile's own; several share what a common one counts. */
  signal: 1.2,
  /** What any number of such words comes up to. */
  signals: 6,
  meeting: 0.7,
  otherMeeting: -1.5,
  /** Of a kind of document that the profile is not for. */
  otherKind: -3,
  /** Further, the more surely the document shows another kind. */
  surelyOtherKind: -5,
} as const;
/** Odds of the general profile before anything speaks for it; less evidence than this is none. */
const GENERAL = 1.3;
/** Of profiles for a special circle, branches and members. */
const SPECIAL = -0.3;
const SUREST = 0.99;
/** Kinds of documents: of a person, a team, a branch. */
const KINDS = 3;

/**
 * Recognises the year whose dimensions a document follows, and whether it speaks for a person, a team or a
 * branch.
 *
 * @throws Error when there are no profiles at all
 */
export function detect(input: DetectionInput, profiles: PreparedProfiles): Detection {
  const evidence = gather(input, profiles);
  const scored = profiles.all
    .map((profile) => score(profile, evidence))
    .sort((a, b) => b.odds - a.odds || (b.profile.year ?? 0) - (a.profile.year ?? 0));
  const [best, second] = scored;
  if (!best) throw new Error('no profiles');
  const total = scored.reduce((sum, { odds }) => sum + Math.exp(odds - best.odds), 0);
  const share = ({ odds }: Scored): number => round(Math.min(SUREST, Math.exp(odds - best.odds) / total));
  return {
    profile: best.profile,
    kind: likeliest(best.profile.kinds, evidence.kinds),
    confidence: share(best),
    reasons: best.reasons,
    runnerUp: second && share(second) > 0 ? { profile: second.profile, confidence: share(second) } : null,
  };
}

interface Evidence {
  /** Of the headings that name something. */
  readonly headings: readonly HeadingMatches[];
  readonly years: YearEvidence;
  /** Whether the title names a year that no profile is for. */
  readonly unknownYear: boolean;
  readonly kinds: KindEvidence;
  /** The meeting that the document names: of a leading body, of a branch; null when it names none or both. */
  readonly meeting: 'democratic' | 'organisation' | null;
  /** Whether the title names a document that no meeting asks for (述职报告, 自评报告). */
  readonly otherDocument: boolean;
  /** Signals that occur in title and opening, each with its weight. */
  readonly signals: ReadonlyMap<string, number>;
}

interface Scored {
  readonly profile: Profile;
  /** Logarithm of the odds, up to a constant. */
  readonly odds: number;
  readonly reasons: readonly string[];
}

/** How far into a text without title and opening its beginning goes, in UTF-16 units. */
const BEGINNING = 600;

function gather(
  { text, hits, title, opening, headings }: DetectionInput,
  { all, signals }: PreparedProfiles,
): Evidence {
  const stretches = [...(title ? [title] : []), ...opening];
  const head = stretches.length > 0 ? stretches : [{ start: 0, end: Math.min(text.length, BEGINNING) }];
  const words = head.map(({ start, end }) => text.slice(start, end)).join('\n');
  const years = yearsOf(text, title);
  return {
    headings: headings.filter(({ size }) => size > 0),
    years,
    unknownYear: years.titled !== null && !all.some(({ year }) => year === years.titled),
    kinds: kindsOf(hits, title),
    meeting: meetingOf(hits, head),
    otherDocument: title !== null && hits.has(title, 'other-document'),
    signals: new Map(
      signalsIn(signals, words).map(({ words, owners }) => [words, WEIGHTS.signal / owners ** 0.7]),
    ),
  };
}

function meetingOf(hits: Hits, head: readonly Span[]): Evidence['meeting'] {
  const named = (category: string): boolean => head.some((span) => hits.has(span, category));
  const democratic = named('meeting-democratic-life');
  const organisation = named('meeting-organisation-life');
  if (democratic === organisation) return null;
  return democratic ? 'democratic' : 'organisation';
}

function score(profile: Profile, evidence: Evidence): Scored {
  const found = profile.signals.filter((signal) => evidence.signals.has(signal));
  const spoken = found.reduce((sum, signal) => sum + (evidence.signals.get(signal) ?? 0), 0);
  const signals = WEIGHTS.signals * (1 - Math.exp(-spoken / WEIGHTS.signals));
  const shown = found.length > 0 ? [`出现“${found.slice(0, 3).map(unquoted).join('”“')}”`] : [];
  const { support, titled } = evidence.years;
  if (profile.dimensions.length === 0) {
    const none = evidence.unknownYear ? `没有${titled}年的维度，可以自己添加` : '没有看出是哪一年的维度';
    return { profile, odds: GENERAL + signals, reasons: [...shown, none] };
  }

  const matches = assignHeadings(evidence.headings.map((heading) => heading.get(profile) ?? [])).flat();
  const certainty = matches.reduce((sum, match) => sum + match.score, 0);
  const missing = profile.dimensions.length - matches.length;
  const headings =
    matches.length > 1 || (matches.length === 1 && missing === 0)
      ? WEIGHTS.named * certainty + WEIGHTS.unnamed * missing
      : WEIGHTS.single * certainty;

  const own = isOrganisational(profile) ? 'organisation' : 'democratic';
  const meeting =
    evidence.meeting === null ? 0 : evidence.meeting === own ? WEIGHTS.meeting : WEIGHTS.otherMeeting;

  const supported = profile.year === null ? 0 : (support.get(profile.year) ?? 0);
  // A report on duties, or a meeting of the other kind, follows the dimensions only where its headings name them.
  const elsewhere = evidence.otherDocument || meeting < 0;
  const placed = matches.length > 1 || (!elsewhere && (meeting > 0 || signals > 0));
  const year =
    supported * (placed ? WEIGHTS.year : WEIGHTS.bareYear) +
    (titled !== null && profile.year !== null && titled !== profile.year ? WEIGHTS.otherYear : 0);

  const others = 1 - profile.kinds.reduce((sum, kind) => sum + evidence.kinds.shares[kind], 0);
  const prior = 1 - profile.kinds.length / KINDS;
  const surely = prior > 0 ? Math.max(0, others - prior) / (1 - prior) : 0;
  const kind = WEIGHTS.otherKind * others + WEIGHTS.surelyOtherKind * surely;
  const odds = headings + signals + meeting + year + kind + (own === 'organisation' ? SPECIAL : 0);

  const reasons = [
    ...(matches.length > 0 ? [`${matches.length}个标题对上${profile.dimensions.length}个维度`] : []),
    ...(supported > 0.4 ? [`文中年份为${profile.year}年`] : []),
    ...shown,
    ...(titled !== null && titled !== profile.year ? [`但标题写的是${titled}年`] : []),
  ];
  return { profile, odds, reasons };
}

/** Whether a profile is for meetings of a branch and its members. */
const isOrganisational = ({ occasion }: Profile): boolean => occasion.includes('组织生活会');

const round = (value: number): number => Math.round(value * 100) / 100;
