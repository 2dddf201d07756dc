import type { Span } from '../document/span.js';
import type { Figured } from './figures.js';
import type { Entry, EntryRole } from './rectification-entries.js';

/** Figures of an account; null where the text states none. */
export interface Sums {
  readonly aspects: number | null;
  readonly found: number | null;
  readonly done: number | null;
  readonly ongoing: number | null;
  /** Share done as stated, in percent. */
  readonly rate: number | null;
  /** Whether all figures agree; true when there is nothing to add up. */
  readonly consistent: boolean;
  /** What does not add up, figures on measures (41条措施落实38条) included. */
  readonly faults: readonly Fault[];
}

/** Figures that disagree: their stretch, in units of the reading, and what they should give. */
export interface Fault extends Span {
  readonly kind: 'sum' | 'rate';
  /** The total or the share in percent that the text states. */
  readonly stated: number;
  /** What follows from the other figures: done and ongoing together, or the share done in percent. */
  readonly expected: number;
}

/** Sums up the figures of one account. */
export function sumUp(source: Figured, entries: readonly Entry[]): Sums {
  const problems: Entry[] = [];
  const measures: Entry[] = [];
  let of: 'problems' | 'measures' = 'problems';
  let before: Entry | undefined;
  for (const entry of entries) {
    if (entry.of !== 'same') of = entry.of;
    const into = of === 'problems' ? problems : measures;
    // 其中 behind what is done or not yet done divides that figure, not the whole.
    const divides = entry.part && (before?.role === 'done' || before?.role === 'ongoing');
    if (!divides) into.push(entry);
    before = entry;
  }
  const ofProblems = withoutMostly(problems);
  const ofMeasures = withoutMostly(measures);
  const figures = figuresOf(ofProblems);
  const faults = [
    ...faultsOf(source, figures, ofProblems),
    ...faultsOf(source, figuresOf(ofMeasures), ofMeasures),
  ];
  return { ...figures, consistent: faults.length === 0, faults };
}

/** 完成9项，基本完成2项: beside what is done, what is mostly done is still open; alone it counts as done. */
const withoutMostly = (entries: readonly Entry[]): readonly Entry[] =>
  entries.some(({ role, mostly }) => role === 'done' && !mostly)
    ? entries.map((entry) => (entry.mostly ? { ...entry, role: 'ongoing' } : entry))
    : entries;

type Figures = Pick<Sums, 'aspects' | 'found' | 'done' | 'ongoing' | 'rate'>;

function figuresOf(entries: readonly Entry[]): Figures {
  const first = (...roles: readonly EntryRole[]): number | null =>
    entries.find(({ role }) => roles.includes(role))?.value ?? null;
  const found = first('found') ?? first('total') ?? first('allOf') ?? first('voiced');
  const ongoing = entries.filter(({ role }) => role === 'ongoing');
  const rest = ongoing.find((entry) => entry.rest) ?? null;
  const mostly = rest ? ongoing.filter((entry) => entry.mostly && entry.end <= rest.start) : [];
  const open = rest ? [...mostly, rest] : ongoing;
  const all = entries.some(({ role }) => role === 'all');
  return {
    aspects: first('aspects'),
    found,
    done: all && ongoing.length === 0 && found !== null ? found : first('done', 'allOf'),
    ongoing: open.length > 0 ? open.reduce((sum, { value }) => sum + value, 0) : null,
    rate: first('rate'),
  };
}

function faultsOf(source: Figured, figures: Figures, entries: readonly Entry[]): readonly Fault[] {
  const { found, done, ongoing, rate } = figures;
  if (found === null || done === null) return [];
  const faults: Fault[] = [];
  const stretch = (...roles: readonly EntryRole[]): Span | null => {
    const involved = entries.filter(({ role }) => roles.includes(role));
    const [first, last] = [involved[0], involved.at(-1)];
    return first && last ? { start: clauseStart(source.text, first.start), end: last.end } : null;
  };
  const sum = done + (ongoing ?? 0);
  const parts = stretch('done', 'allOf', 'ongoing');
  if (parts && (ongoing === null ? done > found : sum !== found))
    faults.push({ ...parts, kind: 'sum', stated: found, expected: sum });
  const stated = entries.find(({ role }) => role === 'rate');
  const share = stretch('done', 'allOf', 'rate');
  if (stated && share && rate !== null && found > 0) {
    const expected = (done / found) * 100;
    // Rounded or cut off at its last digit.
    const step = 10 ** -decimals(source.text.slice(stated.start, stated.end));
    if (Math.abs(rate - expected) >= step) faults.push({ ...share, kind: 'rate', stated: rate, expected });
  }
  return faults;
}

const decimals = (words: string): number => /\.(\d+)/.exec(words)?.[1]?.length ?? 0;

/** Start of the clause that a place lies in. */
function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'，。；：\n'.includes(text.charAt(start - 1))) start--;
  return start;
}
