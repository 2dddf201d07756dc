import type { Dimension, Profile } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { NumberTable } from '../language/number-table.js';
import { hanPairs } from '../language/pairs.js';
import type { MappingModel } from './mapping-model.js';
import { Phrases } from './phrases.js';
import { Topics } from './topics.js';

/** A text; its title weighs more. */
export interface MappedText {
  readonly title: string;
  /** What follows the title. */
  readonly body: string;
}

/** What mapping looks at of a document's text; spans in units of the text. */
export const mappedText = (
  text: string,
  { title, stretches }: { readonly title: Span; readonly stretches: readonly Span[] },
): MappedText => ({
  title: text.slice(title.start, title.end),
  body: stretches.map(({ start, end }) => text.slice(start, end)).join('\n'),
});

/** What is measured of a text and a dimension; the model holds a weight for each. */
export const FEATURES = [
  'topics of the title',
  'topics of the whole',
  'terms in the whole',
  'name in the title',
  'vocabulary in the title',
  'vocabulary in the whole',
] as const;

/** A text laid beside the dimensions of a profile. */
export interface Likeness {
  /** For each dimension its value of each of `FEATURES`. */
  readonly values: readonly (readonly number[])[];
  /** How probable it is that the text belongs to a dimension, given by its place, and is on each topic. */
  topics(dimension: number): Float64Array;
  /** The words that speak for a dimension more than for the others, strongest first. */
  words(dimension: Dimension): readonly string[];
}

export type Trained = Omit<MappingModel, 'weights' | 'threshold'>;

/** Lays texts beside the dimensions of profiles. What a profile needs is prepared once. */
export function likenesses(trained: Trained): (text: MappedText, profile: Profile) => Likeness {
  const topics = new Topics(trained);
  const prepared = new WeakMap<Profile, Prepared>();
  return (text, profile) => {
    const ready = prepared.get(profile) ?? prepare(profile, trained, topics);
    prepared.set(profile, ready);
    return compare(text, profile, ready, topics);
  };
}

/** A profile made ready. */
interface Prepared {
  readonly terms: Phrases;
  /** Dimensions by term, and by pair of characters in terms and in wordings. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
  /** The same in the order of `terms`. */
  readonly ownersOfTerms: readonly (readonly number[])[];
  readonly byPair: PairOwners;
  readonly byName: PairOwners;
  /** For each dimension by topic: the probability that a text on this topic belongs there. */
  readonly share: readonly Float64Array[];
}

/** Whose pairs of characters are whose. A table of numbers: every pair of every problem is looked up. */
interface PairOwners {
  /** Of each pair that has an owner, its place in `dimensions`. */
  readonly places: NumberTable;
  readonly dimensions: readonly (readonly number[])[];
}

// The following numbers were tried on the annotated corpus, one document left out; all are flat near their value.
/** How far a text's words count as one witness: see `Topics.posterior`. */
const CALM = 0.7;
/** Weight of the wording and of the theme of a dimension beside its terms in what topics it covers. */
const WORDING = 0.3;
const THEME = 0.2;
const LEAST = 1e-3;
/** A word of the title says as much as two elsewhere. */
const TITLE = 2;

function prepare(profile: Profile, { topics: named }: Trained, topics: Topics): Prepared {
  const { dimensions } = profile;
  const wordings = dimensions.map(({ name, short, aliases }) => [name, short, ...aliases]);
  const covers = dimensions.map(({ terms, theme }, i) => {
    const cover = new Float64Array(named.length).fill(LEAST);
    const add = (words: readonly string[], weight: number): void => {
      for (const word of words)
        topics.posterior(topics.known(word), 0).forEach((value, topic) => {
          cover[topic] = (cover[topic] ?? 0) + (weight * value) / words.length;
        });
    };
    add(terms, 1);
    add(wordings[i] ?? [], WORDING);
    const ofTheme = named.filter((topic) => topic.theme === theme).length;
    named.forEach((topic, t) => {
      if (topic.theme === theme) cover[t] = (cover[t] ?? 0) + THEME / ofTheme;
    });
    return scaled(cover);
  });
  const totals = named.map((_, topic) => sum(covers.map((cover) => cover[topic] ?? 0)));
  const byTerm = ownersOf(dimensions.map(({ terms }) => terms));
  return {
    terms: new Phrases(byTerm.keys()),
    byTerm,
    ownersOfTerms: [...byTerm.values()],
    byPair: pairOwners(dimensions.map(({ terms }) => terms)),
    byName: pairOwners(wordings),
    share: covers.map((cover) => cover.map((value, topic) => value / (totals[topic] ?? 1))),
  };
}

function pairOwners(texts: readonly (readonly string[])[]): PairOwners {
  const owners = ownersOf(texts.map((own) => own.flatMap((text) => [...hanPairs(text)])));
  const places = new NumberTable(owners.size);
  [...owners.keys()].forEach((pair, place) => {
    places.set(pair, place);
  });
  return { places, dimensions: [...owners.values()] };
}

function ownersOf<K>(words: readonly (readonly K[])[]): ReadonlyMap<K, readonly number[]> {
  const owners = new Map<K, number[]>();
  words.forEach((own, dimension) => {
    for (const word of new Set(own)) {
      const known = owners.get(word);
      if (known) known.push(dimension);
      else owners.set(word, [dimension]);
    }
  });
  return owners;
}

function compare(
  { title, body }: MappedText,
  { dimensions }: Profile,
  ready: Prepared,
  topics: Topics,
): Likeness {
  const count = dimensions.length;
  const text = `${title}\n${body}`;
  const inTitle = topics.known(title);
  const known = topics.known(body, inTitle);
  const ofTitle = hanPairs(title);
  const ofWhole = topics.posterior(known, CALM);
  const columns: readonly Float64Array[] = [
    ofTopics(topics.posterior(inTitle, CALM), ready.share),
    ofTopics(ofWhole, ready.share),
    weighTerms(text, ready, count, 0.5),
    weighPairs(ofTitle, ready.byName, count, 0.5),
    weighPairs(ofTitle, ready.byPair, count, 1),
    weighPairs(hanPairs(text), ready.byPair, count, 1),
  ];
  return {
    values: dimensions.map((_, i) => columns.map((column) => column[i] ?? 0)),
    topics: (i) =>
      (ready.share[i] ?? new Float64Array()).map((share, topic) => share * (ofWhole[topic] ?? 0)),
    words: (dimension) => {
      const i = dimensions.indexOf(dimension);
      const share = ready.share[i] ?? new Float64Array();
      const terms = ready.terms.in(text);
      const titleWords = new Set([
        ...ready.terms.in(title),
        ...inTitle.map((position) => topics.word(position)),
      ]);
      const positions = new Map(known.map((position) => [topics.word(position), position]));
      const strength = (word: string): number => {
        const owners = ready.byTerm.get(word);
        const asTerm = owners?.includes(i) ? rarity(owners.length, count) : 0;
        const position = positions.get(word);
        const asTopic =
          position === undefined ? 0 : Math.log(count * dot(topics.posterior([position], 0), share) + LEAST);
        return (asTerm + asTopic) * (titleWords.has(word) ? TITLE : 1);
      };
      return strongest(
        [...new Set([...positions.keys(), ...terms])].map((word) => ({ word, strength: strength(word) })),
      );
    },
  };
}

/** For each dimension the probability, by logarithm, that a text on these topics belongs there. */
function ofTopics(posterior: Float64Array, share: Prepared['share']): Float64Array {
  const found = new Float64Array(share.length);
  share.forEach((own, i) => {
    found[i] = Math.log(dot(posterior, own) + LEAST);
  });
  return found;
}

/** For each dimension the summed rarity of the terms that are its own, by logarithm over a `floor`. */
function weighTerms(
  text: string,
  { terms, ownersOfTerms }: Prepared,
  count: number,
  floor: number,
): Float64Array {
  const sums = new Float64Array(count).fill(floor);
  const counted = new Uint8Array(ownersOfTerms.length);
  terms.each(text, (index) => {
    if (counted[index] === 1) return;
    counted[index] = 1;
    add(sums, ownersOfTerms[index] ?? []);
  });
  return sums.map(Math.log);
}

/** The same of pairs of characters, each counted once. */
function weighPairs(
  pairs: Int32Array,
  { places, dimensions }: PairOwners,
  count: number,
  floor: number,
): Float64Array {
  const sums = new Float64Array(count).fill(floor);
  const counted = new Uint8Array(dimensions.length);
  for (let at = 0; at < pairs.length; at++) {
    const place = places.get(pairs[at] ?? 0);
    // Most have no owner.
    if (place < 0 || counted[place] === 1) continue;
    counted[place] = 1;
    add(sums, dimensions[place] ?? []);
  }
  return sums.map(Math.log);
}

function add(sums: Float64Array, owners: readonly number[]): void {
  for (const i of owners) sums[i] = (sums[i] ?? 0) + rarity(owners.length, sums.length);
}

/** 0.05 for a word of all dimensions: that says next to nothing. */
const rarity = (owners: number, count: number): number => Math.log((1 + count / owners) / 2) + 0.05;

/** How many words are shown as having decided. */
const SHOWN = 5;

function strongest(
  words: readonly { readonly word: string; readonly strength: number }[],
): readonly string[] {
  const shown: string[] = [];
  for (const { word } of words.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength))
    if (shown.length < SHOWN && !shown.some((other) => other.includes(word) || word.includes(other)))
      shown.push(word);
  return shown;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function dot(a: Float64Array, b: Float64Array): number {
  let all = 0;
  for (let i = 0; i < a.length; i++) all += (a[i] ?? 0) * (b[i] ?? 0);
  return all;
}

function scaled(values: Float64Array): Float64Array {
  const total = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / total);
}
