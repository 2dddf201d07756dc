import type { Dimension, Profile } from '../dictionaries/schema.js';

/** A profile made ready for matching. */
export interface PreparedProfile {
  readonly profile: Profile;
  readonly dimensions: readonly PreparedDimension[];
}

interface PreparedDimension {
  readonly dimension: Dimension;
  /** Its wordings, bare: official name, short name, aliases. */
  readonly wordings: readonly Wording[];
  /** Everything said of it, for headings in other words. */
  readonly vocabulary: ReadonlySet<string>;
}

interface Wording {
  readonly text: string;
  readonly grams: ReadonlySet<string>;
  /** Summed rarity of its character pairs. */
  readonly weight: number;
}

/** All profiles made ready, with the rarity of each character pair over all their dimensions. */
export interface PreparedProfiles {
  readonly all: readonly PreparedProfile[];
  readonly byId: ReadonlyMap<string, PreparedProfile>;
  readonly rarity: (gram: string) => number;
}

/** A dimension that a heading names. */
export interface HeadingMatch {
  readonly dimension: Dimension;
  /** 0 … 1 */
  readonly score: number;
}

/** Least score of a match; measured on the annotated corpus, see `npm run eval`. */
const THRESHOLD = 0.5;
/** A wording found whole must have this many characters to speak for itself. */
const SHORTEST_WHOLE = 4;
/** Score from which on two dimensions under one heading are both meant. */
const BOTH = 0.8;

/** Prepares profiles for `matchHeading` and `detect`; do it once. */
export function prepareProfiles(profiles: readonly Profile[]): PreparedProfiles {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { dimensions } of profiles)
    for (const dimension of dimensions) {
      total++;
      for (const gram of new Set(wordingsOf(dimension).flatMap((text) => [...gramsOf(text)])))
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  const rarity = (gram: string): number => Math.log(1 + total / (counts.get(gram) ?? 0.5));
  const all = profiles.map((profile): PreparedProfile => ({
    profile,
    dimensions: profile.dimensions.map((dimension) => ({
      dimension,
      wordings: wordingsOf(dimension).map((text) => wording(text, rarity)),
      vocabulary: new Set([...wordingsOf(dimension), ...dimension.terms].flatMap((text) => [...gramsOf(bare(text))])),
    })),
  }));
  return { all, byId: new Map(all.map((prepared) => [prepared.profile.id, prepared])), rarity };
}

/**
 * The dimensions that a heading names: in official, shortened or other words, or two merged into one heading.
 *
 * @param heading without its number
 * @returns best first; empty when it is no heading of a dimension of this profile
 */
export function matchHeading(heading: string, { dimensions }: PreparedProfile, rarity: (gram: string) => number): readonly HeadingMatch[] {
  const text = bare(heading);
  if (text.length < 2) return [];
  const grams = gramsOf(text);
  const weight = sum(grams, rarity);
  const matches = dimensions
    .map(({ dimension, wordings, vocabulary }): HeadingMatch => {
      const known = weight > 0 ? sum([...grams].filter((gram) => vocabulary.has(gram)), rarity) / weight : 0;
      const score = Math.max(...wordings.map((candidate) => similarity(text, grams, known, candidate, rarity)));
      return { dimension, score };
    })
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score);
  const [best, second] = matches;
  if (!best) return [];
  const merged = second && second.score >= BOTH && best.score >= BOTH && namesBoth(text, dimensions, best, second);
  return merged ? [best, second] : [best];
}

/**
 * Matches the headings of one document: each dimension goes to the heading that names it best.
 *
 * @returns for each heading its dimensions, empty where it names none
 */
export function assignHeadings(
  headings: readonly string[],
  prepared: PreparedProfile,
  rarity: (gram: string) => number,
): readonly (readonly HeadingMatch[])[] {
  const candidates = headings.map((heading) => matchHeading(heading, prepared, rarity));
  const taken = new Map<Dimension, number>();
  const order = candidates
    .flatMap((matches, index) => matches.map((match) => ({ ...match, index })))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { dimension, index } of order) if (!taken.has(dimension)) taken.set(dimension, index);
  return candidates.map((matches, index) => matches.filter(({ dimension }) => taken.get(dimension) === index));
}

/** How well a heading fits one wording: whole, or by the share of rare character pairs that both have. */
function similarity(text: string, grams: ReadonlySet<string>, known: number, candidate: Wording, rarity: (gram: string) => number): number {
  if (text === candidate.text) return 1;
  if (candidate.text.length >= SHORTEST_WHOLE && text.includes(candidate.text))
    return 0.8 + 0.15 * Math.min(1, candidate.text.length / text.length);
  const shared = sum([...grams].filter((gram) => candidate.grams.has(gram)), rarity);
  const covered = candidate.weight > 0 ? shared / candidate.weight : 0;
  // The heading may leave out clauses of the wording; what it says itself should be the dimension's.
  const precision = Math.max(known, shared / Math.max(sum(grams, rarity), 0.001));
  if (covered + precision === 0) return 0;
  const inside = candidate.text.includes(text) && text.length >= SHORTEST_WHOLE ? 0.85 : 0;
  return Math.max(inside, (1.25 * covered * precision) / (0.25 * covered + precision), 0.9 * Math.min(precision, 2 * covered));
}

/** Whether a heading has a wording of each of two dimensions in different places. */
function namesBoth(text: string, dimensions: readonly PreparedDimension[], first: HeadingMatch, second: HeadingMatch): boolean {
  const places = [first, second].map(({ dimension }) => {
    const wordings = dimensions.find((entry) => entry.dimension === dimension)?.wordings ?? [];
    const whole = wordings.filter((candidate) => text.includes(candidate.text)).sort((a, b) => b.text.length - a.text.length)[0];
    return whole ? { start: text.indexOf(whole.text), length: whole.text.length } : null;
  });
  const [a, b] = places;
  if (!a || !b) return false;
  return a.start + a.length <= b.start || b.start + b.length <= a.start;
}

const wordingsOf = ({ name, short, aliases }: Dimension): readonly string[] => [
  ...new Set([name, short, ...aliases].map(bare).filter((text) => text.length > 1)),
];

const wording = (text: string, rarity: (gram: string) => number): Wording => {
  const grams = gramsOf(text);
  return { text, grams, weight: sum(grams, rarity) };
};

/** A wording without punctuation and without what any heading may have (带头…, …方面). */
const bare = (text: string): string =>
  text
    .replace(/[^\p{Script=Han}\d]/gu, '')
    .replace(/^(?:关于|围绕|对照|在)?(?:带头)?/u, '')
    .replace(/(?:方面)?(?:查摆|存在|检视)?(?:出|的)?(?:主要|突出)?(?:问题|不足|差距)?(?:情况)?$/u, '')
    .replace(/方面$/u, '');

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) grams.add(text.slice(i, i + 2));
  return grams;
}

function sum(grams: Iterable<string>, rarity: (gram: string) => number): number {
  let total = 0;
  for (const gram of grams) total += rarity(gram);
  return total;
}
