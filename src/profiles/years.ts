import type { Span } from '../document/span.js';

/** What speaks for the year of a meeting. */
export interface YearEvidence {
  /** How strongly each year is spoken for, 0 … 1; the year is the one that the meeting looks back on. */
  readonly support: ReadonlyMap<number, number>;
  /** The year that the title names; null when it names none, or several. */
  readonly titled: number | null;
}

/** Weight of the years that merely occur, against a meeting that is named. */
const OCCURRENCE = 0.6;
const NAMED_MEETING = 0.9;
const SIGNED = 0.7;
/** A document is dated at its end: characters looked at there. */
const END = 120;

/**
 * The year that a meeting looks back on. A meeting in the first three months of a year closes the year before;
 * an account of 2020年度民主生活会查摆问题的整改 stands in a document of the next year.
 *
 * @param text of the reading
 */
export function yearsOf(text: string, title: Span | null): YearEvidence {
  const words = westernYears(text);
  const support = new Map<number, number>();
  const raise = (year: number, value: number): void => {
    support.set(year, Math.max(support.get(year) ?? 0, value));
  };
  const named = meetings(words);
  for (const [year, share] of shares(words, named)) raise(year, OCCURRENCE * share);
  for (const { year, last } of named) raise(last ? year + 1 : year, NAMED_MEETING);
  for (const [, year, month] of words.slice(-END).matchAll(SIGNATURE)) raise(closing(year, month), SIGNED);
  const inTitle = new Set<number>();
  if (title)
    for (const [, year, month] of words.slice(title.start, title.end).matchAll(TITLE_YEAR))
      inTitle.add(closing(year, month));
  for (const year of inTitle) raise(year, 1);
  const [only, ...others] = inTitle;
  return { support, titled: only !== undefined && others.length === 0 ? only : null };
}

const TITLE_YEAR = /(20\d\d)年(?:度|(\d{1,2})月)?/g;
const SIGNATURE = /^\s{0,4}[（(]?(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?[）)]?\s{0,4}$/gm;
const YEAR = /(20\d\d)(?=年|\.\d)/g;
/** A meeting of a named year: 2020年度(区委常委班子)(专题)民主生活会, and what follows it. */
const MEETING = /(20\d\d)年度[^。；，\n\d]{0,16}生活会(?=([^。；\n]{0,8}))/g;
const BEFORE = /(?:上|前|去)(?:一)?年度?[（(]?$/;
/** What follows the name of an earlier meeting: its problems and what became of them. */
const AFTER = /^(?:上|中|查摆|检视|反馈|整改|所|后|共|提出|对照检查(?:中|问题))/;

const closing = (year = '', month?: string): number =>
  Number(year) - (month !== undefined && Number(month) <= 3 ? 1 : 0);

/** Share of each year in all that occur. The year of an earlier meeting speaks for the one behind it. */
function shares(words: string, named: readonly Meeting[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let total = 0;
  const count = (year: number, by: number): void => {
    counts.set(year, (counts.get(year) ?? 0) + by);
  };
  for (const [, digits] of words.matchAll(YEAR)) {
    count(Number(digits), 1);
    total++;
  }
  for (const { year } of named.filter(({ last }) => last)) {
    count(year, -1);
    count(year + 1, 1);
  }
  return new Map([...counts].map(([year, count]) => [year, count / total]));
}

interface Meeting {
  readonly year: number;
  /** Whether it is an earlier one that is looked back on. */
  readonly last: boolean;
}

/** The meetings that are named with their year. */
function meetings(words: string): readonly Meeting[] {
  return [...words.matchAll(MEETING)].map((match) => {
    const before = words.slice(Math.max(0, match.index - 6), match.index);
    return { year: Number(match[1]), last: BEFORE.test(before) || AFTER.test(match[2] ?? '') };
  });
}

/** 二〇二一年 as 2021年; the text keeps its length. */
function westernYears(text: string): string {
  return text.replace(/[二2][〇○零0][一二三1-3][〇○零一二三四五六七八九\d](?=年)/g, (year) =>
    [...year].map((digit) => DIGITS.get(digit) ?? digit).join(''),
  );
}

const DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...'〇一二三四五六七八九'].map((digit, value): [string, string] => [digit, String(value)]),
  ['○', '0'],
  ['零', '0'],
]);
