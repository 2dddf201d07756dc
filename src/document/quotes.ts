import { Kind, kinds } from './units.js';

/**
 * Gives every double quotation mark of a paragraph its direction. Pairs that are right stay as they are, also
 * one inside the other (“…“…”…”). Otherwise straight marks get theirs, and reversed ones (”…“) are put right:
 * of all ways to direct the marks the one is taken that leaves the fewest unpaired, turns the fewest, nests the
 * least and agrees best with the characters beside them.
 *
 * @param units the reading; changed in place, unit by unit
 */
export function directQuotes(units: Uint16Array, start: number, end: number): void {
  const marks = positionsOf(units, start, end, Kind.curly, Kind.straight);
  if (marks.length > 0 && !balanced(units, marks)) direct(units, start, end, marks, OPEN, CLOSE);
}

/** The same for straight single marks; an apostrophe inside a Latin word stays. */
export function directSingleQuotes(units: Uint16Array, start: number, end: number): void {
  let straight = false;
  const marks = positionsOf(units, start, end, Kind.single, Kind.apostrophe).filter((at) => {
    if (units[at] !== APOSTROPHE) return true;
    const inWord =
      kindAt(units, at - 1, start, end) === Kind.latin && kindAt(units, at + 1, start, end) === Kind.latin;
    if (!inWord) straight = true;
    return !inWord;
  });
  if (straight) direct(units, start, end, marks, SINGLE_OPEN, SINGLE_CLOSE);
}

const OPEN = 0x201c;
const CLOSE = 0x201d;
const SINGLE_OPEN = 0x2018;
const SINGLE_CLOSE = 0x2019;
const APOSTROPHE = 0x27;
const DEPTH = 3;

/** Weights: how much a direction gains or costs. Chosen so that two marks turned cost less than two unpaired. */
const GIVEN = 2;
const BESIDE = 2;
const MAYBE = 1;
/** 的 hardly ever opens a quotation, it follows one. */
const FOLLOWS = 1.5;
const NESTED = 1;
const UNPAIRED = 4;

const setOf = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const OPENS_AFTER = setOf('，；：、（《【—');
const ENDS_SENTENCE = setOf('。！？');
const CLOSES_BEFORE = setOf('，。；：、！？）》】');
const POSSESSIVE = '的'.charCodeAt(0);

function positionsOf(units: Uint16Array, start: number, end: number, one: number, other: number): number[] {
  const found: number[] = [];
  for (let i = start; i < end; i++) {
    const kind = kinds[units[i] ?? 0];
    if (kind === one || kind === other) found.push(i);
  }
  return found;
}

function balanced(units: Uint16Array, marks: readonly number[]): boolean {
  let depth = 0;
  for (const at of marks) {
    if (units[at] === OPEN) depth++;
    else if (units[at] === CLOSE) depth--;
    else return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Best directions by dynamic programming over the depth of nesting. */
function direct(
  units: Uint16Array,
  start: number,
  end: number,
  marks: readonly number[],
  open: number,
  close: number,
): void {
  /** For each mark and depth behind it: the depth before, and whether it opens (+ DEPTH). */
  const from = new Uint8Array(marks.length * DEPTH);
  let scores = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  marks.forEach((at, step) => {
    const opening = openingEvidence(units, at, start) + (units[at] === open ? GIVEN : 0);
    const closing = closingEvidence(units, at, end) + (units[at] === close ? GIVEN : 0);
    const next = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let depth = 0; depth < DEPTH; depth++) {
      const score = scores[depth] ?? 0;
      const deeper = Math.min(depth + 1, DEPTH - 1);
      const opened = score + opening - (depth > 0 ? NESTED : 0) - (deeper === depth ? UNPAIRED : 0);
      if (opened > (next[deeper] ?? 0)) {
        next[deeper] = opened;
        from[step * DEPTH + deeper] = depth + DEPTH;
      }
      const shallower = Math.max(depth - 1, 0);
      const closed = score + closing - (depth === 0 ? UNPAIRED : 0);
      if (closed > (next[shallower] ?? 0)) {
        next[shallower] = closed;
        from[step * DEPTH + shallower] = depth;
      }
    }
    scores = next;
  });
  let depth = 0;
  for (let other = 1; other < DEPTH; other++) {
    if ((scores[other] ?? 0) - UNPAIRED * other > (scores[depth] ?? 0) - UNPAIRED * depth) depth = other;
  }
  for (let step = marks.length - 1; step >= 0; step--) {
    const back = from[step * DEPTH + depth] ?? 0;
    units[marks[step] ?? 0] = back >= DEPTH ? open : close;
    depth = back % DEPTH;
  }
}

function openingEvidence(units: Uint16Array, at: number, start: number): number {
  if (at === start) return BESIDE;
  const before = units[at - 1] ?? 0;
  if (OPENS_AFTER.has(before)) return BESIDE;
  return ENDS_SENTENCE.has(before) ? MAYBE : 0;
}

function closingEvidence(units: Uint16Array, at: number, end: number): number {
  if (at === end - 1) return BESIDE;
  const after = units[at + 1] ?? 0;
  if (CLOSES_BEFORE.has(after)) return BESIDE;
  return after === POSSESSIVE ? FOLLOWS : 0;
}

function kindAt(units: Uint16Array, at: number, start: number, end: number): number {
  return at < start || at >= end ? Kind.none : (kinds[units[at] ?? 0] ?? Kind.other);
}
