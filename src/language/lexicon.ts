import type { Span } from '../document/span.js';
import { beginnings, matchAt, type Pattern, readPattern } from './pattern.js';
import type { PhraseTable } from './phrase-table.js';
import { step } from './trie.js';

/** The hits of one category: where each starts and ends, in order and without overlap. Numbers, for most are never looked at. */
class Found {
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  at(index: number): Span {
    return { start: this.starts[index] ?? 0, end: this.ends[index] ?? 0 };
  }
}

/** Where the phrases of the dictionaries stand in one text, by category; each list in order and without overlap. */
export class Hits {
  readonly #byCategory: ReadonlyMap<string, Found>;
  readonly #groups = new Map<readonly string[], readonly number[]>();

  constructor(byCategory: ReadonlyMap<string, Found>) {
    this.#byCategory = byCategory;
  }

  /** Hits of a category that lie wholly inside `span`; all of them without one. */
  in(category: string, span?: Span): readonly Span[] {
    const found = this.#byCategory.get(category);
    if (!found) return NONE;
    const { starts, ends } = found;
    const end = span ? span.end : Number.POSITIVE_INFINITY;
    const from = span ? firstFrom(starts, span.start) : 0;
    if (from >= ends.length || (ends[from] ?? 0) > end) return NONE;
    const hits: Span[] = [];
    for (let i = from; i < ends.length && (ends[i] ?? 0) <= end; i++) hits.push(found.at(i));
    return hits;
  }

  /** How many hits of a category lie wholly inside `span`. */
  count(category: string, span: Span): number {
    const found = this.#byCategory.get(category);
    if (!found) return 0;
    const { starts, ends } = found;
    const from = firstFrom(starts, span.start);
    let to = from;
    while (to < ends.length && (ends[to] ?? 0) <= span.end) to++;
    return to - from;
  }

  /** Whether a hit of one of the categories lies inside `span`. */
  has(span: Span, ...categories: readonly string[]): boolean {
    for (const category of categories) if (this.#first(category, span) >= 0) return true;
    return false;
  }

  /**
   * Whether a hit of one of several categories begins in a stretch: one search for all of them.
   *
   * @param categories the same array each time
   */
  begins(categories: readonly string[], start: number, end: number): boolean {
    const starts = this.#groups.get(categories) ?? this.#group(categories);
    return (starts[firstFrom(starts, start)] ?? end) < end;
  }

  #group(categories: readonly string[]): readonly number[] {
    const starts: number[] = [];
    for (const category of categories)
      for (const start of this.#byCategory.get(category)?.starts ?? []) starts.push(start);
    starts.sort((a, b) => a - b);
    this.#groups.set(categories, starts);
    return starts;
  }

  /** The first hit of a category inside `span`. */
  first(category: string, span: Span): Span | undefined {
    const index = this.#first(category, span);
    return index < 0 ? undefined : this.#byCategory.get(category)?.at(index);
  }

  /** The last hit of a category inside `span`. */
  last(category: string, span: Span): Span | undefined {
    const found = this.#byCategory.get(category);
    if (!found) return undefined;
    const index = firstFrom(found.ends, span.end + 1) - 1;
    return (found.starts[index] ?? -1) >= span.start ? found.at(index) : undefined;
  }

  /** Sets a mark on each unit of the text that a hit of a category covers. */
  mark(category: string, marks: Uint8Array): void {
    const found = this.#byCategory.get(category);
    found?.starts.forEach((start, i) => {
      marks.fill(1, start, found.ends[i]);
    });
  }

  /** The hit of a category that begins exactly at `start`. */
  at(category: string, start: number): Span | undefined {
    const found = this.#byCategory.get(category);
    if (!found) return undefined;
    const index = firstFrom(found.starts, start);
    return found.starts[index] === start ? found.at(index) : undefined;
  }

  /** Index of the first hit of a category inside `span`, -1 when there is none. */
  #first(category: string, span: Span): number {
    const found = this.#byCategory.get(category);
    if (!found) return -1;
    const index = firstFrom(found.starts, span.start);
    return index < found.ends.length && (found.ends[index] ?? 0) <= span.end ? index : -1;
  }
}

/** Most questions are answered by it. */
const NONE: readonly Span[] = [];

/** Index of the first of ascending places that is `least` or more. */
function firstFrom(places: readonly number[], least: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
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
  /** Parsed when one is met for the first time. */
  readonly #rests: Rest[] = [];

  constructor(table: PhraseTable) {
    this.#table = table;
  }

  /** Finds every phrase in `text`, in time linear in its length. */
  scan(text: string): Hits {
    const { categories, needles } = this.#table;
    const found = categories.map(() => new Found());
    for (let start = 0; start < text.length; start++) {
      let node = step(this.#table, 0, text.charCodeAt(start));
      for (let at = start + 1; node > 0; at++) {
        const from = needles[node] ?? 0;
        const to = needles[node + 1] ?? 0;
        if (from < to) this.#take(from, to, text, start, at, found);
        node = step(this.#table, node, text.charCodeAt(at));
      }
    }
    return new Hits(new Map(found.map((own, i) => [categories[i] ?? '', own])));
  }

  /** Notes the needles whose heads stand from `start` to `at`, where the rest of them follows. */
  #take(from: number, to: number, text: string, start: number, at: number, found: readonly Found[]): void {
    const { category, rest } = this.#table;
    for (let i = from; i < to; i++) {
      const own = found[category[i] ?? 0];
      if (!own) continue;
      const { starts, ends } = own;
      const last = starts.length - 1;
      const before = last < 0 ? 0 : (ends[last] ?? 0);
      if (before > start && (starts[last] ?? 0) < start) continue;
      const index = rest[i] ?? 0;
      const end = index === 0 ? at : this.#restEnd(index - 1, text, at);
      if (end <= start) continue;
      if (before <= start) {
        starts.push(start);
        ends.push(end);
      } else if (end > before) ends[last] = end;
    }
  }

  /** Where the rest of a phrase ends that begins at `at`; -1 when it does not stand there. */
  #restEnd(index: number, text: string, at: number): number {
    let rest = this.#rests[index];
    if (!rest) {
      const pattern = readPattern(this.#table.rests[index] ?? '');
      rest = { pattern, beginnings: beginnings(pattern) };
      this.#rests[index] = rest;
    }
    if (rest.beginnings && !rest.beginnings[text.charCodeAt(at) & 0xff]) return -1;
    return matchAt(rest.pattern, text, at);
  }
}

/** What has to follow the head of a phrase. */
interface Rest {
  readonly pattern: Pattern;
  readonly beginnings: Uint8Array | null;
}
