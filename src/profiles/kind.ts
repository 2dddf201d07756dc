import type { Kind } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';

/** Whose material a document is. */
export interface KindEvidence {
  /** Share of the evidence that speaks for each kind; the three add up to 1. */
  readonly shares: Readonly<Record<Kind, number>>;
}

/** A word in the title counts like so many in the text. */
const IN_TITLE = 30;
/** A title that names a unit and nobody in it; a few words of a person outweigh it. */
const NAMES_UNIT = 4;
/** A person writes 我 and 自己 about three times as often as a team writes 班子; measured on the corpus. */
const WEIGHTS: Readonly<Record<Kind, number>> = { individual: 1, team: 3, branch: 3 };
/** Added to each kind, so that a few words alone do not make certain. */
const DOUBT = 2;

/** Weighs the words for one person against those for a team or a branch, in the title and in the text. */
export function kindsOf(hits: Hits, title: Span | null): KindEvidence {
  const weigh = (kind: Kind): number => {
    const all = hits.in(`kind-${kind}`).length;
    const inTitle = title ? hits.in(`kind-${kind}`, title).length : 0;
    return DOUBT + WEIGHTS[kind] * (all - inTitle) + IN_TITLE * Math.min(1, inTitle);
  };
  const unit = title && hits.has(title, 'kind-unit') ? NAMES_UNIT : 0;
  const weights = { individual: weigh('individual'), team: weigh('team') + unit, branch: weigh('branch') };
  const total = weights.individual + weights.team + weights.branch;
  return {
    shares: {
      individual: weights.individual / total,
      team: weights.team / total,
      branch: weights.branch / total,
    },
  };
}

/** The likeliest of some kinds; the first where nothing tells them apart. */
export const likeliest = (kinds: readonly Kind[], { shares }: KindEvidence): Kind =>
  kinds.reduce((best, kind) => (shares[kind] > shares[best] ? kind : best), kinds[0] ?? 'individual');
