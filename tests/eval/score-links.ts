import type { Located, LocatedItem, LocatedProblem } from './located.js';
import type { Matching } from './matching.js';
import type { ItemMatching } from './score-items.js';
import { errorAt, type Scored, type ScoringError } from './scored.js';
import type { Squeezed } from './squeezed.js';
import { type Hits, hits } from './tally.js';

type ProblemMatching = Matching<LocatedProblem, LocatedProblem>;

/**
 * Links between matched problems and matched items: what was not found is the affair of other figures. A
 * problem is without measure when it is linked to none and states none itself; documents that hold no measure
 * at all do not ask the question.
 */
export function scoreLinks(
  text: Squeezed,
  gold: Located,
  problems: ProblemMatching,
  causes: ItemMatching,
  measures: ItemMatching,
): Scored {
  const toCauses = compare(text, 'causeLinks', problems, causes, ({ links }) => links.causes);
  const toMeasures = compare(text, 'measureLinks', problems, measures, ({ links }) => links.measures);
  const without = scoreWithoutMeasure(text, gold, problems);
  return {
    tallies: { causeLinks: toCauses.tally, measureLinks: toMeasures.tally, ...without.tallies },
    errors: [...toCauses.errors, ...toMeasures.errors, ...without.errors],
  };
}

function compare(
  text: Squeezed,
  measure: 'causeLinks' | 'measureLinks',
  problems: ProblemMatching,
  items: ItemMatching,
  linksOf: (problem: LocatedProblem) => readonly string[],
): { readonly tally: Hits; readonly errors: readonly ScoringError[] } {
  const errors: ScoringError[] = [];
  let [matched, predictedLinks, goldLinks] = [0, 0, 0];
  for (const { gold, predicted } of problems.pairs) {
    const expected = new Set(linksOf(gold));
    const given = new Set(linksOf(predicted));
    for (const item of items.pairs) {
      const [should, does] = [expected.has(item.gold.id), given.has(item.predicted.id)];
      if (should) goldLinks++;
      if (does) predictedLinks++;
      if (should && does) matched++;
      else if (should || does)
        errors.push(
          errorAt(text, measure, should ? 'missed' : 'false', gold.title, `→ ${titleOf(text, item.gold)}`),
        );
    }
  }
  return { tally: hits(matched, predictedLinks, goldLinks), errors };
}

const titleOf = (text: Squeezed, { title }: LocatedItem): string => text.slice(title);

function scoreWithoutMeasure(text: Squeezed, gold: Located, { pairs }: ProblemMatching): Scored {
  const asked = gold.measures.length > 0 || gold.problems.some(({ measures }) => measures.length > 0);
  if (!asked) return { tallies: { withoutMeasure: hits(0, 0, 0) }, errors: [] };
  const bare = ({ links, measures }: LocatedProblem): boolean =>
    links.measures.length === 0 && measures.length === 0;
  const both = pairs.filter((pair) => bare(pair.gold) && bare(pair.predicted)).length;
  const missed = pairs.filter((pair) => bare(pair.gold) && !bare(pair.predicted));
  const extra = pairs.filter((pair) => !bare(pair.gold) && bare(pair.predicted));
  return {
    tallies: { withoutMeasure: hits(both, both + extra.length, both + missed.length) },
    errors: [
      ...missed.map((pair) => errorAt(text, 'withoutMeasure', 'missed', pair.gold.title)),
      ...extra.map((pair) => errorAt(text, 'withoutMeasure', 'false', pair.gold.title)),
    ],
  };
}
