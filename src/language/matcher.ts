import { isHan } from './pairs.js';
import { type Choice, GAP_SIGN, type Pattern } from './pattern.js';

/** Longest stretch that a gap `…` may stand for, in characters; the shortest is one. */
const GAP = 12;

/** A gap may not stretch over these. */
const STOPS: ReadonlySet<number> = new Set(Array.from('。；！？，：\n', (char) => char.charCodeAt(0)));

/** Han characters, which nearly all are, need no look into the set. */
const isStop = (code: number): boolean => !isHan(code) && STOPS.has(code);

/**
 * A pattern made ready to be looked for at many places: each of its pieces knows what follows it. Of several ways to
 * match the longest is taken, of a gap the shortest.
 */
export class Matcher {
  readonly #start: State | null;
  /** Low bytes of the characters that a match can begin with; null when it can with any, or be empty. */
  readonly begins: readonly number[] | null;

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
  readonly offers: Offers | null;
  /** Low bytes of the characters that what is left can begin with; null when it can with any. */
  readonly begins: readonly number[] | null;
  readonly next: State | null;
}

/** What a choice offers. */
interface Offers {
  /** Filed under the character that each begins with. */
  readonly byFirst: ReadonlyMap<number, readonly State[]>;
  /** Those that begin with a choice of their own. */
  readonly others: readonly State[];
  /** Whether all may be passed over. */
  readonly optional: boolean;
  /** By the low byte of a character, whether what is left can begin with it: most characters need no look into the rest. */
  readonly may: Uint8Array | null;
}

function follow(pattern: Pattern, next: State | null): State | null {
  let state = next;
  for (let i = pattern.length - 1; i >= 0; i--) {
    const piece = pattern[i] ?? '';
    if (piece === GAP_SIGN) state = { literal: '', offers: null, begins: null, next: state };
    else if (typeof piece === 'string')
      state = { literal: piece, offers: null, begins: [piece.charCodeAt(0) & 0xff], next: state };
    else state = choice(piece, state);
  }
  return state;
}

function choice({ patterns, optional }: Choice, next: State | null): State {
  const byFirst = new Map<number, State[]>();
  const others: State[] = [];
  // Behind what may be passed over anything can follow, at the end of a pattern.
  let begins: Set<number> | null = new Set(optional ? next?.begins : []);
  if (optional && !next?.begins) begins = null;
  for (const pattern of patterns) {
    const state = follow(pattern, next);
    if (!state) continue;
    if (!state.begins) begins = null;
    else for (const byte of state.begins) begins?.add(byte);
    const code = state.literal.charCodeAt(0);
    const filed = byFirst.get(code);
    if (state.literal === '') others.push(state);
    else if (filed) filed.push(state);
    else byFirst.set(code, [state]);
  }
  const may = begins && new Uint8Array(256);
  for (const byte of begins ?? []) if (may) may[byte] = 1;
  return { literal: '', offers: { byFirst, others, optional, may }, begins: begins && [...begins], next };
}

function match(start: State | null, text: string, from: number): number {
  let at = from;
  for (let state = start; state; state = state.next) {
    const { literal, offers } = state;
    if (offers) return matchOffers(offers, state.next, text, at);
    if (literal === '') return matchGap(state.next, text, at);
    for (let i = 0; i < literal.length; i++) if (text.charCodeAt(at + i) !== literal.charCodeAt(i)) return -1;
    at += literal.length;
  }
  return at;
}

function matchOffers(
  { byFirst, others, optional, may }: Offers,
  next: State | null,
  text: string,
  at: number,
): number {
  const code = text.charCodeAt(at);
  if (may && may[code & 0xff] !== 1) return -1;
  let best = optional ? match(next, text, at) : -1;
  const filed = byFirst.get(code);
  if (filed) for (let i = 0; i < filed.length; i++) best = Math.max(best, match(filed[i] ?? null, text, at));
  for (let i = 0; i < others.length; i++) best = Math.max(best, match(others[i] ?? null, text, at));
  return best;
}

function matchGap(next: State | null, text: string, at: number): number {
  const last = Math.min(at + GAP, text.length);
  const may = next?.offers?.may;
  const first = next && next.literal !== '' ? next.literal.charCodeAt(0) : -1;
  for (let end = at + 1; end <= last; end++) {
    if (isStop(text.charCodeAt(end - 1))) return -1;
    const code = text.charCodeAt(end);
    if (first >= 0 ? first !== code : may && may[code & 0xff] !== 1) continue;
    const found = match(next, text, end);
    if (found >= 0) return found;
  }
  return -1;
}
