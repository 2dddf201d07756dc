import type { Dictionaries } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { heads, matchAt, type Pattern, parsePattern } from './pattern.js';
import { Trie } from './trie.js';

/** One place where a phrase of the dictionaries stands. */
export interface Hit extends Span {
  readonly weight: number;
}

/** All hits in one text, by category, each list in order and without overlap. */
export class Hits {
  readonly #byCategory: ReadonlyMap<string, readonly Hit[]>;

  constructor(byCategory: ReadonlyMap<string, readonly Hit[]>) {
    this.#byCategory = byCategory;
  }

  /** Hits of a category that lie wholly inside `span`; all of them without one. */
  in(category: string, span?: Span): readonly Hit[] {
    const hits = this.#byCategory.get(category) ?? [];
    if (!span) return hits;
    const from = firstFrom(hits, span.start);
    let to = from;
    while (to < hits.length && (hits[to]?.start ?? span.end) < span.end) to++;
    const last = hits[to - 1];
    if (last && last.end > span.end) to--;
    return to > from ? hits.slice(from, to) : [];
  }

  /** Whether a hit of one of the categories lies inside `span`. */
  has(span: Span, ...categories: readonly string[]): boolean {
    return categories.some((category) => this.first(category, span) !== undefined);
  }

  /** The first hit of a category inside `span`. */
  first(category: string, span: Span): Hit | undefined {
    const hits = this.#byCategory.get(category);
    if (!hits) return undefined;
    const hit = hits[firstFrom(hits, span.start)];
    return hit && hit.end <= span.end ? hit : undefined;
  }

  /** The hit of a category that begins exactly at `start`. */
  at(category: string, start: number): Hit | undefined {
    const hits = this.#byCategory.get(category);
    const hit = hits?.[firstFrom(hits, start)];
    return hit?.start === start ? hit : undefined;
  }
}

/** Index of the first hit that starts at or after `start`. */
function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Needle {
  /** Index into the categories. */
  readonly category: number;
  readonly weight: number;
  /** What has to follow the head under which the needle is filed; null when nothing has. */
  readonly rest: Pattern | null;
}

/** Heads that one phrase is written out into; beyond that its choices are matched one by one. */
const HEADS = 64;

/**
 * The phrase book: every phrase of every category, found in one pass over a text.
 *
 * Phrases are written out into their literal beginnings, and these filed in a trie, so that each position of the text
 * costs a walk of a few characters. Of two phrases of one category that overlap the earlier wins, of two that start
 * together the longer.
 */
export class Lexicon {
  readonly #categories: string[] = [];
  readonly #trie = new Trie<Needle>();

  constructor(dictionaries: Pick<Dictionaries, 'categories' | 'fields' | 'expressions'>) {
    for (const [category, { phrases }] of Object.entries(dictionaries.categories))
      for (const { phrase, weight } of phrases) this.#add(category, phrase, weight);
    for (const field of dictionaries.fields)
      for (const term of field.terms) this.#add(fieldCategory(field.id), term, 1);
    for (const expression of dictionaries.expressions)
      this.#add(`expression-${expression.kind}`, expression.phrase, 1);
  }

  #add(category: string, phrase: string, weight: number): void {
    const index = this.#indexOf(category);
    const plain: Needle = { category: index, weight, rest: null };
    for (const { text, rest } of heads(parsePattern(phrase), HEADS))
      this.#trie.add(text, rest.length > 0 ? { category: index, weight, rest } : plain);
  }

  #indexOf(category: string): number {
    const last = this.#categories.length - 1;
    if (this.#categories[last] === category) return last;
    const known = this.#categories.indexOf(category);
    return known >= 0 ? known : this.#categories.push(category) - 1;
  }

  /** Finds every phrase in `text`, in time linear in its length. */
  scan(text: string): Hits {
    const found: Hit[][] = this.#categories.map(() => []);
    const trie = this.#trie;
    for (let start = 0; start < text.length; start++) {
      let node = trie.step(0, text.charCodeAt(start));
      for (let at = start + 1; node > 0; at++) {
        const needles = trie.at(node);
        if (needles) take(needles, text, start, at, found);
        node = trie.step(node, text.charCodeAt(at));
      }
    }
    return new Hits(new Map(found.map((hits, i) => [this.#categories[i] ?? '', hits])));
  }
}

/** Notes the needles whose heads stand from `start` to `at`, where the rest of them follows. */
function take(
  needles: readonly Needle[],
  text: string,
  start: number,
  at: number,
  found: readonly Hit[][],
): void {
  for (let i = 0; i < needles.length; i++) {
    const needle = needles[i];
    const hits = needle && found[needle.category];
    if (!hits) continue;
    const last = hits[hits.length - 1];
    if (last && last.end > start && last.start < start) continue;
    const end = needle.rest === null ? at : matchAt(needle.rest, text, at);
    if (end <= start) continue;
    if (!last || last.end <= start) hits.push({ start, end, weight: needle.weight });
    else if (end > last.end) hits[hits.length - 1] = { start, end, weight: needle.weight };
  }
}

/** Category under which the terms of a field of work are found. */
export const fieldCategory = (id: string): string => `field-${id}`;
