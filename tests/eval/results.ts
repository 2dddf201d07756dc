import type { ContentEvaluation } from './content-mapping.js';
import type { CorpusDocument } from './gold.js';
import { type DocumentScore, type Score, sum } from './score.js';
import type { RuleScores } from './score-findings.js';
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
  /** Scores of the rules that need an earlier document. */
  readonly rules: RuleScores;
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
    const ofPairs = pairs
      .filter(({ split }) => origins.includes(split))
      .map(({ rules }) => ({ tallies: {}, rules, marksLeftOut: 0 }));
    return { documents: own.length, ...sum([...own.map(({ score }) => score), ...ofPairs]) };
  };
  return {
    documents,
    groups: { real: group('real'), dev: group('dev'), held: group('held'), synthetic: group('dev', 'held') },
    content,
    pairs,
  };
}
