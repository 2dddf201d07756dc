import type { Span } from '../document/span.js';
import { isHan } from './pairs.js';
import type { Segmenter } from './segmenter.js';
import { stretches } from './stretches.js';

/** The words of a text, looked up by place. Each stretch of Han characters is cut once, at the first look into it. */
export class Words {
  readonly #text: string;
  readonly #segmenter: Segmenter;
  /** Found at the first look-up. */
  #layout: Layout | undefined;
  /** The words of the stretches that have been cut, one behind the other. */
  readonly #cut: string[] = [];

  constructor(text: string, segmenter: Segmenter) {
    this.#text = text;
    this.#segmenter = segmenter;
  }

  /** The words that lie wholly inside one of some spans, span by span. */
  in(...spans: readonly Span[]): readonly string[] {
    const found: string[] = [];
    this.#each(spans, (word) => {
      found.push(word);
    });
    return found;
  }

  /** The words of two Han characters and more inside some spans, each once, but for some that say nothing. */
  content(spans: readonly Span[], stopWords: ReadonlySet<string>): ReadonlySet<string> {
    const found = new Set<string>();
    this.#each(spans, (word) => {
      if (isContent(word) && !stopWords.has(word)) found.add(word);
    });
    return found;
  }

  #each(spans: readonly Span[], visit: (word: string) => void): void {
    this.#layout ??= layOut(this.#text);
    const { starts, ends, firsts } = this.#layout;
    const uncut: number[] = [];
    for (const { start, end } of spans)
      for (let i = firstBehind(ends, start); (starts[i] ?? end) < end; i++) {
        if (firsts[i] !== UNCUT) continue;
        uncut.push(i);
        firsts[i] = ASKED;
      }
    if (uncut.length > 0) this.#cutStretches(uncut, this.#layout);
    for (const { start, end } of spans)
      for (let i = firstBehind(ends, start); (starts[i] ?? end) < end; i++) {
        const behind = ends[i] ?? 0;
        let at = starts[i] ?? 0;
        for (let next = firsts[i] ?? READY; at < behind; next++) {
          const word = firsts[i] === READY ? this.#text.slice(at, behind) : this.#cut[next];
          if (!word) break;
          if (at >= start && at + word.length <= end) visit(word);
          at += word.length;
        }
      }
  }

  #cutStretches(uncut: readonly number[], { starts, ends, firsts }: Layout): void {
    const words = this.#segmenter.cut(uncut.map((i) => this.#text.slice(starts[i], ends[i])));
    let next = 0;
    for (const i of uncut) {
      firsts[i] = this.#cut.length;
      const end = ends[i] ?? 0;
      for (let at = starts[i] ?? 0; at < end; next++) {
        const word = words[next];
        if (!word) throw new Error('the segmenter lost characters');
        this.#cut.push(word);
        at += word.length;
      }
    }
  }
}

/** Where the stretches of a text are, in its order. */
interface Layout {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By stretch, the index of its first word among those that have been cut, or one of the following. */
  readonly firsts: Int32Array;
}

/** A number, a sign, a word of letters: one word as it stands. */
const READY = -1;
const UNCUT = -2;
const ASKED = -3;

function layOut(text: string): Layout {
  const all = stretches(text);
  const starts = new Uint32Array(all.length);
  const ends = new Uint32Array(all.length);
  const firsts = new Int32Array(all.length);
  all.forEach(({ start, end, tag }, i) => {
    starts[i] = start;
    ends[i] = end;
    firsts[i] = tag === null ? UNCUT : READY;
  });
  return { starts, ends, firsts };
}

function isContent(word: string): boolean {
  const code = word.charCodeAt(0);
  return word.length > 1 && isHan(code);
}

/** Index of the first stretch that ends behind a place. */
function firstBehind(ends: Uint32Array, place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
