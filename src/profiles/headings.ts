import type { Dimension, Profile } from '../dictionaries/schema.js';
import { bestAssignment } from './assignment.js';
import { type Signal, signalsOf } from './signals.js';
import { bare, clausesOf, hasHeadingForm, pairsOf, tellsShortcoming } from './wording.js';

/** A dimension that a heading names or may name. */
export interface HeadingMatch {
  readonly dimension: Dimension;
  /** 0 … 1 */
  readonly score: number;
  /** False for one that comes into question only when a better heading has the dimension named here. */
  readonly named: boolean;
}

/** What one heading names in each profile: best first, absent where it names nothing. */
export type HeadingMatches = ReadonlyMap<Profile, readonly HeadingMatch[]>;

/** All profiles made ready for matching headings. */
export interface PreparedProfiles {
  readonly all: readonly Profile[];
  readonly byId: ReadonlyMap<string, Profile>;
  readonly signals: readonly Signal[];
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
/** What is longer is no heading; the official ones have up to 135 characters. In UTF-16 units. */
const LONGEST = 200;
/** A heading that fits with its first clause only, and one that fits with a later one, against fitting whole. */
const FIRST_CLAUSE = 0.95;
const LATER_CLAUSE = 0.85;

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
  weight: number;
}

/** Where a character pair occurs. */
interface Posting {
  rarity: number;
  readonly wordings: number[];
  /** Dimensions in one of whose wordings it occurs. */
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
  const postings = new Map<number, Posting>();
  const wordings: Wording[] = [];
  entries.forEach((entry, index) => {
    for (const text of entry.wordings) {
      for (const pair of pairsOf(text)) {
        const posting = postings.get(pair) ?? { rarity: 0, wordings: [], entries: [] };
        postings.set(pair, posting);
        posting.wordings.push(wordings.length);
        if (posting.entries.at(-1) !== index) posting.entries.push(index);
      }
      wordings.push({ entry: index, text, weight: 0 });
    }
  });
  const rarity = (count: number): number => Math.log(1 + entries.length / count);
  for (const posting of postings.values()) posting.rarity = rarity(posting.entries.length);
  for (const wording of wordings)
    for (const pair of pairsOf(wording.text)) wording.weight += postings.get(pair)?.rarity ?? 0;
  const index: Index = {
    entries,
    wordings,
    postings,
    unknown: rarity(0.5),
    shared: new Float64Array(wordings.length),
    known: new Float64Array(entries.length),
  };
  return {
    all: profiles,
    byId: new Map(profiles.map((profile) => [profile.id, profile])),
    signals: signalsOf(profiles),
    match: (heading) => matchHeading(heading, index),
  };
}

interface Index {
  readonly entries: readonly Entry[];
  readonly wordings: readonly Wording[];
  /** By character pair. */
  readonly postings: ReadonlyMap<number, Posting>;
  /** Rarity of a pair that occurs nowhere. */
  readonly unknown: number;
  /** Room to add up what a stretch of a heading shares with each wording and each dimension. */
  readonly shared: Float64Array;
  readonly known: Float64Array;
}

function matchHeading(heading: string, index: Index): HeadingMatches {
  const words = heading.slice(0, LONGEST);
  const text = bare(words);
  if (text.length < 2) return new Map();
  const scores = new Float64Array(index.entries.length);
  raise(scores, text, 1, index);
  const clauses = clausesOf(words);
  if (clauses.length > 1)
    clauses.forEach((clause, i) => {
      raise(scores, clause, i === 0 ? FIRST_CLAUSE : LATER_CLAUSE, index);
    });
  const formed = hasHeadingForm(words);
  const candidates = new Map<Profile, Candidate[]>();
  index.entries.forEach((entry, i) => {
    const score = scores[i] ?? 0;
    if (score < THRESHOLD || (!formed && tellsShortcoming(restOf(text, entry.wordings)))) return;
    const list = candidates.get(entry.profile);
    if (list) list.push({ entry, score });
    else candidates.set(entry.profile, [{ entry, score }]);
  });
  return new Map([...candidates].map(([profile, list]) => [profile, decide(text, list)]));
}

interface Candidate {
  readonly entry: Entry;
  readonly score: number;
}

/**
 * Raises the score of every dimension to what a stretch of a heading gives it.
 *
 * @param scores by the index of the dimension
 * @param share what the stretch counts
 */
function raise(scores: Float64Array, text: string, share: number, index: Index): void {
  const { wordings, postings, unknown, shared, known } = index;
  shared.fill(0);
  known.fill(0);
  let weight = 0;
  for (const pair of pairsOf(text)) {
    const posting = postings.get(pair);
    weight += posting?.rarity ?? unknown;
    if (!posting) continue;
    for (const wording of posting.wordings) shared[wording] = (shared[wording] ?? 0) + posting.rarity;
    for (const entry of posting.entries) known[entry] = (known[entry] ?? 0) + posting.rarity;
  }
  wordings.forEach((wording, i) => {
    const value = shared[i] ?? 0;
    if (value === 0) return;
    const { entry } = wording;
    const score =
      share * similarity(text, wording, value / wording.weight, value / weight, (known[entry] ?? 0) / weight);
    scores[entry] = Math.max(scores[entry] ?? 0, score);
  });
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
    return 0.6 + 0.35 * Math.max(known, wording.text.length / text.length);
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

/** The characters of a heading that are in no pair with the dimension's wordings. */
function restOf(text: string, wordings: readonly string[]): string {
  let rest = '';
  for (let i = 0; i < text.length; i++) {
    const [before, after] = [text.slice(i - 1, i + 1), text.slice(i, i + 2)];
    const has = (pair: string): boolean =>
      pair.length === 2 && wordings.some((wording) => wording.includes(pair));
    if (!(i > 0 && has(before)) && !has(after)) rest += text.charAt(i);
  }
  return rest;
}

/** The dimensions of one profile that a heading names: the best, and others that stand beside it whole. */
function decide(text: string, candidates: readonly Candidate[]): readonly HeadingMatch[] {
  const sorted = [...candidates].sort(
    (a, b) => b.score - a.score || a.entry.dimension.ordinal - b.entry.dimension.ordinal,
  );
  const places: (Place | null)[] = [];
  return sorted.map(({ entry, score }, i) => {
    const place = score >= BOTH ? placeOf(text, entry.wordings) : null;
    const apart =
      place !== null &&
      places.every((other) => other !== null && (place.end <= other.start || other.end <= place.start));
    const named = i === 0 || apart;
    if (named) places.push(place);
    return { dimension: entry.dimension, score, named };
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the longest wording that a heading has whole stands in it. */
function placeOf(text: string, wordings: readonly string[]): Place | null {
  let best: Place | null = null;
  for (const wording of wordings) {
    const start = text.indexOf(wording);
    if (start >= 0 && wording.length > (best ? best.end - best.start : 0))
      best = { start, end: start + wording.length };
  }
  return best;
}

/**
 * Gives the dimensions of a profile to the headings of one document, each to one heading, so that the headings
 * fit best in all. Dimensions mostly stand in their order, which decides where headings fit equally well.
 *
 * @param headings matches of each heading in one profile, see `PreparedProfiles.match`
 * @returns for each heading its dimensions, empty where it names none
 */
export function assignHeadings(
  headings: readonly (readonly HeadingMatch[])[],
): readonly (readonly HeadingMatch[])[] {
  const results = headings.map((): HeadingMatch[] => []);
  const columns = headings.flatMap((matches, index) => (matches.length > 0 ? [{ matches, index }] : []));
  if (columns.length === 0) return results;
  const dimensions = [
    ...new Set(columns.flatMap(({ matches }) => matches.map(({ dimension }) => dimension))),
  ].sort((a, b) => a.ordinal - b.ordinal);
  const gains = dimensions.map((dimension, row) =>
    columns.map(({ matches }, column) => {
      const match = matches.find((candidate) => candidate.dimension === dimension);
      if (!match) return 0;
      const shift = Math.abs((row + 1) / dimensions.length - (column + 1) / columns.length);
      return match.score - ORDER * shift;
    }),
  );
  const chosen = bestAssignment(gains).map((column) => (column === null ? undefined : columns[column]));
  const own = dimensions.map((dimension, row) =>
    chosen[row]?.matches.find((match) => match.dimension === dimension),
  );
  const place = (index: number | undefined, match: HeadingMatch | undefined): void => {
    if (index !== undefined && match) results[index]?.push(match);
  };
  own.forEach((match, row) => {
    if (match?.named) place(chosen[row]?.index, match);
  });
  // The others go beside another dimension, under a heading that names both, or where they may be meant.
  dimensions.forEach((dimension, row) => {
    if (own[row]?.named) return;
    const shared = columns
      .filter(({ index }) => results[index]?.some(({ named }) => named))
      .map(({ matches, index }) => ({
        index,
        match: matches.find((other) => other.named && other.dimension === dimension),
      }))
      .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0))[0];
    if (shared?.match) place(shared.index, shared.match);
    else place(chosen[row]?.index, own[row]);
  });
  return results.map((matches) => matches.sort((a, b) => b.score - a.score));
}

/** Weight of the order against the wording. */
const ORDER = 0.05;

const wordingsOf = ({ name, short, aliases }: Dimension): readonly string[] => [
  ...new Set([name, short, ...aliases].map(bare).filter((text) => text.length > 1)),
];
