/** Longest stretch that a gap `…` may stand for, in characters. */
export const GAP = 12;

/** A phrase of the dictionaries, parsed: pieces that follow one another. */
export type Pattern = readonly Piece[];

/** Literal characters, one of several patterns, or the sign of a gap. */
export type Piece = string | Choice;

/** One of several patterns, filed under the character each begins with. */
export interface Choice {
  readonly byFirst: ReadonlyMap<number, readonly Pattern[]>;
  /** By the low byte of a character, whether one in `byFirst` has it: most characters of a text can be passed over. */
  readonly lowBytes: Uint8Array;
  /** Those that begin with a choice of their own. */
  readonly others: readonly Pattern[];
  /** Whether all may be absent. */
  readonly optional: boolean;
}

const GAP_SIGN = '…';

/**
 * Parses a phrase: literal characters, `(a|b)`, `(a)?`, and `…` for a gap of 1 to {@link GAP} characters without
 * sentence punctuation. Groups may be nested.
 *
 * @throws Error naming the phrase when a bracket has no partner, or a gap stands at either end or beside another
 */
export function parsePattern(phrase: string): Pattern {
  const pattern = readPattern(phrase);
  if (
    pattern.length === 0 ||
    pattern[0] === GAP_SIGN ||
    pattern.at(-1) === GAP_SIGN ||
    pattern.some((piece, i) => piece === GAP_SIGN && pattern[i + 1] === GAP_SIGN)
  )
    throw new Error(`empty piece: ${phrase}`);
  return pattern;
}

/** Reads what {@link writePattern} wrote: a phrase or what remains of one, which may begin with a gap. */
export function readPattern(phrase: string): Pattern {
  // Most phrases are words and no more.
  if (/^[^()|…]+$/.test(phrase)) return [phrase];
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what}: ${phrase}`);
  };
  const choices = (depth: number): Pattern[] => {
    const all: Piece[][] = [[]];
    const add = (piece: Piece): void => {
      const current = all[all.length - 1] ?? [];
      const last = current.at(-1);
      if (isLiteral(piece) && isLiteral(last)) current[current.length - 1] = last + piece;
      else current.push(piece);
    };
    while (at < phrase.length) {
      const char = phrase.charAt(at++);
      if (char === '(') {
        const inner = choices(depth + 1);
        const optional = phrase.charAt(at) === '?';
        if (optional) at++;
        add(choiceOf(inner, optional));
      } else if (char === ')') {
        if (depth === 0) fail('unopened bracket');
        return all;
      } else if (char === '|') all.push([]);
      else add(char);
    }
    if (depth > 0) fail('unclosed bracket');
    return all;
  };
  const all = choices(0);
  const [only] = all;
  return only && all.length === 1 ? only : [choiceOf(all, false)];
}

/** A pattern as phrases are written. */
export const writePattern = (pattern: Pattern): string =>
  pattern
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : `(${patternsOf(piece).map(writePattern).join('|')})${piece.optional ? '?' : ''}`,
    )
    .join('');

const isLiteral = (piece: Piece | undefined): piece is string =>
  typeof piece === 'string' && piece !== GAP_SIGN;

function choiceOf(patterns: readonly Pattern[], optional: boolean): Choice {
  const byFirst = new Map<number, Pattern[]>();
  const others: Pattern[] = [];
  let empty = optional;
  for (const pattern of patterns) {
    const [first] = pattern;
    if (first === undefined) empty = true;
    else if (isLiteral(first)) {
      const code = first.charCodeAt(0);
      const known = byFirst.get(code);
      if (known) known.push(pattern);
      else byFirst.set(code, [pattern]);
    } else others.push(pattern);
  }
  const lowBytes = new Uint8Array(256);
  for (const code of byFirst.keys()) lowBytes[code & 0xff] = 1;
  return { byFirst, lowBytes, others, optional: empty };
}

const patternsOf = ({ byFirst, others }: Choice): readonly Pattern[] => [
  ...[...byFirst.values()].flat(),
  ...others,
];

/** One way in which a match can begin, and what has to follow. */
export interface Head {
  readonly text: string;
  /** Empty when the match ends with the text. */
  readonly rest: Pattern;
}

/**
 * All ways in which a match can begin, written out as far as the first gap, or as far as there are no more than
 * `limit` of them. A head without text comes only from a pattern that begins with a gap.
 */
export function heads(pattern: Pattern, limit: number): readonly Head[] {
  let done: readonly Head[] = [{ text: '', rest: [] }];
  for (const [i, piece] of pattern.entries()) {
    const inner = piece === GAP_SIGN ? [] : headsOf(piece, limit);
    const atStart = done.length === 1 && done[0]?.text === '';
    const cut = inner.some(({ rest }) => rest.length > 0);
    if (atStart && cut) {
      const behind = pattern.slice(i + 1);
      return inner.map(({ text, rest }) => ({ text, rest: [...rest, ...behind] }));
    }
    if (inner.length === 0 || cut || (!atStart && done.length * inner.length > limit)) {
      const behind = pattern.slice(i);
      return done.flatMap(({ text }) =>
        text === '' && i > 0 ? heads(behind, limit) : [{ text, rest: behind }],
      );
    }
    done = done.flatMap((head) => inner.map(({ text }) => ({ text: head.text + text, rest: [] })));
  }
  return done.filter(({ text }) => text !== '');
}

const headsOf = (piece: string | Choice, limit: number): readonly Head[] =>
  typeof piece === 'string'
    ? [{ text: piece, rest: [] }]
    : [
        ...patternsOf(piece).flatMap((inner) => heads(inner, limit)),
        ...(piece.optional ? [{ text: '', rest: [] }] : []),
      ];

/** A phrase may not stretch over these: 。；！？，： and line ends. */
const STOPS: ReadonlySet<number> = new Set(Array.from('。；！？，：\n', (char) => char.charCodeAt(0)));

/** What remains to be matched behind a choice. */
interface Rest {
  readonly pattern: Pattern;
  readonly index: number;
  readonly then: Rest | null;
}

/** What a pattern can begin with: a quick test, for most characters of a text begin no match. */
export interface Beginnings {
  /** By the low byte of a character, whether a match that is not empty can begin with it. */
  readonly lowBytes: Uint8Array;
  /** Whether a match may be empty. */
  readonly optional: boolean;
}

/** @returns null when a match can begin with any character */
export function beginnings(pattern: Pattern): Beginnings | null {
  const lowBytes = new Uint8Array(256);
  for (const piece of pattern) {
    if (piece === GAP_SIGN) return null;
    if (typeof piece === 'string') {
      lowBytes[piece.charCodeAt(0) & 0xff] = 1;
      return { lowBytes, optional: false };
    }
    if (piece.others.length > 0) return null;
    piece.lowBytes.forEach((may, byte) => {
      if (may) lowBytes[byte] = 1;
    });
    if (!piece.optional) return { lowBytes, optional: false };
  }
  return { lowBytes, optional: true };
}

/** End of the longest text that starts at `at` and that the pattern matches; -1 when there is none. */
export function matchAt(pattern: Pattern, text: string, at: number): number {
  return match(pattern, 0, text, at, null);
}

function match(pattern: Pattern, index: number, text: string, at: number, then: Rest | null): number {
  const piece = pattern[index];
  if (piece === undefined) return then ? match(then.pattern, then.index, text, at, then.then) : at;
  if (piece === GAP_SIGN) {
    const next = pattern[index + 1];
    for (
      let end = at + 1;
      end <= at + GAP && end <= text.length && !STOPS.has(text.charCodeAt(end - 1));
      end++
    ) {
      if (!mayStart(next, text.charCodeAt(end))) continue;
      const found = match(pattern, index + 1, text, end, then);
      if (found >= 0) return found;
    }
    return -1;
  }
  if (typeof piece === 'string')
    return text.startsWith(piece, at) ? match(pattern, index + 1, text, at + piece.length, then) : -1;
  let best = piece.optional ? match(pattern, index + 1, text, at, then) : -1;
  const code = text.charCodeAt(at);
  const filed = piece.lowBytes[code & 0xff] ? piece.byFirst.get(code) : undefined;
  if (!filed && piece.others.length === 0) return best;
  // At the end of the whole pattern nothing has to be remembered.
  const rest: Rest | null = index + 1 < pattern.length ? { pattern, index: index + 1, then } : then;
  if (filed) for (let i = 0; i < filed.length; i++) best = longer(best, filed[i], text, at, rest);
  for (let i = 0; i < piece.others.length; i++) best = longer(best, piece.others[i], text, at, rest);
  return best;
}

/** Whether a piece can begin with a character; a quick test before the real one. */
const mayStart = (piece: Piece | undefined, code: number): boolean =>
  piece === undefined ||
  (typeof piece === 'string'
    ? piece.charCodeAt(0) === code
    : piece.optional || piece.others.length > 0 || piece.lowBytes[code & 0xff] === 1);

function longer(
  best: number,
  pattern: Pattern | undefined,
  text: string,
  at: number,
  rest: Rest | null,
): number {
  const end = pattern ? match(pattern, 0, text, at, rest) : -1;
  return Math.max(end, best);
}

/**
 * All texts without gaps that a pattern stands for.
 *
 * @returns none for a pattern with a gap
 */
export function literals(pattern: Pattern): readonly string[] {
  let texts: readonly string[] = [''];
  for (const piece of pattern) {
    if (piece === GAP_SIGN) return [];
    const inner =
      typeof piece === 'string'
        ? [piece]
        : [...patternsOf(piece).flatMap(literals), ...(piece.optional ? [''] : [])];
    texts = texts.flatMap((left) => inner.map((right) => left + right));
  }
  return [...new Set(texts)];
}
