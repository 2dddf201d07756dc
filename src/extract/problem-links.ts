import type { Dimension, Profile } from '../dictionaries/schema.js';
import { type ContentMapper, mappedText } from '../profiles/content.js';
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
  const { outline, text } = source;
  const { mapper, profile } = knowledge;
  const { fields, of } = linkables(source, knowledge);
  const from = problems.map((problem, i) => of(`p${i + 1}`, problem));
  const spans = problems.map(({ span }) => span);
  const themesIn = (item: PartItem): ReadonlyMap<Dimension, number> =>
    new Map(
      mapper
        .rank(mappedText(text, item), profile)
        .map(({ dimension, confidence }) => [dimension, confidence]),
    );
  const link = (prefix: string, items: readonly PartItem[], weights: LinkWeights): readonly Linked[] => {
    const themes: ReadonlyMap<Dimension, number>[] = [];
    return findLinks(
      {
        fields,
        weights,
        prior: priorOf(outline.parts, spans, items),
        theme: (problem, at) => {
          const [dimension, item] = [dimensions[problem], items[at]];
          if (!dimension || !item) return 0;
          themes[at] ??= themesIn(item);
          return themes[at].get(dimension) ?? 0;
        },
      },
      from,
      items.map((item, i) => of(`${prefix}${i + 1}`, item)),
    );
  };
  return { causes: link('c', causes, causeLinks), measures: link('m', measures, measureLinks) };
}
