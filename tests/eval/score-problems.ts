import type { Located, LocatedExample, LocatedProblem } from './located.js';
import { type Matching, match, sameSpan } from './matching.js';
import { errorAt, type Scored, type ScoringError, scoreMatching, together } from './scored.js';
import { type Squeezed, shareOfShorter } from './squeezed.js';
import { hits, shareOf } from './tally.js';

export interface ScoredProblems extends Scored {
  readonly matching: Matching<LocatedProblem, LocatedProblem>;
}

/**
 * Problems are the same when their titles overlap by half of what both cover together. The dimension is judged
 * on matched problems of profiles that have dimensions; examples are matched by span wherever they stand, and
 * their grade is judged on the matched ones.
 */
export function scoreProblems(text: Squeezed, gold: Located, found: Located): ScoredProblems {
  const half = sameSpan(0.5);
  const matching = match(gold.problems, found.problems, (a, b) => half(a.title, b.title));
  const title = ({ title }: LocatedProblem) => title;
  const problems = scoreMatching(text, 'problems', matching, title, title);
  const scored = together([
    { tallies: { problems: problems.tally }, errors: problems.errors },
    scoreTitles(text, matching),
    scoreDimensions(text, matching),
    scoreHeadings(text, gold, found),
    scoreExamples(text, gold, found, matching),
  ]);
  return { matching, ...scored };
}

/** The title to the letter, punctuation at its ends apart. */
function scoreTitles(text: Squeezed, { pairs }: ScoredProblems['matching']): Scored {
  const bare = (problem: LocatedProblem): string =>
    text.slice(problem.title).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
  const same = (pair: (typeof pairs)[number]): boolean => bare(pair.gold) === bare(pair.predicted);
  return {
    tallies: { titles: shareOf(pairs, same) },
    errors: pairs
      .filter((pair) => !same(pair))
      .map(({ gold, predicted }) =>
        errorAt(text, 'titles', 'wrong', gold.title, `was: ${text.slice(predicted.title)}`),
      ),
  };
}

function scoreDimensions(text: Squeezed, matching: ScoredProblems['matching']): Scored {
  const pairs = matching.pairs.filter(({ gold }) => gold.dimension !== null);
  const right = ({ gold, predicted }: (typeof pairs)[number]): boolean =>
    gold.dimension === predicted.dimension;
  const by = (way: 'heading' | 'content') =>
    shareOf(
      pairs.filter(({ predicted }) => predicted.dimensionBy === way),
      right,
    );
  return {
    tallies: {
      dimension: shareOf(pairs, right),
      dimensionByHeading: by('heading'),
      dimensionByContent: by('content'),
    },
    errors: pairs
      .filter((pair) => !right(pair))
      .map(({ gold, predicted }) => {
        const was = `${predicted.dimension ?? 'not clear'} by ${predicted.dimensionBy ?? 'nothing'}`;
        return errorAt(text, 'dimension', 'wrong', gold.title, `${gold.dimension}, not ${was}`);
      }),
  };
}

/** Gold quotes only the first words of a heading, so half of the shorter span is enough. */
function scoreHeadings(text: Squeezed, gold: Located, found: Located): Scored {
  const matching = match(gold.headings, found.headings, (a, b) => {
    const likeness = a.dimension === b.dimension ? shareOfShorter(a.span, b.span) : 0;
    return likeness >= 0.5 ? likeness : 0;
  });
  const span = ({ span }: Located['headings'][number]) => span;
  const { tally, errors } = scoreMatching(text, 'headings', matching, span, span);
  return { tallies: { headings: tally }, errors };
}

function scoreExamples(
  text: Squeezed,
  gold: Located,
  found: Located,
  problems: ScoredProblems['matching'],
): Scored {
  const same = sameSpan(0.6);
  const matching = match(
    gold.problems.flatMap(({ examples }) => examples),
    found.problems.flatMap(({ examples }) => examples),
    (a, b) => same(a.span, b.span),
  );
  const span = ({ span }: LocatedExample) => span;
  const examples = scoreMatching(text, 'examples', matching, span, span);
  const counterpart = new Map(problems.pairs.map(({ gold, predicted }) => [predicted.id, gold.id]));
  const placed = matching.pairs.filter(
    ({ gold, predicted }) => counterpart.get(predicted.problem) === gold.problem,
  );
  const grades = scoreGrades(text, matching.pairs);
  return {
    tallies: {
      examples: examples.tally,
      examplesPlaced: hits(placed.length, examples.tally.predicted, examples.tally.gold),
      ...grades.tallies,
    },
    errors: [...examples.errors, ...grades.errors],
  };
}

type ExamplePair = Matching<LocatedExample, LocatedExample>['pairs'][number];

/** `poles` asks only where the reader was sure, and for the same grade; `polesLenient` forgives `partial`. */
function scoreGrades(text: Squeezed, pairs: readonly ExamplePair[]): Scored {
  const right = ({ gold, predicted }: ExamplePair): boolean => gold.grade === predicted.grade;
  const poles = pairs.filter(({ gold }) => gold.grade !== 'partial');
  const errors = pairs
    .filter((pair) => !right(pair))
    .map(
      ({ gold, predicted }): ScoringError =>
        errorAt(text, 'grade', 'wrong', gold.span, `${gold.grade}, not ${predicted.grade}`),
    );
  return {
    tallies: {
      grade: shareOf(pairs, right),
      poles: shareOf(poles, right),
      polesLenient: shareOf(poles, (pair) => right(pair) || pair.predicted.grade === 'partial'),
    },
    errors,
  };
}
