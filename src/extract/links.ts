import type { Link } from '../analysis.js';
import type { Field } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { fieldCategory } from '../language/phrase-table.js';
import type { Words } from '../language/words.js';
import { bigramLikeness, type Shared } from './link-bigrams.js';
import type { LinkWeights } from './link-weights.js';

/** A text that can be linked: a problem, a cause or a measure. Units of the reading. */
export interface Linkable {
  readonly id: string;
  readonly title: Span;
  readonly stretches: readonly Span[];
}

/** The links of one text. */
export interface Linked {
  readonly links: readonly Link[];
  /** Strength of the likeliest partner, linked or not; 0 where there is none. */
  readonly nearest: number;
}

/** What links are found from besides the texts themselves. */
export interface LinkSource {
  readonly text: string;
  readonly hits: Hits;
  readonly fields: readonly Field[];
  readonly words: Words;
  /** Words that everybody uses and that link nothing. */
  readonly stopWords: ReadonlySet<string>;
  /**
   * What the layout says of two texts before they are read, 0 … 1: 1 where it ties them together, 0 where it keeps
   * them apart, 0.5 where it says nothing.
   */
  readonly prior: (from: number, to: number) => number;
  /** Whether both belong to one theme, 0 … 1; asked only where the weights count it. */
  readonly theme: (from: number, to: number) => number;
  readonly weights: LinkWeights;
}

/** A link must be so likely, and reach this share of the likeliest of its problem. */
const THRESHOLD = 0.3;
const NEAR = 0.6;
const MOST_LINKS = 2;
/** How likely a link is at least that the layout makes certain. */
const CERTAIN = 0.6;

/** How strongly a text names each field of work, 0 … 1. */
type NamedFields = ReadonlyMap<string, number>;

/**
 * Links each problem to the causes or measures that speak of the same object, field or behaviour, by what they
 * share: characters side by side weighted by their rarity in the document, fields of work, and their place in the
 * order of both lists. A problem may have no link.
 */
export function findLinks(
  source: LinkSource,
  from: readonly Linkable[],
  to: readonly Linkable[],
): readonly Linked[] {
  if (from.length === 0 || to.length === 0) return from.map(() => ({ links: [], nearest: 0 }));
  const all = [...from, ...to];
  const fields = all.map((item) => fieldsOf(source, item));
  const fieldRarity = rarityOf(fields);
  const shared = bigramLikeness(
    source.text,
    all.map(({ title, stretches }) => [title, ...stretches]),
  );
  const words = new Map<Linkable, ReadonlySet<string>>();
  const wordsIn = (item: Linkable): ReadonlySet<string> => {
    const known = words.get(item) ?? wordsOf(source, item);
    words.set(item, known);
    return known;
  };
  return from.map((item, i) => {
    const own = fields[i] ?? new Map();
    const scored = to.flatMap((_, j) => {
      const prior = source.prior(i, j);
      if (prior <= 0) return [];
      const order = 1 - Math.abs((i + 0.5) / from.length - (j + 0.5) / to.length);
      const other = fields[from.length + j] ?? new Map();
      const field = sharedFields(own, other, fieldRarity);
      return [{ j, strength: likely(source, shared(i, from.length + j), field, order, i, j, prior) }];
    });
    const nearest = Math.max(0, ...scored.map(({ strength }) => strength));
    const links = scored
      .filter(({ strength }) => strength >= THRESHOLD && strength >= NEAR * nearest)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_LINKS)
      .flatMap(({ j, strength }): readonly Link[] => {
        const target = to[j];
        if (!target) return [];
        const named = [own, fields[from.length + j] ?? new Map()] as const;
        let evidence: readonly string[] | undefined;
        return [
          {
            to: target.id,
            strength,
            get evidence() {
              evidence ??= evidenceOf([wordsIn(item), wordsIn(target)], named, fieldRarity);
              return evidence;
            },
          },
        ];
      });
    return { links, nearest };
  });
}

/** How likely a reader draws the link. */
function likely(
  { weights, theme }: LinkSource,
  { cosine, own }: Shared,
  field: number,
  order: number,
  from: number,
  to: number,
  prior: number,
): number {
  const score =
    weights.base +
    weights.likeness * cosine +
    weights.own * Math.log1p(own) +
    weights.field * field +
    weights.order * order +
    (weights.theme > 0 ? weights.theme * theme(from, to) : 0);
  if (prior >= 1) return Math.max(CERTAIN, logistic(score));
  return logistic(score + Math.log(prior / (1 - prior)));
}

/** How strongly both name the same fields, each by its rarity. */
function sharedFields(own: NamedFields, other: NamedFields, rarity: (id: string) => number): number {
  let sum = 0;
  for (const [id, strength] of own) {
    const too = other.get(id);
    if (too !== undefined) sum += rarity(id) * strength * too;
  }
  return sum;
}

/** How rare a field is among several texts. */
function rarityOf(texts: readonly NamedFields[]): (id: string) => number {
  const counts = new Map<string, number>();
  for (const named of texts) for (const id of named.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => Math.log(1 + texts.length / (counts.get(id) ?? 1));
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** How much a field counts for each of its words in the text, and in the title. */
const IN_TEXT = 0.25;
const IN_TITLE = 0.4;

function fieldsOf({ hits, fields }: LinkSource, item: Linkable): NamedFields {
  const named = new Map<string, number>();
  for (const { id } of fields) {
    const category = fieldCategory(id);
    const inText = item.stretches.reduce((sum, span) => sum + hits.in(category, span).length, 0);
    const inTitle = hits.in(category, item.title).length;
    if (inText + inTitle > 0) named.set(id, Math.min(1, IN_TEXT * inText + IN_TITLE * inTitle));
  }
  return named;
}

/** Most words that are shown for a link. */
const MOST_EVIDENCE = 5;

/** What a reader can point at: words that both use, longest first, then fields of work that both name. */
function evidenceOf(
  [here, there]: readonly [ReadonlySet<string>, ReadonlySet<string>],
  [own, other]: readonly [NamedFields, NamedFields],
  fieldRarity: (id: string) => number,
): readonly string[] {
  const words = [...here].filter((word) => there.has(word));
  const fields = [...own.keys()].filter((id) => other.has(id));
  words.sort((x, y) => y.length - x.length);
  fields.sort((x, y) => fieldRarity(y) - fieldRarity(x));
  return [...new Set([...words.slice(0, MOST_EVIDENCE - 1), ...fields, ...words])].slice(0, MOST_EVIDENCE);
}

function wordsOf({ words, stopWords }: LinkSource, item: Linkable): ReadonlySet<string> {
  const found = new Set<string>();
  for (const span of [item.title, ...item.stretches])
    for (const word of words.in(span)) if (isContent(word) && !stopWords.has(word)) found.add(word);
  return found;
}

const isContent = (word: string): boolean => word.length > 1 && word >= '一' && word < '\ua000';
