/** A phrase of the dictionaries, parsed: pieces that follow one another. */
export type Pattern = readonly Piece[];

/** Literal characters, one of several patterns, or {@link GAP_SIGN}. */
export type Piece = string | Choice;

/** One of several patterns, none of them empty. */
export interface Choice {
  readonly patterns: readonly Pattern[];
  /** Whether all may be absent. */
  readonly optional: boolean;
}

export const GAP_SIGN = '…';

/**
 * Parses a phrase: literal characters, `(a|b)`, `(a)?`, and `…` for a gap (see {@link Matcher}). Groups may be nested.
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
        : `(${piece.patterns.map(writePattern).join('|')})${piece.optional ? '?' : ''}`,
    )
    .join('');

const isLiteral = (piece: Piece | undefined): piece is string =>
  typeof piece === 'string' && piece !== GAP_SIGN;

const choiceOf = (patterns: readonly Pattern[], optional: boolean): Choice => ({
  patterns: patterns.filter(({ length }) => length > 0),
  optional: optional || patterns.some(({ length }) => length === 0),
});

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
        ...piece.patterns.flatMap((inner) => heads(inner, limit)),
        ...(piece.optional ? [{ text: '', rest: [] }] : []),
      ];

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
        : [...piece.patterns.flatMap(literals), ...(piece.optional ? [''] : [])];
    texts = texts.flatMap((left) => inner.map((right) => left + right));
  }
  return [...new Set(texts)];
}
