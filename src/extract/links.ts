import type { Link } from '../analysis.js';
import { type Bigrams, bigramLikeness, type Shared } from './link-bigrams.js';
import type { LinkWeights } from './link-weights.js';

/** What is told of a text that can be linked: a problem, a cause or a measure. Found once, for all its links. */
export interface Linkable {
  readonly id: string;
  readonly fields: NamedFields;
  readonly bigrams: Bigrams;
  /** Content words, but for those that everybody uses; cut out when first asked for. */
  readonly words: () => ReadonlySet<string>;
}

/** How strongly a text names each field of work, 0 … 1; 0 where it does not. */
type NamedFields = Float64Array;

/** The links of one text. */
export interface Linked {
  readonly links: readonly Link[];
  /** Strength of the likeliest partner, linked or not; 0 where there is none. */
  readonly nearest: number;
}

/** What links are found from besides the texts themselves. */
export interface LinkSigns {
  /** Ids of the fields of work, in the order of `Linkable.fields`. */
  readonly fields: readonly string[];
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

/**
 * Links each problem to the causes or measures that speak of the same object, field or behaviour, by what they
 * share: characters side by side weighted by their rarity in the document, fields of work, and their place in the
 * order of both lists. A problem may have no link.
 */
export function findLinks(
  signs: LinkSigns,
  from: readonly Linkable[],
  to: readonly Linkable[],
): readonly Linked[] {
  const all = [...from, ...to];
  const fieldRarity = rarityOf(all.map(({ fields }) => fields));
  const shared = bigramLikeness(all.map(({ bigrams }) => bigrams));
  return from.map((item, i) => {
    const strengths = to.map((target, j) => {
      const prior = signs.prior(i, j);
      if (prior <= 0) return 0;
      const order = 1 - Math.abs((i + 0.5) / from.length - (j + 0.5) / to.length);
      const field = sharedFields(item.fields, target.fields, fieldRarity);
      return likely(signs, shared(i, from.length + j), field, order, i, j, prior);
    });
    const nearest = Math.max(0, ...strengths);
    const least = Math.max(THRESHOLD, NEAR * nearest);
    const likeliest: { readonly target: Linkable; readonly strength: number }[] = [];
    to.forEach((target, j) => {
      const strength = strengths[j] ?? 0;
      if (strength >= least) likeliest.push({ target, strength });
    });
    const links = likeliest
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_LINKS)
      .map(({ target, strength }): Link => {
        let evidence: Link['evidence'] | undefined;
        return {
          to: target.id,
          strength,
          get evidence() {
            evidence ??= evidenceOf(item, target, signs.fields, fieldRarity);
            return evidence;
          },
        };
      });
    return { links, nearest };
  });
}

/** How likely a reader draws the link. */
function likely(
  { weights, theme }: LinkSigns,
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
function sharedFields(own: NamedFields, other: NamedFields, rarity: Float64Array): number {
  let sum = 0;
  for (let field = 0; field < rarity.length; field++)
    sum += (rarity[field] ?? 0) * (own[field] ?? 0) * (other[field] ?? 0);
  return sum;
}

/** How rare each field is among several texts. */
function rarityOf(texts: readonly NamedFields[]): Float64Array {
  const counts = new Float64Array(texts[0]?.length ?? 0);
  for (const named of texts)
    for (let field = 0; field < counts.length; field++)
      if ((named[field] ?? 0) > 0) counts[field] = (counts[field] ?? 0) + 1;
  return counts.map((count) => Math.log(1 + texts.length / Math.max(1, count)));
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Most words that are shown for a link. */
const MOST_EVIDENCE = 5;

/** What a reader can point at: words that both use, longest first, then fields of work that both name. */
function evidenceOf(
  here: Linkable,
  there: Linkable,
  ids: readonly string[],
  fieldRarity: Float64Array,
): readonly string[] {
  const words: string[] = [];
  const others = there.words();
  for (const word of here.words()) {
    if (!others.has(word)) continue;
    let at = words.length;
    while (at > 0 && (words[at - 1]?.length ?? 0) < word.length) at--;
    if (at < MOST_EVIDENCE) words.splice(at, 0, word);
  }
  const named: number[] = [];
  for (let field = 0; field < ids.length; field++)
    if ((here.fields[field] ?? 0) > 0 && (there.fields[field] ?? 0) > 0) named.push(field);
  named.sort((x, y) => (fieldRarity[y] ?? 0) - (fieldRarity[x] ?? 0));
  const fields = named.map((field) => ids[field] ?? '');
  return [...new Set([...words.slice(0, MOST_EVIDENCE - 1), ...fields, ...words])].slice(0, MOST_EVIDENCE);
}
