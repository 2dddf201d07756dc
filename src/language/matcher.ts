import { type Choice, GAP_SIGN, type Pattern } from './pattern.js';

/** Longest stretch that a gap `…` may stand for, in characters; the shortest is one. */
const GAP = 12;

/** A gap may not stretch over these. */
const STOPS: ReadonlySet<number> = new Set(Array.from('。；！？，：\n', (char) => char.charCodeAt(0)));

/** Han characters, which nearly all are, need no look into the set. */
const isStop = (code: number): boolean => (code < 0x4e00 || code > 0x9fff) && STOPS.has(code);

/**
 * A pattern made ready to be looked for at many places: each of its pieces knows what follows it. Of several ways to
 * match the longest is taken, of a gap the shortest.
 */
export class Matcher {
  readonly #start: State | null;
  /** By the low byte of a character, whether a match can begin with it; null when it can with any, or be empty. */
  readonly begins: Uint8Array | null;

  constructor(pattern: Pattern) {
    this.#start = follow(pattern, null);
    this.begins = this.#start?.begins ?? null;
  }

  /** End of the text that starts at `at` and that the pattern matches; -1 when there is none. */
  endAt(text: string, at: number): number {
    return match(this.#start, text, at);
  }
}

/** A piece of a pattern; null stands for the end of the pattern. */
interface State {
  /** Literal characters; empty for a gap or a choice. */
  readonly literal: string;
  /** What a choice offers, filed under the character that each begins with; null for literal characters and gaps. */
  readonly choices: ReadonlyMap<number, readonly State[]> | null;
  /** Choices that begin with a choice of their own. */
  readonly others: readonly State[];
  /** Whether a choice may be passed over. */
  readonly optional: boolean;
  /** By the low byte of a character, whether what is left can begin with it; null when it can with any. */
  readonly begins: Uint8Array | null;
  readonly next: State | null;
}

function follow(pattern: Pattern, next: State | null): State | null {
  let state = next;
  for (const piece of pattern.toReversed())
    state =
      piece === GAP_SIGN
        ? gap(state)
        : typeof piece === 'string'
          ? literal(piece, state)
          : choice(piece, state);
  return state;
}

const gap = (next: State | null): State => ({
  literal: '',
  choices: null,
  others: [],
  optional: false,
  begins: null,
  next,
});

function literal(text: string, next: State | null): State {
  const begins = new Uint8Array(256);
  begins[text.charCodeAt(0) & 0xff] = 1;
  return { literal: text, choices: null, others: [], optional: false, begins, next };
}

function choice({ patterns, optional }: Choice, next: State | null): State {
  const choices = new Map<number, State[]>();
  const others: State[] = [];
  for (const pattern of patterns) {
    const state = follow(pattern, next);
    if (!state) continue;
    const code = state.literal.charCodeAt(0);
    const filed = choices.get(code);
    if (state.literal === '') others.push(state);
    else if (filed) filed.push(state);
    else choices.set(code, [state]);
  }
  const follows = [...choices.values()].flat();
  // Behind what may be passed over anything can follow, at the end of a pattern.
  const begins = union([...follows, ...others, ...(optional ? [next] : [])]);
  return { literal: '', choices, others, optional, begins, next };
}

/** What one of several can begin with. */
function union(states: readonly (State | null)[]): Uint8Array | null {
  const all = new Uint8Array(256);
  for (const state of states) {
    if (!state?.begins) return null;
    state.begins.forEach((may, byte) => {
      if (may) all[byte] = 1;
    });
  }
  return all;
}

function match(start: State | null, text: string, from: number): number {
  let at = from;
  for (let state = start; state; state = state.next) {
    const { literal, choices } = state;
    if (choices) return matchChoice(state, choices, text, at);
    if (literal === '') return matchGap(state.next, text, at);
    for (let i = 0; i < literal.length; i++) if (text.charCodeAt(at + i) !== literal.charCodeAt(i)) return -1;
    at += literal.length;
  }
  return at;
}

function matchChoice(
  { others, optional, begins, next }: State,
  choices: ReadonlyMap<number, readonly State[]>,
  text: string,
  at: number,
): number {
  const code = text.charCodeAt(at);
  if (begins && begins[code & 0xff] !== 1) return -1;
  let best = optional ? match(next, text, at) : -1;
  const filed = choices.get(code);
  if (filed) for (let i = 0; i < filed.length; i++) best = Math.max(best, match(filed[i] ?? null, text, at));
  for (let i = 0; i < others.length; i++) best = Math.max(best, match(others[i] ?? null, text, at));
  return best;
}

function matchGap(next: State | null, text: string, at: number): number {
  const last = Math.min(at + GAP, text.length);
  const begins = next?.begins;
  for (let end = at + 1; end <= last; end++) {
    if (isStop(text.charCodeAt(end - 1))) return -1;
    if (begins && begins[text.charCodeAt(end) & 0xff] !== 1) continue;
    const found = match(next, text, end);
    if (found >= 0) return found;
  }
  return -1;
}
