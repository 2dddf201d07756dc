/** Found against wanted: precision, recall, F1. */
export interface Hits {
  readonly kind: 'hits';
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
}

/** Right answers of all. */
export interface Share {
  readonly kind: 'share';
  readonly right: number;
  readonly total: number;
}

export type Tally = Hits | Share;

/** Null where there was nothing to measure. */
export type Figure = number | null;

export const hits = (matched: number, predicted: number, gold: number): Hits => ({
  kind: 'hits',
  matched,
  predicted,
  gold,
});

export const share = (right: number, total: number): Share => ({ kind: 'share', right, total });

/** Share of a list for which a statement holds. */
export const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean): Share =>
  share(items.filter(holds).length, items.length);

/** Sums counts, so that every item of every document weighs the same. */
export function add(a: Tally, b: Tally): Tally {
  if (a.kind === 'hits' && b.kind === 'hits')
    return hits(a.matched + b.matched, a.predicted + b.predicted, a.gold + b.gold);
  if (a.kind === 'share' && b.kind === 'share') return share(a.right + b.right, a.total + b.total);
  throw new TypeError('tallies of two kinds do not add up');
}

export const ratio = (part: number, whole: number): Figure => (whole === 0 ? null : part / whole);

export const precision = ({ matched, predicted }: Hits): Figure => ratio(matched, predicted);
export const recall = ({ matched, gold }: Hits): Figure => ratio(matched, gold);

/** The one figure of a tally: F1 or the share. F1 is 0 where only one side has something, null where neither. */
export const headline = (tally: Tally): Figure =>
  tally.kind === 'share'
    ? ratio(tally.right, tally.total)
    : ratio(2 * tally.matched, tally.predicted + tally.gold);
