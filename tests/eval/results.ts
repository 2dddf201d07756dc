import type { ContentEvaluation } from './content-mapping.js';
import type { CorpusDocument } from './gold.js';
import { type DocumentScore, type Score, sum } from './score.js';
import type { PairScore } from './score-pair.js';

/** All figures of one run. */
export interface Results {
  readonly documents: readonly ScoredDocument[];
  readonly groups: Readonly<Record<Group, GroupScore>>;
  /** Null where there is no classifier, or only part of the corpus was looked at. */
  readonly content: ContentEvaluation | null;
  /** Documents compared with those of another year. */
  readonly pairs: readonly ScoredPair[];
}

export const PAIR_SPLITS = ['dev', 'held'] as const;

export interface ScoredPair extends PairScore {
  readonly name: string;
  readonly split: (typeof PAIR_SPLITS)[number];
}

export interface ScoredDocument {
  readonly name: string;
  readonly origin: 'real' | 'dev' | 'held';
  readonly score: DocumentScore;
}

export interface GroupScore extends Score {
  readonly documents: number;
}

/** `synthetic` is `dev` and `held` together. */
export const GROUPS = ['real', 'dev', 'held', 'synthetic'] as const;
export type Group = (typeof GROUPS)[number];

export const originOf = ({ gold }: CorpusDocument): ScoredDocument['origin'] =>
  gold.origin === 'real' ? 'real' : (gold.split ?? 'dev');

export function gather(
  documents: readonly ScoredDocument[],
  content: ContentEvaluation | null,
  pairs: readonly ScoredPair[] = [],
): Results {
  const group = (...origins: readonly ScoredDocument['origin'][]): GroupScore => {
    const own = documents.filter(({ origin }) => origins.includes(origin));
    return { documents: own.length, ...sum(own.map(({ score }) => score)) };
  };
  return {
    documents,
    groups: { real: group('real'), dev: group('dev'), held: group('held'), synthetic: group('dev', 'held') },
    content,
    pairs,
  };
}
