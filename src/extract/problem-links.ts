import type { Link } from '../analysis.js';
import { priorOf } from './correspondence.js';
import {
  causeLinks,
  type FoundLink,
  findLinks,
  type Linkable,
  type LinkSource,
  type LinkWeights,
  measureLinks,
} from './links.js';
import type { PartItem } from './part-items.js';
import type { FoundProblem } from './problems.js';
import type { FiguredSource } from './source.js';

/** Links of all problems to the items of the cause and measure parts. */
export interface ProblemLinks {
  readonly causes: readonly FoundLink[];
  readonly measures: readonly FoundLink[];
}

/**
 * Links every problem to the causes and measures that answer it.
 *
 * @param ordinals dimension of each problem, null where it has none
 */
export function linkProblems(
  { hits, outline, words }: FiguredSource,
  { fields, stopWords }: Pick<LinkSource, 'fields' | 'stopWords'>,
  problems: readonly FoundProblem[],
  ordinals: readonly (number | null)[],
  causes: readonly PartItem[],
  measures: readonly PartItem[],
): ProblemLinks {
  const covered = new Set(ordinals.filter((ordinal) => ordinal !== null)).size;
  const from = problems.map(
    (problem, i): Linkable => ({ id: `p${i + 1}`, title: problem.title, stretches: problem.stretches }),
  );
  const link = (prefix: string, items: readonly PartItem[], weights: LinkWeights): readonly FoundLink[] =>
    findLinks(
      {
        hits,
        words,
        stopWords,
        weights,
        fields,
        prior: priorOf(
          outline.parts,
          problems.map(({ span }) => span),
          ordinals,
          covered,
          items,
        ),
      },
      from,
      items.map(
        (item, i): Linkable => ({ id: `${prefix}${i + 1}`, title: item.title, stretches: item.stretches }),
      ),
    );
  return { causes: link('c', causes, causeLinks), measures: link('m', measures, measureLinks) };
}

/** The links that start at one problem. */
export const linksFrom = (id: string, links: readonly FoundLink[]): readonly Link[] =>
  links
    .filter(({ from }) => from === id)
    .map(({ to, strength, evidence: words }) => ({ to, strength, evidence: words }));
