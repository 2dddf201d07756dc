import { eastAsianWidth } from 'get-east-asian-width';

/** How programs measure characters when they cut lines. */
export const widths = {
  characters: () => 1,
  columns: (char: string) => eastAsianWidth(char.codePointAt(0) ?? 0),
  'wide columns': (char: string) => eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide: true }),
} as const;

/** Cuts every line of a text at a width, anywhere. */
export const cut = (
  text: string,
  width: number,
  measure: (char: string) => number = widths.characters,
): string =>
  text
    .split('\n')
    .map((line) => fill([...line], width, measure))
    .join('\n');

/** Cuts lines as typesetters do: no punctuation at a line's beginning, figures and words kept whole. */
export const typeset = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => {
      const pieces = line.match(/[“‘（《]*(?:[A-Za-z0-9.%]+|.)[，。、；：！？”’）》]*/gu) ?? [];
      return fill(pieces, width, (piece) => piece.length);
    })
    .join('\n');

function fill(pieces: readonly string[], width: number, measure: (piece: string) => number): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const needed = measure(piece);
    if (used + needed > width && line !== '') {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += needed;
  }
  return [...lines, line].join('\n');
}

/** Puts a line behind every so many lines, as a page's foot. */
export const paged = (text: string, linesPerPage: number, foot: (page: number) => string): string =>
  text
    .split('\n')
    .flatMap((line, i) => ((i + 1) % linesPerPage === 0 ? [line, foot((i + 1) / linesPerPage)] : [line]))
    .join('\n');
