import type { Analysis, Problem, Theme } from '../analysis.js';
import type { PairedProblem } from '../pairing/pair-problems.js';
import type { Thread, Trend, YearFigures } from './comparison.js';
import { themeCounts, themesIn } from './themes.js';

/** Years from which on “every year” is said. */
const SEVERAL = 3;

/**
 * What runs through the years.
 *
 * @param pairsOf pairs of the problems of two documents, by their indices
 * @param boilerplateOf share of a document's characters that are empty talk
 */
export function trendOf(
  documents: readonly Analysis[],
  pairsOf: (before: number, after: number) => readonly PairedProblem[],
  boilerplateOf: (analysis: Analysis) => number,
): Trend {
  const counts = documents.map(themeCounts);
  return {
    years: documents.map((analysis) => figuresOf(analysis, boilerplateOf(analysis))),
    threads: threadsOf(documents, pairsOf),
    themes: themesIn(counts).map((theme) => ({
      theme,
      counts: counts.map((count) => count.get(theme) ?? 0),
    })),
  };
}

function figuresOf(analysis: Analysis, boilerplate: number): YearFigures {
  const { problems, measures, profile } = analysis;
  const examples = problems.flatMap((problem) => problem.examples);
  const own = problems.flatMap((problem) => problem.measures);
  const shares: Partial<Record<Theme, number>> = {};
  for (const [theme, count] of themeCounts(analysis)) shares[theme] = count / problems.length;
  return {
    year: profile.profile.year,
    problems: problems.length,
    shares,
    examples: examples.length,
    concreteExamples: examples.filter(({ grade }) => grade === 'concrete').length,
    measures: measures.length + own.length,
    quantifiedMeasures: [...measures, ...own].filter(({ commitments }) => commitments.length > 0).length,
    boilerplate,
  };
}

/**
 * Problems tied together through the years. What pauses for a year and returns is one thread: what the year before
 * does not explain is held against the years before that.
 */
function threadsOf(
  documents: readonly Analysis[],
  pairsOf: (before: number, after: number) => readonly PairedProblem[],
): readonly Thread[] {
  const threads: (Problem | null)[][] = [];
  documents.forEach(({ problems }, year) => {
    const left = new Set(problems);
    for (let before = year - 1; before >= 0; before--)
      for (const pair of pairsOf(before, year)) {
        const thread = threads.find((own) => own[before] === pair.before);
        if (!thread || thread[year] || !left.has(pair.after)) continue;
        thread[year] = pair.after;
        left.delete(pair.after);
      }
    for (const problem of left) {
      const thread = new Array<Problem | null>(documents.length).fill(null);
      thread[year] = problem;
      threads.push(thread);
    }
  });
  const times = (thread: readonly (Problem | null)[]): number => thread.filter((problem) => problem).length;
  return threads
    .sort((a, b) => times(b) - times(a))
    .map((problems) => ({
      theme: problems.findLast((problem) => problem)?.dimension?.theme ?? null,
      problems,
      everyYear: documents.length >= SEVERAL && problems.every((problem) => problem),
    }));
}
