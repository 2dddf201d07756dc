import type { Problem } from '../analysis.js';
import type { Profile } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Item } from '../outline/tree.js';
import { type ContentMapper, mappedText, type Ranked } from './content.js';
import { dimensionsOf, type HeadingDimensions } from './dimensions.js';

/** Where a problem belongs among the dimensions of the year. */
export type Mapping = Pick<
  Problem,
  'dimension' | 'dimensionBy' | 'confidence' | 'alternatives' | 'dimensionWords'
>;
/** Of a problem that belongs to no dimension, or to none clearly. */
export const UNMAPPED: Mapping = {
  dimension: null,
  dimensionBy: 'content',
  confidence: 0,
  alternatives: [],
  dimensionWords: () => [],
};

/** What mapping looks at: the item's place in the outline, and its words. Units of the reading. */
export interface Mappable {
  readonly item: Item;
  readonly title: Span;
  readonly stretches: readonly Span[];
}

/**
 * The dimension of a problem: by the heading above it, or by its words where that does not decide.
 *
 * @param headings items whose heading names dimensions; empty to map by content alone
 */
export function mapProblem(
  problem: Mappable,
  text: string,
  mapper: ContentMapper,
  profile: Profile,
  headings: ReadonlyMap<Item, HeadingDimensions>,
): Mapping {
  if (profile.dimensions.length === 0) return UNMAPPED;
  const heading = dimensionsOf(problem.item, headings);
  const [only, second] = heading?.dimensions ?? [];
  if (heading && only && !second)
    return { ...UNMAPPED, dimension: only, dimensionBy: 'heading', confidence: heading.confidence };
  const ranked = mapper.rank(mappedText(text, problem), profile);
  // Two dimensions under one heading: the words decide between these two.
  if (heading) {
    const among = ranked.filter(({ dimension }) => heading.dimensions.includes(dimension));
    const dimension = among[0]?.dimension ?? only ?? null;
    return {
      dimension,
      dimensionBy: 'heading',
      confidence: heading.confidence / 2,
      alternatives: alternatives(among.slice(1)),
      dimensionWords: () => among[0]?.words ?? [],
    };
  }
  const [best, ...others] = ranked;
  if (!best) return UNMAPPED;
  return best.confidence >= mapper.threshold
    ? {
        dimension: best.dimension,
        dimensionBy: 'content',
        confidence: best.confidence,
        alternatives: alternatives(others),
        dimensionWords: () => best.words,
      }
    : {
        ...UNMAPPED,
        confidence: best.confidence,
        alternatives: alternatives(ranked),
        dimensionWords: () => best.words,
      };
}

const alternatives = (ranked: readonly Ranked[]): Problem['alternatives'] =>
  ranked.slice(0, 3).map(({ dimension, confidence }) => ({ dimension, confidence }));
