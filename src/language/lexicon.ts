import type { Dictionaries } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { expand, GAP, type Pieces } from './pattern.js';

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
  readonly category: string;
  readonly pieces: Pieces;
  readonly weight: number;
}

/** A phrase may not stretch over these. */
const STOP = /[。；！？，：\n]/;

/**
 * The phrase book: every phrase of every category, found in one pass over a text.
 *
 * Needles are bucketed by their first two characters, so that each position of the text costs one look-up.
 * Of two phrases of one category that overlap the earlier wins, of two that start together the longer.
 */
export class Lexicon {
  readonly #buckets = new Map<number, Needle[]>();
  readonly #singles = new Map<number, Needle[]>();

  constructor(dictionaries: Pick<Dictionaries, 'categories' | 'fields' | 'expressions'>) {
    for (const [category, { phrases }] of Object.entries(dictionaries.categories))
      for (const { phrase, weight } of phrases) this.#add(category, phrase, weight);
    for (const field of dictionaries.fields)
      for (const term of field.terms) this.#add(fieldCategory(field.id), term, 1);
    for (const expression of dictionaries.expressions)
      this.#add(`expression-${expression.kind}`, expression.phrase, 1);
  }

  #add(category: string, phrase: string, weight: number): void {
    for (const pieces of expand(phrase)) {
      const head = pieces[0];
      const map = head.length > 1 ? this.#buckets : this.#singles;
      const key = head.length > 1 ? pairKey(head.charCodeAt(0), head.charCodeAt(1)) : head.charCodeAt(0);
      const bucket = map.get(key);
      const needle = { category, pieces, weight };
      if (bucket) bucket.push(needle);
      else map.set(key, [needle]);
    }
  }

  /** Finds every phrase in `text`, in time linear in its length. */
  scan(text: string): Hits {
    const found = new Map<string, Hit[]>();
    const add = (needle: Needle, start: number): void => {
      const end = endOf(needle.pieces, text, start);
      if (end < 0) return;
      const hits = found.get(needle.category);
      const last = hits?.at(-1);
      if (!hits || !last) found.set(needle.category, [{ start, end, weight: needle.weight }]);
      else if (start >= last.end) hits.push({ start, end, weight: needle.weight });
      else if (start === last.start && end > last.end) hits[hits.length - 1] = { start, end, weight: needle.weight };
    };
    let code = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const next = text.charCodeAt(i + 1);
      const singles = this.#singles.get(code);
      if (singles) for (const needle of singles) add(needle, i);
      const bucket = this.#buckets.get(pairKey(code, next));
      if (bucket) for (const needle of bucket) add(needle, i);
      code = next;
    }
    return new Hits(found);
  }
}

/** Category under which the terms of a field of work are found. */
export const fieldCategory = (id: string): string => `field-${id}`;

const pairKey = (first: number, second: number): number => first * 0x10000 + second;

/** Where the phrase that starts at `start` ends, or -1 when it does not stand there. */
function endOf(pieces: Pieces, text: string, start: number): number {
  if (!text.startsWith(pieces[0], start)) return -1;
  let end = start + pieces[0].length;
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    const window = text.slice(end + 1, end + GAP + piece.length);
    const at = window.indexOf(piece);
    if (at < 0 || STOP.test(text.slice(end, end + 1 + at))) return -1;
    end += 1 + at + piece.length;
  }
  return end;
}
