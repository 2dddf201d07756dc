import type { Field } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
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
  readonly weights: LinkWeights;
}

/** How much shared words and shared fields count. */
export interface LinkWeights {
  readonly words: number;
  readonly fields: number;
  /** How strongly a field is named by each of its words in the text, and in the title. */
  readonly inText: number;
  readonly inTitle: number;
  /** Share of a field's weight that a neighbouring field has. */
  readonly neighbour: number;
}

/**
 * Fitted to the links of the `dev` half of the annotated corpus and of the real sample; `npm run eval` prints
 * what they reach there and on the documents they were not fitted to. Causes speak in more general words than
 * measures, so fields count for more.
 */
export const measureLinks: LinkWeights = { words: 4, fields: 0.2, inText: 0.25, inTitle: 0.4, neighbour: 0 };
export const causeLinks: LinkWeights = { words: 4, fields: 0.3, inText: 0.3, inTitle: 0.6, neighbour: 0.5 };

/** A link must reach this score, and this share of the strongest of its problem. */
const THRESHOLD = 0.3;
const NEAR = 0.4;
const MOST_LINKS = 2;

interface Profile {
  /** Rarity of each content word. */
  readonly words: ReadonlyMap<string, number>;
  readonly norm: number;
  /** How strongly each field is named, 0 … 1. */
  readonly fields: ReadonlyMap<string, number>;
}

/**
 * Links each problem to the causes or measures that speak of the same object, field or behaviour: words in
 * common weighted by their rarity in the document, and fields of work that are the same or neighbours. A
 * problem may have no link.
 */
export function findLinks(
  source: LinkSource,
  from: readonly Linkable[],
  to: readonly Linkable[],
): readonly FoundLink[] {
  if (from.length === 0 || to.length === 0) return [];
  const all = [...from, ...to];
  const words = all.map((item) => wordsOf(source, item));
  const named = all.map((item) => fieldsOf(source, item));
  const wordRarity = rarityOf(words);
  const fieldRarity = rarityOf(named.map((fields) => fields.keys()));
  const profiles = all.map((_, i) => profileOf(words[i] ?? new Set(), named[i] ?? new Map(), wordRarity));
  const targets = profiles.slice(from.length);
  return from.flatMap((item, i) => {
    const profile = profiles[i];
    if (!profile) return [];
    const scored = targets.flatMap((target, j) => {
      const prior = source.prior(i, j);
      if (prior <= 0) return [];
      const { score, evidence } = compare(profile, target, source, fieldRarity);
      return [{ to: to[j]?.id ?? '', score: weigh(score, prior), evidence }];
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score >= THRESHOLD && score >= NEAR * best)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_LINKS)
      .map(({ to: id, score, evidence }) => ({
        from: item.id,
        to: id,
        strength: 1 - Math.exp(-score),
        evidence,
      }));
  });
}

/** What words say, more or less by what the place says; a certain place needs no words. */
const weigh = (score: number, prior: number): number =>
  prior >= 1 ? Math.max(score, 2 * THRESHOLD) : (score * prior) / (1 - prior);

function wordsOf({ words, stopWords }: LinkSource, item: Linkable): ReadonlySet<string> {
  const found = new Set<string>();
  for (const span of [item.title, ...item.stretches])
    for (const word of words.in(span)) if (isContent(word) && !stopWords.has(word)) found.add(word);
  return found;
}

const isContent = (word: string): boolean => word.length > 1 && word >= '一' && word < '\ua000';

function fieldsOf(
  { hits, fields, weights: { inText: text, inTitle: title } }: LinkSource,
  item: Linkable,
): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { id } of fields) {
    const category = fieldCategory(id);
    const inText = item.stretches.reduce((sum, span) => sum + hits.in(category, span).length, 0);
    const inTitle = hits.in(category, item.title).length;
    if (inText + inTitle > 0) named.set(id, Math.min(1, text * inText + title * inTitle));
  }
  return named;
}

/** How rare each entry is among several collections. */
function rarityOf(collections: readonly Iterable<string>[]): (entry: string) => number {
  const counts = new Map<string, number>();
  for (const collection of collections)
    for (const entry of collection) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return (entry) => Math.log(1 + collections.length / (counts.get(entry) ?? 1));
}

function profileOf(
  words: ReadonlySet<string>,
  fields: ReadonlyMap<string, number>,
  rarity: (word: string) => number,
): Profile {
  const weighted = new Map<string, number>();
  let square = 0;
  for (const word of words) {
    const weight = rarity(word);
    weighted.set(word, weight);
    square += weight * weight;
  }
  return { words: weighted, norm: Math.sqrt(square), fields };
}

function compare(
  a: Profile,
  b: Profile,
  { fields, weights }: LinkSource,
  fieldRarity: (id: string) => number,
): { readonly score: number; readonly evidence: readonly string[] } {
  const shared: [string, number][] = [];
  let dot = 0;
  for (const [word, weight] of a.words) {
    if (!b.words.has(word)) continue;
    dot += weight * weight;
    shared.push([word, weight]);
  }
  let inFields = 0;
  for (const { id, related } of fields) {
    const here = a.fields.get(id);
    if (here === undefined) continue;
    const neighbour = Math.max(0, ...related.map((other) => b.fields.get(other) ?? 0));
    const there = b.fields.get(id) ?? weights.neighbour * neighbour;
    if (there === 0) continue;
    inFields += fieldRarity(id) * here * there;
    shared.push([id, weights.fields * fieldRarity(id) * here * there]);
  }
  const cosine = a.norm > 0 && b.norm > 0 ? dot / (a.norm * b.norm) : 0;
  const evidence = shared.sort((x, y) => y[1] - x[1]).map(([word]) => word);
  return {
    score: weights.words * cosine + weights.fields * inFields,
    evidence: [...new Set(evidence)].slice(0, 5),
  };
}
