import type { Dictionaries } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { matchAt, openings, type Pattern, parsePattern } from './pattern.js';

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
  readonly pattern: Pattern;
  readonly weight: number;
}

/**
 * The phrase book: every phrase of every category, found in one pass over a text.
 *
 * Needles are filed under their first two characters, so that each position of the text costs one look-up. Of
 * two phrases of one category that overlap the earlier wins, of two that start together the longer.
 */
export class Lexicon {
  readonly #categories: string[] = [];
  readonly #pairs = new Map<number, Needle[]>();
  readonly #singles = new Map<number, Needle[]>();
  /** 1 for every character that a needle begins with. */
  readonly #opens = new Uint8Array(0x10000);

  constructor(dictionaries: Pick<Dictionaries, 'categories' | 'fields' | 'expressions'>) {
    for (const [category, { phrases }] of Object.entries(dictionaries.categories))
      for (const { phrase, weight } of phrases) this.#add(category, phrase, weight);
    for (const field of dictionaries.fields)
      for (const term of field.terms) this.#add(fieldCategory(field.id), term, 1);
    for (const expression of dictionaries.expressions)
      this.#add(`expression-${expression.kind}`, expression.phrase, 1);
  }

  #add(category: string, phrase: string, weight: number): void {
    const pattern = parsePattern(phrase);
    const needle = { category: this.#indexOf(category), pattern, weight };
    for (const opening of openings(pattern)) {
      const [map, key] =
        opening.length > 1
          ? [this.#pairs, pairKey(opening.charCodeAt(0), opening.charCodeAt(1))]
          : [this.#singles, opening.charCodeAt(0)];
      this.#opens[opening.charCodeAt(0)] = 1;
      const bucket = map.get(key);
      if (bucket) bucket.push(needle);
      else map.set(key, [needle]);
    }
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
    let code = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const next = text.charCodeAt(i + 1);
      if (this.#opens[code] === 1) {
        this.#try(this.#singles.get(code), text, i, found);
        this.#try(this.#pairs.get(pairKey(code, next)), text, i, found);
      }
      code = next;
    }
    return new Hits(new Map(found.map((hits, i) => [this.#categories[i] ?? '', hits])));
  }

  #try(needles: readonly Needle[] | undefined, text: string, start: number, found: readonly Hit[][]): void {
    if (!needles) return;
    for (let i = 0; i < needles.length; i++) {
      const needle = needles[i];
      const hits = needle && found[needle.category];
      if (!hits) continue;
      const last = hits[hits.length - 1];
      if (last && last.end > start && last.start < start) continue;
      const { pattern, weight } = needle;
      const end = matchAt(pattern, text, start);
      if (end <= start) continue;
      if (!last || last.end <= start) hits.push({ start, end, weight });
      else if (end > last.end) hits[hits.length - 1] = { start, end, weight };
    }
  }
}

/** Category under which the terms of a field of work are found. */
export const fieldCategory = (id: string): string => `field-${id}`;

const pairKey = (first: number, second: number): number => first * 0x10000 + second;
