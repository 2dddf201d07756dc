import type { Dimension, Profile } from '../dictionaries/schema.js';

/** A dimension that a heading names. */
export interface HeadingMatch {
  readonly dimension: Dimension;
  /** 0 … 1 */
  readonly score: number;
}

/** What one heading names in each profile: best first, absent where it names nothing. */
export type HeadingMatches = ReadonlyMap<Profile, readonly HeadingMatch[]>;

/** All profiles made ready for matching headings. */
export interface PreparedProfiles {
  readonly all: readonly Profile[];
  readonly byId: ReadonlyMap<string, Profile>;
  /**
   * The dimensions that a heading names, in every profile: in official, shortened or other words, or two merged
   * into one heading.
   *
   * @param heading without its number
   */
  readonly match: (heading: string) => HeadingMatches;
}

/** Least score of a match; measured on the annotated corpus, see `npm run eval`. */
const THRESHOLD = 0.5;
/** A wording found whole must have this many characters to speak for itself. */
const SHORTEST_WHOLE = 4;
/** Score from which on two dimensions under one heading are both meant. */
const BOTH = 0.8;

interface Entry {
  readonly profile: Profile;
  readonly dimension: Dimension;
  /** Bare wordings: official name, short name, aliases. */
  readonly wordings: readonly string[];
}

interface Wording {
  /** Index of its dimension. */
  readonly entry: number;
  readonly text: string;
  /** Summed rarity of its character pairs. */
  readonly weight: number;
}

/** Where a character pair occurs. */
interface Posting {
  readonly rarity: number;
  readonly wordings: number[];
  /** Dimensions in whose wordings or terms it occurs. */
  readonly entries: number[];
}

/**
 * Prepares profiles for `match`; do it once. Every character pair is filed with the wordings it occurs in, so
 * that a heading is held against those only that share something with it.
 */
export function prepareProfiles(profiles: readonly Profile[]): PreparedProfiles {
  const entries = profiles.flatMap((profile) =>
    profile.dimensions.map((dimension): Entry => ({ profile, dimension, wordings: wordingsOf(dimension) })),
  );
  const counts = new Map<string, number>();
  for (const { wordings } of entries)
    for (const gram of new Set(wordings.flatMap(gramsOf))) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const rarity = (gram: string): number => Math.log(1 + entries.length / (counts.get(gram) ?? 0.5));

  const postings = new Map<string, Posting>();
  const posting = (gram: string): Posting => {
    const known = postings.get(gram) ?? { rarity: rarity(gram), wordings: [], entries: [] };
    postings.set(gram, known);
    return known;
  };
  const wordings: Wording[] = [];
  entries.forEach((entry, index) => {
    for (const text of entry.wordings) {
      const grams = new Set(gramsOf(text));
      for (const gram of grams) posting(gram).wordings.push(wordings.length);
      wordings.push({ entry: index, text, weight: [...grams].reduce((sum, gram) => sum + rarity(gram), 0) });
    }
    const vocabulary = [...entry.wordings, ...entry.dimension.terms.map(bare)].flatMap(gramsOf);
    for (const gram of new Set(vocabulary)) posting(gram).entries.push(index);
  });
  return {
    all: profiles,
    byId: new Map(profiles.map((profile) => [profile.id, profile])),
    match: (heading) => matchHeading(heading, { entries, wordings, postings, rarity }),
  };
}

interface Index {
  readonly entries: readonly Entry[];
  readonly wordings: readonly Wording[];
  readonly postings: ReadonlyMap<string, Posting>;
  readonly rarity: (gram: string) => number;
}

function matchHeading(heading: string, { entries, wordings, postings, rarity }: Index): HeadingMatches {
  const text = bare(heading);
  if (text.length < 2) return new Map();
  const shared = new Map<number, number>();
  const known = new Map<number, number>();
  let weight = 0;
  for (const gram of new Set(gramsOf(text))) {
    const posting = postings.get(gram);
    const value = posting?.rarity ?? rarity(gram);
    weight += value;
    for (const wording of posting?.wordings ?? []) shared.set(wording, (shared.get(wording) ?? 0) + value);
    for (const entry of posting?.entries ?? []) known.set(entry, (known.get(entry) ?? 0) + value);
  }
  const scores = new Map<number, number>();
  for (const [index, value] of shared) {
    const wording = wordings[index];
    if (!wording) continue;
    const score = similarity(
      text,
      wording,
      value / wording.weight,
      value / weight,
      (known.get(wording.entry) ?? 0) / weight,
    );
    if (score >= THRESHOLD && score > (scores.get(wording.entry) ?? 0)) scores.set(wording.entry, score);
  }
  const matches = new Map<Profile, (HeadingMatch & { readonly wordings: readonly string[] })[]>();
  for (const [index, score] of scores) {
    const entry = entries[index];
    if (!entry) continue;
    const { profile, dimension, wordings: own } = entry;
    const list = matches.get(profile) ?? [];
    list.push({ dimension, score, wordings: own });
    matches.set(profile, list);
  }
  return new Map(
    [...matches].map(([profile, list]) => {
      const [best, second] = list.sort(
        (a, b) => b.score - a.score || a.dimension.ordinal - b.dimension.ordinal,
      );
      const both = best && second && second.score >= BOTH && namesBoth(text, best.wordings, second.wordings);
      return [
        profile,
        [best, both ? second : undefined].flatMap((match) =>
          match ? [{ dimension: match.dimension, score: match.score }] : [],
        ),
      ];
    }),
  );
}

/**
 * How well a heading fits one wording: whole, or by the share of rare character pairs that both have.
 *
 * @param covered share of the wording's pairs that the heading has
 * @param own share of the heading's pairs that the wording has
 * @param known share of the heading's pairs that anything said of the dimension has
 */
function similarity(text: string, wording: Wording, covered: number, own: number, known: number): number {
  if (text === wording.text) return 1;
  if (wording.text.length >= SHORTEST_WHOLE && covered > 0.99 && text.includes(wording.text))
    return 0.8 + 0.15 * Math.min(1, wording.text.length / text.length);
  // The heading may leave out clauses of the wording; what it says itself should be the dimension's.
  const precision = Math.max(known, own);
  if (covered + precision === 0) return 0;
  const inside = own > 0.99 && text.length >= SHORTEST_WHOLE && wording.text.includes(text) ? 0.85 : 0;
  return Math.max(
    inside,
    (1.25 * covered * precision) / (0.25 * covered + precision),
    0.9 * Math.min(precision, 2 * covered),
  );
}

/** Whether a heading has a wording of each of two dimensions in different places. */
function namesBoth(text: string, first: readonly string[], second: readonly string[]): boolean {
  const [a, b] = [first, second].map((wordings) => {
    const whole = wordings.filter((wording) => text.includes(wording)).sort((x, y) => y.length - x.length)[0];
    return whole === undefined
      ? null
      : { start: text.indexOf(whole), end: text.indexOf(whole) + whole.length };
  });
  return a != null && b != null && (a.end <= b.start || b.end <= a.start);
}

/**
 * Gives each dimension to the heading of a document that names it best.
 *
 * @param headings matches of each heading in one profile, see `PreparedProfiles.match`
 * @returns for each heading its dimensions, empty where it names none
 */
export function assignHeadings(
  headings: readonly (readonly HeadingMatch[])[],
): readonly (readonly HeadingMatch[])[] {
  const taken = new Map<Dimension, number>();
  headings
    .flatMap((matches, index) => matches.map(({ dimension, score }) => ({ dimension, score, index })))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .forEach(({ dimension, index }) => {
      if (!taken.has(dimension)) taken.set(dimension, index);
    });
  return headings.map((matches, index) => matches.filter(({ dimension }) => taken.get(dimension) === index));
}

const wordingsOf = ({ name, short, aliases }: Dimension): readonly string[] => [
  ...new Set([name, short, ...aliases].map(bare).filter((text) => text.length > 1)),
];

/** A wording without punctuation and without what any heading may have (带头…, …方面). */
const bare = (text: string): string =>
  text
    .replace(/[^\p{Script=Han}\d]/gu, '')
    .replace(/^(?:关于|围绕|对照|在)?(?:带头)?/u, '')
    .replace(/(?:方面)?(?:查摆|存在|检视)?(?:出|的)?(?:主要|突出)?(?:问题|不足|差距)?(?:情况)?$/u, '')
    .replace(/方面$/u, '');

function gramsOf(text: string): readonly string[] {
  const grams: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) grams.push(text.slice(i, i + 2));
  return grams;
}
