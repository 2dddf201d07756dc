import type { Span } from '../document/span.js';
import { matchAt, type Pattern, readPattern } from './pattern.js';
import type { PhraseTable } from './phrase-table.js';
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

/**
 * The phrase book: every phrase of every category, found in one pass over a text.
 *
 * Each position of the text costs a walk of a few characters. Of two phrases of one category that overlap the earlier
 * wins, of two that start together the longer.
 */
export class Lexicon {
  readonly #table: PhraseTable;
  readonly #trie: Trie;
  /** Parsed when one is met for the first time. */
  readonly #rests: Pattern[] = [];

  constructor(table: PhraseTable) {
    this.#table = table;
    this.#trie = new Trie(table);
  }

  /** Finds every phrase in `text`, in time linear in its length. */
  scan(text: string): Hits {
    const { categories, needles } = this.#table;
    const found: Hit[][] = categories.map(() => []);
    const trie = this.#trie;
    for (let start = 0; start < text.length; start++) {
      let node = trie.start(text.charCodeAt(start));
      for (let at = start + 1; node > 0; at++) {
        const from = needles[node] ?? 0;
        const to = needles[node + 1] ?? 0;
        if (from < to) this.#take(from, to, text, start, at, found);
        node = trie.step(node, text.charCodeAt(at));
      }
    }
    return new Hits(new Map(found.map((hits, i) => [categories[i] ?? '', hits])));
  }

  /** Notes the needles whose heads stand from `start` to `at`, where the rest of them follows. */
  #take(from: number, to: number, text: string, start: number, at: number, found: readonly Hit[][]): void {
    const { category, weight, rest } = this.#table;
    for (let i = from; i < to; i++) {
      const hits = found[category[i] ?? 0];
      if (!hits) continue;
      const last = hits[hits.length - 1];
      if (last && last.end > start && last.start < start) continue;
      const end = rest[i] === 0 ? at : matchAt(this.#rest((rest[i] ?? 0) - 1), text, at);
      if (end <= start) continue;
      if (!last || last.end <= start) hits.push({ start, end, weight: weight[i] ?? 0 });
      else if (end > last.end) hits[hits.length - 1] = { start, end, weight: weight[i] ?? 0 };
    }
  }

  #rest(index: number): Pattern {
    const known = this.#rests[index];
    if (known) return known;
    const pattern = readPattern(this.#table.rests[index] ?? '');
    this.#rests[index] = pattern;
    return pattern;
  }
}
