import type { Span } from '../document/span.js';
import type { Field } from '../dictionaries/schema.js';
import { fieldCategory, type Hits } from '../language/lexicon.js';
import type { Words } from '../language/words.js';

/** A text that can be linked: a problem, a cause or a measure. Units of the reading. */
export interface Linkable {
  readonly id: string;
  readonly title: Span;
  readonly stretches: readonly Span[];
}

/** A link between two texts. */
export interface FoundLink {
  readonly from: string;
  readonly to: string;
  /** 0 … 1 */
  readonly strength: number;
  /** Words that carry the link, strongest first. */
  readonly evidence: readonly string[];
}

/** What links are found from besides the texts themselves. */
export interface LinkSource {
  readonly hits: Hits;
  readonly fields: readonly Field[];
  readonly words: Words;
  /** Words that everybody uses and that link nothing. */
  readonly stopWords: ReadonlySet<string>;
  /**
   * What the place of two texts says before their words are read, 0 … 1: 1 where the layout ties them
   * together, 0 where it keeps them apart, 0.5 where it says nothing.
   */
  readonly prior: (from: number, to: number) => number;
}

/** How much a word of a title counts against one of the body. */
const TITLE_WEIGHT = 2;
/** Weight of a shared field of work, and of a related one, in units of a word of average rarity. */
const FIELD = 1.6;
const RELATED = 0.7;
/** A link must be this strong, and this near to the strongest of its problem. */
const THRESHOLD = 0.22;
const NEAR = 0.6;
const MOST_LINKS = 3;

interface Profile {
  readonly weights: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, number>;
  readonly norm: number;
}

/**
 * Links each problem to the causes or measures that speak of the same object, field or behaviour: words in
 * common weighted by their rarity in the document, and fields of work that are the same or neighbours. A
 * problem may have no link.
 */
export function findLinks(source: LinkSource, from: readonly Linkable[], to: readonly Linkable[]): readonly FoundLink[] {
  if (from.length === 0 || to.length === 0) return [];
  const count = new Map<string, number>();
  const words = [...from, ...to].map((item) => wordsOf(source, item));
  for (const bag of words) for (const word of bag.keys()) count.set(word, (count.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log(1 + words.length / (count.get(word) ?? 1));
  const profiles = [...from, ...to].map((item, i) => profileOf(source, item, words[i] ?? new Map(), rarity));
  const targets = profiles.slice(from.length);
  return from.flatMap((item, i) => {
    const profile = profiles[i];
    if (!profile) return [];
    const scored = targets.flatMap((target, j) => {
      const prior = source.prior(i, j);
      const { strength, evidence } = compare(profile, target, source.fields);
      return prior > 0 ? [{ to: to[j]?.id ?? '', strength: weigh(strength, prior), evidence }] : [];
    });
    const best = Math.max(...scored.map(({ strength }) => strength));
    return scored
      .filter(({ strength }) => strength >= THRESHOLD && strength >= NEAR * best)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_LINKS)
      .map(({ to: id, strength, evidence }) => ({ from: item.id, to: id, strength, evidence }));
  });
}

/** Joins what words and place say, as odds; a certain place needs no words. */
function weigh(strength: number, prior: number): number {
  if (prior >= 1) return Math.max(strength, NEAR);
  const odds = (strength / (1 - Math.min(strength, 0.999))) * (prior / (1 - prior));
  return odds / (1 + odds);
}

function wordsOf({ words, stopWords }: LinkSource, item: Linkable): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  const add = (span: Span, weight: number): void => {
    for (const word of words.in(span)) if (isContent(word) && !stopWords.has(word)) bag.set(word, weight);
  };
  for (const stretch of item.stretches) add(stretch, 1);
  add(item.title, TITLE_WEIGHT);
  return bag;
}

const isContent = (word: string): boolean => word.length > 1 && word >= '一' && word < '\ua000';

function profileOf(
  { hits, fields }: LinkSource,
  item: Linkable,
  bag: ReadonlyMap<string, number>,
  rarity: (word: string) => number,
): Profile {
  const weights = new Map<string, number>();
  let square = 0;
  for (const [word, weight] of bag) {
    const value = Math.sqrt(weight) * rarity(word);
    weights.set(word, value);
    square += value * value;
  }
  const inFields = new Map<string, number>();
  for (const { id } of fields) {
    const category = fieldCategory(id);
    const inTitle = hits.in(category, item.title).length;
    const inBody = item.stretches.reduce((sum, span) => sum + hits.in(category, span).length, 0);
    if (inBody + inTitle > 0) inFields.set(id, Math.min(1, 0.4 * inBody + 0.8 * inTitle));
  }
  return { weights, fields: inFields, norm: Math.sqrt(square) };
}

function compare(a: Profile, b: Profile, fields: readonly Field[]): { strength: number; evidence: readonly string[] } {
  const shared: [string, number][] = [];
  let dot = 0;
  for (const [word, weight] of a.weights) {
    const other = b.weights.get(word);
    if (other === undefined) continue;
    dot += weight * other;
    shared.push([word, weight * other]);
  }
  let fieldScore = 0;
  for (const { id, related } of fields) {
    const here = a.fields.get(id);
    if (here === undefined) continue;
    const same = b.fields.get(id);
    if (same !== undefined) fieldScore += FIELD * here * same;
    for (const other of related) {
      const there = b.fields.get(other);
      if (there !== undefined && same === undefined) fieldScore += RELATED * here * there;
    }
  }
  const cosine = a.norm > 0 && b.norm > 0 ? dot / (a.norm * b.norm) : 0;
  const strength = 1 - Math.exp(-(3 * cosine + 0.35 * fieldScore));
  const evidence = shared.sort((x, y) => y[1] - x[1]).slice(0, 5).map(([word]) => word);
  return { strength, evidence };
}
