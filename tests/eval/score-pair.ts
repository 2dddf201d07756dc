import type { Span } from '../../src/document/span.js';
import type { ComparedPair } from './compared.js';
import { findQuote } from './located.js';
import { match, sameSpan } from './matching.js';
import type { CorpusPair } from './pair-gold.js';
import { shareOfShorter, squeeze } from './squeezed.js';
import { hits, share, type Tally } from './tally.js';

/** Everything that is measured of pairs, with the figure that the project has set itself. */
export const PAIR_MEASURES = {
  relation: { label: 'relation of problems', wanted: 0.85 },
  copied: { label: 'copied sentences', wanted: 0.95 },
  claims: { label: 'claims, exact', wanted: 0.9 },
  measureStatus: { label: 'status of measures', wanted: 0.85 },
} as const;

export type PairMeasure = keyof typeof PAIR_MEASURES;
export const pairMeasures: readonly PairMeasure[] = ['relation', 'copied', 'claims', 'measureStatus'];

export interface PairScore {
  readonly tallies: Readonly<Record<PairMeasure, Tally>>;
  /** What went wrong, a line each. */
  readonly errors: readonly string[];
}

/** Two quotes are the same sentence when this share of the shorter stands in the other. */
const SAME_SENTENCE = 0.8;

/**
 * Lays what the comparison found on what a reader finds. A problem or measure that was not extracted counts as
 * wrong, so nothing is flattered by a miss.
 *
 * @throws Error when a gold quote does not occur in the system's text
 */
export function scorePair({ name, gold, before, after }: CorpusPair, found: ComparedPair): PairScore {
  const texts = { before: squeeze(found.before.text), after: squeeze(found.after.text) };
  const at = (side: 'before' | 'after', [start, end]: readonly [number, number]): Span =>
    texts[side].from(start, end);
  const errors: string[] = [];
  const ids = {
    before: idsOf(before.gold.problems, found.before.problems, 'before'),
    after: idsOf(after.gold.problems, found.after.problems, 'after'),
    measures: idsOf(before.gold.measures, found.before.measures, 'before'),
  };

  /** Id of the system's item for each gold id. */
  function idsOf(
    golds: readonly { readonly id: string; readonly title: string }[],
    predicted: readonly {
      readonly id: string;
      readonly title: { readonly span: readonly [number, number] };
    }[],
    side: 'before' | 'after',
  ): ReadonlyMap<string, string> {
    const text = texts[side];
    const { pairs } = match(
      golds.map(({ id, title }) => ({ id, span: findQuote(text, title, name) })),
      predicted.map(({ id, title }) => ({ id, span: at(side, title.span) })),
      (a, b) => sameSpan(0.5)(a.span, b.span) || (shareOfShorter(a.span, b.span) >= SAME_SENTENCE ? 0.4 : 0),
    );
    return new Map(pairs.map((pair) => [pair.gold.id, pair.predicted.id]));
  }

  const relation = gold.problems.filter((row) => {
    const earlier = row.before === null ? null : ids.before.get(row.before);
    const later = row.after === null ? null : ids.after.get(row.after);
    const own = found.problems.find(
      (other) => (earlier !== null && other.before === earlier) || (later !== null && other.after === later),
    );
    const right = own?.before === earlier && own?.after === later && own?.relation === row.relation;
    if (!right)
      errors.push(
        `relation ${row.before} → ${row.after}: ${row.relation}, not ${own?.relation ?? 'missing'}`,
      );
    return right;
  }).length;

  const copied = match(
    gold.copiedSentences.map((row) => ({
      before: findQuote(texts.before, row.before, name),
      after: findQuote(texts.after, row.after, name),
    })),
    found.copiedSentences.map((row) => ({ before: at('before', row.before), after: at('after', row.after) })),
    (a, b) => {
      const least = Math.min(shareOfShorter(a.before, b.before), shareOfShorter(a.after, b.after));
      return least >= SAME_SENTENCE ? least : 0;
    },
  );
  for (const { after: span } of copied.missed) errors.push(`copied missed: ${texts.after.slice(span)}`);
  for (const { after: span } of copied.extra) errors.push(`copied false: ${texts.after.slice(span)}`);

  const claims = match(
    gold.claims.map((claim) => ({ ...claim, place: findQuote(texts.after, claim.quote, name) })),
    found.claims.map((claim) => ({ ...claim, place: at('after', claim.span) })),
    (a, b) =>
      a.statedFound === b.statedFound && a.actualFound === b.actualFound && a.consistent === b.consistent
        ? shareOfShorter(a.place, b.place)
        : 0,
  );
  for (const { place, statedFound, actualFound } of claims.missed)
    errors.push(`claim missed: ${statedFound}/${actualFound} ${texts.after.slice(place)}`);
  for (const { place, statedFound, actualFound } of claims.extra)
    errors.push(`claim false: ${statedFound}/${actualFound} ${texts.after.slice(place)}`);

  const measures = gold.measures.filter((row) => {
    const own = found.measures.find(({ before: id }) => id === ids.measures.get(row.before));
    if (own?.status !== row.status)
      errors.push(`measure ${row.before}: ${row.status}, not ${own?.status ?? 'missing'}`);
    return own?.status === row.status;
  }).length;

  return {
    tallies: {
      relation: share(relation, gold.problems.length),
      copied: hits(copied.pairs.length, found.copiedSentences.length, gold.copiedSentences.length),
      claims: hits(claims.pairs.length, found.claims.length, gold.claims.length),
      measureStatus: share(measures, gold.measures.length),
    },
    errors,
  };
}
