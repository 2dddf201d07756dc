/** Longest stretch that a gap `…` may stand for, in characters. */
export const GAP = 12;

/** A phrase without alternatives: literal pieces with a gap between each two. */
export type Pieces = readonly [string, ...string[]];

/**
 * Expands a phrase of the dictionaries into all that it stands for.
 *
 * @param pattern `(a|b)`, `(a)?` and `…`, see `dictionaries/README.md`; groups may be nested
 * @returns each alternative as its literal pieces, without duplicates
 * @throws Error naming the pattern when a bracket is not closed or a piece is empty
 */
export function expand(pattern: string): readonly Pieces[] {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what}: ${pattern}`);
  };
  const alternatives = (depth: number): string[] => {
    const all: string[] = [];
    let current = [''];
    while (at < pattern.length) {
      const char = pattern.charAt(at++);
      if (char === '(') {
        let group = alternatives(depth + 1);
        if (pattern.charAt(at) === '?') {
          at++;
          group = [...group, ''];
        }
        current = current.flatMap((left) => group.map((right) => left + right));
      } else if (char === ')') {
        if (depth === 0) fail('unopened bracket');
        return [...all, ...current];
      } else if (char === '|') {
        all.push(...current);
        current = [''];
      } else {
        current = current.map((left) => left + char);
      }
    }
    if (depth > 0) fail('unclosed bracket');
    return [...all, ...current];
  };
  return [...new Set(alternatives(0))].map((text) => {
    const [head, ...tail] = text.split('…');
    if (!head || tail.includes('')) return fail('empty piece');
    return [head, ...tail];
  });
}
