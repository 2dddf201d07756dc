import { endsSentence } from './ends.js';
import type { Lines } from './lines.js';
import { canonicalLine } from './noise.js';
import { Kind, kinds } from './units.js';

/**
 * Which lines are page numbers: `— 3 —`, `第 3 页 共 9 页`, `3/9`, and bare numbers where they go up by one
 * from page to page.
 *
 * @returns indices of the lines, ascending
 */
export function findPageNumbers(text: string, lines: Lines): number[] {
  const found: number[] = [];
  const bare: Bare[] = [];
  for (let line = 0; line < lines.count; line++) {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    if (to - from > LONGEST || !mayNumber(text, from, to)) continue;
    const squeezed = canonicalLine(text, from, to, '');
    if (isPageNumber(squeezed)) found.push(line);
    else if (/^\d{1,3}$/.test(squeezed)) bare.push({ line, from, value: Number(squeezed) });
  }
  const chained = bare.length > 1 ? ascending(text, lines, bare) : [];
  return [...found, ...chained].sort((a, b) => a - b);
}

interface Bare {
  readonly line: number;
  readonly from: number;
  readonly value: number;
}

const LONGEST = 30;
/** A page of a document holds at least this; ordinals of a pasted table usually stand closer. */
const PAGE = 200;
const DASHES = '[-—–·~～•─]{1,3}';
const FORMS = [
  new RegExp(`^${DASHES}\\d{1,4}${DASHES}$`),
  /^第(?:\d{1,4}|[一二三四五六七八九十百]{1,5})页(?:[，,、/／]?[（(]?共(?:\d{1,4}|[一二三四五六七八九十百]{1,5})页[）)]?)?$/,
  /^共\d{1,4}页[，,、/／]?第\d{1,4}页$/,
  /^p(?:age|\.)?\d{1,4}(?:(?:of|\/)\d{1,4})?$/i,
];

/** Whether a line holds what no page number is without: a digit, or 第. */
function mayNumber(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === ORDINAL || kinds[unit] === Kind.digit) return true;
  }
  return false;
}

const ORDINAL = '第'.charCodeAt(0);

function isPageNumber(line: string): boolean {
  if (FORMS.some((form) => form.test(line))) return true;
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(line);
  return fraction !== null && Number(fraction[1]) >= 1 && Number(fraction[1]) <= Number(fraction[2]);
}

/** Bare numbers n, n+1, … a page apart that stand where pages end. */
function ascending(text: string, lines: Lines, bare: readonly Bare[]): number[] {
  const chains: Bare[][] = [];
  const waiting = new Map<number, Bare[]>();
  for (const number of bare) {
    const before = waiting.get(number.value);
    const last = before?.at(-1);
    const chain = before !== undefined && last !== undefined && number.from - last.from >= PAGE ? before : [];
    if (chain.length === 0) chains.push(chain);
    else waiting.delete(number.value);
    chain.push(number);
    waiting.set(number.value + 1, chain);
  }
  return chains
    .filter((chain) => chain.length > 1 && endPages(text, lines, chain))
    .flatMap((chain) => chain.map(({ line }) => line));
}

/** How much longer than the shortest page the longest may be for the numbers to count as evenly spaced. */
const EVEN = 2;

/** Most of the numbers interrupt a sentence or stand apart; or there are several, evenly spaced. */
function endPages(text: string, lines: Lines, chain: readonly Bare[]): boolean {
  const edges = chain.filter(
    ({ line }) =>
      line === lines.count - 1 ||
      lines.pageBreak[line] === 1 ||
      lines.pageBreak[line + 1] === 1 ||
      (lines.blanks[line] !== 0 && lines.blanks[line + 1] !== 0) ||
      (line > 0 && !endsSentence(text, lines.from[line - 1] ?? 0, lines.to[line - 1] ?? 0)),
  );
  if (edges.length * 2 > chain.length) return true;
  const pages = chain.slice(1).map(({ from }, i) => from - (chain[i]?.from ?? 0));
  const longest = pages.reduce((most, length) => Math.max(most, length), 0);
  return pages.length >= 3 && pages.every((length) => longest <= EVEN * length);
}
