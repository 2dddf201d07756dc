import type { Gold } from './gold.js';
import { findQuote } from './located.js';
import { match } from './matching.js';
import { errorAt, type Scored } from './scored.js';
import { type Squeezed, shared, withoutSpace } from './squeezed.js';
import type { ContractDocument } from './system.js';
import { hits, share } from './tally.js';

type GoldAccount = Gold['rectification'][number];
type FoundAccount = ContractDocument['rectification'][number];

const FIGURES = ['aspects', 'found', 'done', 'ongoing'] as const;

/**
 * Accounts of last year's problems. Two accounts belong together when their occasions share a run of words as
 * long as half of the shorter, or the quoted occasion lies in the stretch that the system gives. An account is
 * right when all four figures are, those not stated included.
 */
export function scoreRectification(gold: Gold, prediction: ContractDocument, text: Squeezed): Scored {
  const place = (account: GoldAccount) => findQuote(text, account.occasion, gold.document);
  const stretch = (account: FoundAccount) => text.from(account.span[0], account.span[1]);
  const { pairs, missed, extra } = match(gold.rectification, prediction.rectification, (a, b) => {
    const occasion = likeness(withoutSpace(a.occasion), withoutSpace(b.occasion ?? ''));
    const together = shared(place(a), stretch(b)) > 0;
    if (!together && occasion < 0.5) return 0;
    // Several accounts of one sentence: the words of the occasion decide, then the figures.
    return occasion + (together ? 1 : 0) + rightFigures(a, b) / 100;
  });
  const exact = pairs.filter((pair) => rightFigures(pair.gold, pair.predicted) === FIGURES.length);
  const wrong = pairs.filter((pair) => !exact.includes(pair));
  const right = pairs.reduce((all, pair) => all + rightFigures(pair.gold, pair.predicted), 0);
  return {
    tallies: {
      rectification: hits(exact.length, prediction.rectification.length, gold.rectification.length),
      rectificationFigures: share(right, FIGURES.length * gold.rectification.length),
    },
    errors: [
      ...missed.map((account) => errorAt(text, 'rectification', 'missed', place(account), show(account))),
      ...extra.map((account) => errorAt(text, 'rectification', 'false', stretch(account), show(account))),
      ...wrong.map((pair) =>
        errorAt(
          text,
          'rectification',
          'wrong',
          place(pair.gold),
          `${show(pair.gold)}, not ${show(pair.predicted)}`,
        ),
      ),
    ],
  };
}

const rightFigures = (a: GoldAccount, b: FoundAccount): number =>
  FIGURES.filter((figure) => a[figure] === b[figure]).length;

const show = (account: GoldAccount | FoundAccount): string =>
  FIGURES.map((figure) => account[figure] ?? '–').join('/');

/** Longest run of characters that both have, by the length of the shorter. */
function likeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  let longest = 0;
  let before: readonly number[] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b.length; j++) {
      const run = a[i] === b[j] ? (before[j - 1] ?? 0) + 1 : 0;
      row.push(run);
      longest = Math.max(longest, run);
    }
    before = row;
  }
  return longest / shorter;
}
