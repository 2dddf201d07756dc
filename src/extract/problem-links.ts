import type { Dimension, Profile } from '../dictionaries/schema.js';
import type { ContentMapper } from '../profiles/content.js';
import { priorOf } from './correspondence.js';
import { causeLinks, type LinkWeights, measureLinks } from './link-weights.js';
import { type LinkKnowledge, linkables } from './linkables.js';
import { findLinks, type Linked } from './links.js';
import type { PartItem } from './part-items.js';
import type { FoundProblem } from './problems.js';
import type { FiguredSource } from './source.js';

/** Links of each problem, in their order, to the items of the cause and measure parts. */
export interface ProblemLinks {
  readonly causes: readonly Linked[];
  readonly measures: readonly Linked[];
}

/** What links are found with besides the document. */
export interface ProblemLinkKnowledge extends LinkKnowledge {
  readonly mapper: ContentMapper;
  readonly profile: Profile;
}

/**
 * Links every problem to the causes and measures that answer it.
 *
 * @param dimensions dimension of each problem, null where it has none
 */
export function linkProblems(
  source: FiguredSource,
  knowledge: ProblemLinkKnowledge,
  problems: readonly FoundProblem[],
  dimensions: readonly (Dimension | null)[],
  causes: readonly PartItem[],
  measures: readonly PartItem[],
): ProblemLinks {
  const { outline, words } = source;
  const { mapper, profile } = knowledge;
  const linkable = linkables(source, knowledge);
  const from = problems.map((problem, i) => linkable(`p${i + 1}`, problem));
  const spans = problems.map(({ span }) => span);
  const link = (prefix: string, items: readonly PartItem[], weights: LinkWeights): readonly Linked[] => {
    const themes = new Map<number, ReadonlyMap<Dimension, number>>();
    const themesOf = (at: number): ReadonlyMap<Dimension, number> => {
      const item = items[at];
      const known =
        themes.get(at) ??
        new Map(
          item &&
            mapper
              .rank({ title: words.in(item.title), body: words.in(...item.stretches) }, profile)
              .map(({ dimension, confidence }) => [dimension, confidence] as const),
        );
      themes.set(at, known);
      return known;
    };
    return findLinks(
      {
        weights,
        prior: priorOf(outline.parts, spans, items),
        theme: (problem, item) => {
          const dimension = dimensions[problem];
          return dimension ? (themesOf(item).get(dimension) ?? 0) : 0;
        },
      },
      from,
      items.map((item, i) => linkable(`${prefix}${i + 1}`, item)),
    );
  };
  return { causes: link('c', causes, causeLinks), measures: link('m', measures, measureLinks) };
}
