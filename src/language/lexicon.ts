import type { Span } from '../document/span.js';
import { Matcher } from './matcher.js';
import { readPattern } from './pattern.js';
import type { PhraseTable } from './phrase-table.js';
import { step } from './trie.js';

/** The hits of one category: where each starts and ends, in order and without overlap. Numbers, for most are never looked at. */
interface Found extends Places {
  readonly ends: Uint32Array;
}

/** Ascending places, and the index found last: most questions go through a text in order. */
interface Places {
  readonly starts: Uint32Array;
  near: number;
}

const hitAt = ({ starts, ends }: Found, index: number): Span => ({
  start: starts[index] ?? 0,
  end: ends[index] ?? 0,
});

/** Where the phrases of the dictionaries stand in one text, by category; each list in order and without overlap. */
export class Hits {
  readonly #byCategory: ReadonlyMap<string, Found>;
  readonly #groups = new Map<readonly string[], Places>();

  constructor(byCategory: ReadonlyMap<string, Found>) {
    this.#byCategory = byCategory;
  }

  /** Hits of a category that lie wholly inside `span`; all of them without one. */
  in(category: string, span?: Span): readonly Span[] {
    const found = this.#byCategory.get(category);
    if (!found) return NONE;
    const { ends } = found;
    const end = span ? span.end : Number.POSITIVE_INFINITY;
    const from = span ? firstFrom(found, span.start) : 0;
    if (from >= ends.length || (ends[from] ?? 0) > end) return NONE;
    const hits: Span[] = [];
    for (let i = from; i < ends.length && (ends[i] ?? 0) <= end; i++) hits.push(hitAt(found, i));
    return hits;
  }

  /** How many hits of a category lie wholly inside `span`. */
  count(category: string, span: Span): number {
    const found = this.#byCategory.get(category);
    if (!found) return 0;
    const { ends } = found;
    const from = firstFrom(found, span.start);
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
    const group = this.#groups.get(categories) ?? this.#group(categories);
    return (group.starts[firstFrom(group, start)] ?? end) < end;
  }

  #group(categories: readonly string[]): Places {
    const lists = categories.flatMap((category) => this.#byCategory.get(category)?.starts ?? []);
    const starts = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) {
      starts.set(list, at);
      at += list.length;
    }
    const group = { starts: starts.sort(), near: 0 };
    this.#groups.set(categories, group);
    return group;
  }

  /** The first hit of a category inside `span`. */
  first(category: string, span: Span): Span | undefined {
    const found = this.#byCategory.get(category);
    const index = this.#first(category, span);
    return found && index >= 0 ? hitAt(found, index) : undefined;
  }

  /** The last hit of a category inside `span`. */
  last(category: string, span: Span): Span | undefined {
    const found = this.#byCategory.get(category);
    if (!found) return undefined;
    // It is the last that starts inside, unless it goes on beyond the end; no two overlap.
    const behind = firstFrom(found, span.end);
    const index = (found.ends[behind - 1] ?? 0) <= span.end ? behind - 1 : behind - 2;
    return index >= 0 && (found.starts[index] ?? 0) >= span.start ? hitAt(found, index) : undefined;
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
    const index = firstFrom(found, start);
    return found.starts[index] === start ? hitAt(found, index) : undefined;
  }

  /** Index of the first hit of a category inside `span`, -1 when there is none. */
  #first(category: string, span: Span): number {
    const found = this.#byCategory.get(category);
    if (!found) return -1;
    const index = firstFrom(found, span.start);
    return index < found.ends.length && (found.ends[index] ?? 0) <= span.end ? index : -1;
  }
}

/** Most questions are answered by it. */
const NONE: readonly Span[] = [];

/** Index of the first place that is `least` or more: looked for from the one found last, in steps that double, then by halves. */
function firstFrom(places: Places, least: number): number {
  const { starts, near } = places;
  let low = 0;
  let high = starts.length;
  if (near < high && (starts[near] ?? 0) < least) {
    low = near + 1;
    for (let step = 1; low + step <= high; step *= 2) {
      const probe = low + step - 1;
      if ((starts[probe] ?? 0) >= least) {
        high = probe;
        break;
      }
      low = probe + 1;
    }
  } else {
    high = near;
    for (let step = 1; high - step >= 0; step *= 2) {
      const probe = high - step;
      if ((starts[probe] ?? 0) < least) {
        low = probe + 1;
        break;
      }
      high = probe;
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  places.near = low;
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
  /** The nodes behind the root by their characters: most steps are the first of a walk. */
  readonly #roots = new Uint32Array(0x10000);
  /** What has to follow the head of a phrase; read when it is met for the first time. */
  readonly #rests: Matcher[] = [];
  /** Per rest a bit for each low byte of a character: whether it can begin with it. All set until it is read. */
  readonly #begins: Int32Array;

  constructor(table: PhraseTable) {
    this.#table = table;
    this.#begins = new Int32Array(8 * table.rests.length).fill(-1);
    const [first, behind] = table.firsts;
    for (let node = first ?? 0; node < (behind ?? 0); node++) this.#roots[table.codes[node] ?? 0] = node;
  }

  /** Finds every phrase in `text`, in time linear in its length. */
  scan(text: string): Hits {
    const table = this.#table;
    const roots = this.#roots;
    const { categories, needles } = table;
    const found = new Gathered(categories.length, ROOM + ROOM_PER_CHARACTER * text.length);
    for (let start = 0; start < text.length; start++) {
      let node = roots[text.charCodeAt(start)] ?? 0;
      for (let at = start + 1; node > 0; at++) {
        const from = needles[node] ?? 0;
        const to = needles[node + 1] ?? 0;
        if (from < to) this.#take(from, to, text, start, at, found);
        node = step(table, node, text.charCodeAt(at));
      }
    }
    return new Hits(found.byCategory(categories));
  }

  /** Notes the needles whose heads stand from `start` to `at`, where the rest of them follows. */
  #take(from: number, to: number, text: string, start: number, at: number, found: Gathered): void {
    const { category, rest } = this.#table;
    for (let i = from; i < to; i++) {
      const index = (rest[i] ?? 0) - 1;
      if (index >= 0 && !this.#mayFollow(index, text.charCodeAt(at))) continue;
      const own = category[i] ?? 0;
      if (found.isTaken(own, start)) continue;
      const end = index < 0 ? at : (this.#rests[index] ?? this.#readRest(index)).endAt(text, at);
      if (end > start) found.add(own, start, end);
    }
  }

  /** Whether a rest can begin with a character, or be empty; most do not, and need not be matched. */
  #mayFollow(rest: number, code: number): boolean {
    return (((this.#begins[8 * rest + ((code >>> 5) & 7)] ?? 0) >>> (code & 31)) & 1) === 1;
  }

  #readRest(index: number): Matcher {
    const rest = new Matcher(readPattern(this.#table.rests[index] ?? ''));
    this.#rests[index] = rest;
    const own = this.#begins.subarray(8 * index, 8 * index + 8).fill(rest.begins ? 0 : -1);
    for (const byte of rest.begins ?? []) own[byte >>> 5] = (own[byte >>> 5] ?? 0) | (1 << (byte & 31));
    return rest;
  }
}

/** Hits that there is room for at first: a text of the kind has two or three for each character. */
const ROOM = 64;
const ROOM_PER_CHARACTER = 3;

/** Hits in the order they are found, categories by number. */
class Gathered {
  #length = 0;
  #categories: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  /** By category, how many hits there are, and where the last of them is. */
  readonly #counts: Uint32Array;
  readonly #lastStarts: Int32Array;
  readonly #lastEnds: Int32Array;

  constructor(categories: number, room: number) {
    this.#counts = new Uint32Array(categories);
    this.#lastStarts = new Int32Array(categories).fill(-1);
    this.#lastEnds = new Int32Array(categories);
    this.#categories = new Uint16Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  /** Whether a hit that starts at `start` would overlap an earlier one of its category. */
  isTaken(category: number, start: number): boolean {
    return (this.#lastEnds[category] ?? 0) > start && (this.#lastStarts[category] ?? 0) < start;
  }

  /** Notes a hit that is not taken. */
  add(category: number, start: number, end: number): void {
    if (this.#length === this.#starts.length) this.#grow();
    this.#categories[this.#length] = category;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
    this.#counts[category] = (this.#counts[category] ?? 0) + 1;
    if (this.#lastStarts[category] !== start || (this.#lastEnds[category] ?? 0) < end)
      this.#lastEnds[category] = end;
    this.#lastStarts[category] = start;
  }

  #grow(): void {
    const { length } = this.#starts;
    const larger = <Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers => {
      to.set(from);
      return to;
    };
    this.#categories = larger(this.#categories, new Uint16Array(2 * length));
    this.#starts = larger(this.#starts, new Uint32Array(2 * length));
    this.#ends = larger(this.#ends, new Uint32Array(2 * length));
  }

  /** One category behind the other. Of two hits that start together the longer stays. */
  byCategory(names: readonly string[]): ReadonlyMap<string, Found> {
    const starts = new Uint32Array(this.#length);
    const ends = new Uint32Array(this.#length);
    const first = new Uint32Array(names.length);
    for (let i = 1; i < names.length; i++) first[i] = (first[i - 1] ?? 0) + (this.#counts[i - 1] ?? 0);
    /** By category, the place of its next hit. */
    const next = first.slice();
    for (let i = 0; i < this.#length; i++) {
      const category = this.#categories[i] ?? 0;
      const start = this.#starts[i] ?? 0;
      const end = this.#ends[i] ?? 0;
      const place = next[category] ?? 0;
      if (place > (first[category] ?? 0) && starts[place - 1] === start) {
        if (end > (ends[place - 1] ?? 0)) ends[place - 1] = end;
        continue;
      }
      starts[place] = start;
      ends[place] = end;
      next[category] = place + 1;
    }
    const found = new Map<string, Found>();
    names.forEach((name, i) => {
      const [from, to] = [first[i] ?? 0, next[i] ?? 0];
      if (from < to)
        found.set(name, { starts: starts.subarray(from, to), ends: ends.subarray(from, to), near: 0 });
    });
    return found;
  }
}
