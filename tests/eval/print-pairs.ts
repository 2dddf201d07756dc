import { PAIR_SPLITS, type ScoredPair } from './results.js';
import { PAIR_MEASURES, type PairMeasure, pairMeasures } from './score-pair.js';
import { table } from './table.js';
import { add, type Figure, headline, type Tally } from './tally.js';

/** All pairs, and behind them the sum of those developed on and of those kept for the honest test. */
export function printPairs(pairs: readonly ScoredPair[]): string {
  const row = (name: string, split: string, tallies: ScoredPair['tallies']): readonly string[] => [
    name,
    split,
    ...pairMeasures.map((id) => show(tallies[id])),
  ];
  return table(
    ['pair', 'split', ...pairMeasures.map((id) => PAIR_MEASURES[id].label)],
    [
      ...pairs.map(({ name, split, tallies }) => row(name, split, tallies)),
      ...PAIR_SPLITS.flatMap((split) => {
        const own = pairs.filter((pair) => pair.split === split);
        return own.length === 0 ? [] : [row('all', split, sumPairs(own))];
      }),
      ['wanted', '', ...pairMeasures.map((id) => PAIR_MEASURES[id].wanted.toFixed(2))],
    ],
  );
}

/** Sums counts of pairs, so that every problem, sentence, claim and measure weighs the same. */
export function sumPairs(pairs: readonly ScoredPair[]): ScoredPair['tallies'] {
  const [first, ...others] = pairs.map(({ tallies }) => tallies);
  if (!first) throw new RangeError('there is no pair to sum up');
  return others.reduce(
    (sum, tallies) => ({
      relation: add(sum.relation, tallies.relation),
      copied: add(sum.copied, tallies.copied),
      claims: add(sum.claims, tallies.claims),
      measureStatus: add(sum.measureStatus, tallies.measureStatus),
    }),
    first,
  );
}

/** The figure of each measure over some pairs. */
export const pairFigures = (pairs: readonly ScoredPair[]): readonly (readonly [PairMeasure, Figure])[] => {
  const sum = sumPairs(pairs);
  return pairMeasures.map((id) => [id, headline(sum[id])] as const);
};

/** Rounded down, so that 1.000 means all. */
function show(tally: Tally): string {
  const figure = headline(tally);
  if (figure === null) return '–';
  const cases = tally.kind === 'share' ? tally.total : tally.gold;
  return `${(Math.floor(figure * 1000 + 1e-9) / 1000).toFixed(3)} (of ${cases})`;
}

/** What went wrong, pair by pair; held pairs only when asked for. */
export const printPairErrors = (pairs: readonly ScoredPair[], withHeld: boolean): string =>
  pairs
    .filter(({ split }) => withHeld || split === 'dev')
    .map(({ name, errors }) => [`${name}: ${errors.length}`, ...errors.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
