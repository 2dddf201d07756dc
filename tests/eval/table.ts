import { eastAsianWidth } from 'get-east-asian-width';

/**
 * A Markdown table whose columns also line up in a terminal, Chinese included. The first column is aligned
 * left, the others right.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => width(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((wide, i) => pad(row[i] ?? '', wide, i === 0)).join(' | ')} |`;
  const rule = `|${widths.map((wide, i) => (i === 0 ? '-'.repeat(wide + 2) : `${'-'.repeat(wide + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(cell: string, wide: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, wide - width(cell)));
  return left ? cell + space : space + cell;
}

/** Columns of a terminal that a string takes. */
export const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
