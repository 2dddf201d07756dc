import type { DimensionCoverage, Problem } from '../analysis.js';
import type { Profile } from '../dictionaries/schema.js';
import { type Document, toText } from '../document/document.js';
import { headingOf } from '../outline/heading.js';
import type { Item } from '../outline/tree.js';
import type { HeadingDimensions } from '../profiles/dimensions.js';
import { countCharacters } from './statistics.js';

/** What a document says under each dimension of its profile, in the profile's order. */
export function coverage(
  document: Document,
  profile: Profile,
  headings: ReadonlyMap<Item, HeadingDimensions>,
  problems: readonly Problem[],
): readonly DimensionCoverage[] {
  const { text } = document.reading;
  return profile.dimensions.map((dimension) => {
    const own = [...headings].filter(([, match]) => match.dimensions.includes(dimension));
    const mine = problems.filter((problem) => problem.dimension === dimension);
    const alone = own.filter(([, match]) => match.dimensions.length === 1).map(([item]) => item.span);
    const stretches = alone.length > 0 ? alone : mine.flatMap((problem) => problem.reading.text);
    const [first] = own;
    const heading = first && headingOf(text, first[0]);
    return {
      dimension,
      id: `${profile.id}/${dimension.ordinal}`,
      heading: heading ? toText(document.reading, heading) : null,
      problems: mine,
      characters: stretches.reduce((sum, span) => sum + countCharacters(text, span), 0),
    };
  });
}
