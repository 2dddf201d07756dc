import type { Lines } from './lines.js';
import { canonical, Kind, kinds } from './units.js';

/** Phrases that web pages leave behind, compiled; see `dictionaries/lexicons/noise.yaml` for each category. */
export interface NoisePhrases {
  readonly opening: RegExp;
  readonly whole: RegExp;
  readonly anywhere: RegExp;
  readonly site: RegExp;
}

/** The part of the dictionaries that this module reads. */
export type NoiseCategories = Readonly<Record<string, { readonly phrases: readonly string[] } | undefined>>;

/** @param categories the categories `page-noise…` and `site-name` of the lexicons; others are passed over */
export function noisePhrases(categories: NoiseCategories): NoisePhrases {
  const any = (name: string): string => {
    const phrases = categories[name]?.phrases ?? [];
    // Long ones first: the first that fits is taken. `(?!)` fits nowhere.
    const sources = phrases.map(patternSource).sort((a, b) => b.length - a.length);
    return sources.length === 0 ? '(?!)' : `(?:${sources.join('|')})`;
  };
  return {
    opening: new RegExp(`^${OPEN}${DATE}${OPEN}${any('page-noise')}(?:[:：\\]】)） \\d|/]|$)`),
    whole: new RegExp(`${any('page-noise-line')}`, 'y'),
    anywhere: new RegExp(any('page-noise-anywhere'), 'i'),
    site: new RegExp(`^[[【(（〔].{1,24}${any('site-name')}[\\]】)）〕]$`),
  };
}

/** How far from either end of a text web noise is looked for, in non-blank lines. */
const HEAD = 12;
const FOOT = 20;
const LONGEST = 90;
const OPEN = '[[【(（〔]?';
const DATE = '(?:\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日? ?(?:\\d{1,2}:\\d{2}(?::\\d{2})? ?)?)?';
const SEPARATORS = ' |[]【】()（）〔〕:：/·';

/**
 * Which lines are left-overs of a web page.
 *
 * @param skip lines that are nothing to read already; they are not counted from the ends
 * @returns indices of the lines, ascending
 */
export function findWebNoise(text: string, lines: Lines, skip: Uint8Array, phrases: NoisePhrases): number[] {
  const kept: number[] = [];
  for (let i = 0; i < lines.count && kept.length < HEAD; i++) if (skip[i] === 0) kept.push(i);
  const head = kept.at(-1) ?? -1;
  const foot: number[] = [];
  for (let i = lines.count - 1; i > head && foot.length < FOOT; i--) if (skip[i] === 0) foot.push(i);
  return [...kept, ...foot.reverse()].filter((line) => {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    return to - from <= LONGEST && isNoise(canonicalLine(text, from, to, ' '), phrases);
  });
}

/**
 * A short line in canonical units, zero-width ones left out.
 *
 * @param gap what a run of white space becomes
 */
export function canonicalLine(text: string, from: number, to: number, gap: '' | ' '): string {
  let line = '';
  let space = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit];
    if (kind === Kind.none) continue;
    if (kind === Kind.space || kind === Kind.tab) {
      space = true;
      continue;
    }
    if (space) line += gap;
    space = false;
    line += String.fromCharCode(canonical[unit] ?? unit);
  }
  return line;
}

function isNoise(line: string, phrases: NoisePhrases): boolean {
  return (
    phrases.opening.test(line) ||
    phrases.anywhere.test(line) ||
    phrases.site.test(line) ||
    consistsOf(line, phrases.whole)
  );
}

/** Whether a line is nothing but phrases with separators between; no backtracking. */
function consistsOf(line: string, phrase: RegExp): boolean {
  let found = false;
  let at = 0;
  while (at < line.length) {
    if (SEPARATORS.includes(line.charAt(at))) {
      at++;
      continue;
    }
    phrase.lastIndex = at;
    const match = phrase.exec(line);
    if (match === null || match[0] === '') return false;
    at += match[0].length;
    found = true;
  }
  return found;
}

/** The pattern language of the dictionaries as a regular expression's source. */
function patternSource(pattern: string): string {
  return pattern
    .replace(/[.*+^${}[\]\\/]/g, '\\$&')
    .replace(/\((?!\?)/g, '(?:')
    .replaceAll('…', '[^。！？；]{1,12}');
}
