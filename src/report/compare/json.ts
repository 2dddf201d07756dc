import type { Comparison, Step, Trend } from '../../compare/comparison.js';
import type { Span } from '../../document/span.js';
import type { ComparisonJson, SpanJson, StepJson } from '../../schema.js';
import { type JsonOptions, toJson } from '../json.js';

/** A comparison in the form that other programs read; see `schema.ts`. Pure. */
export function compareJson(comparison: Comparison, options: JsonOptions = {}): ComparisonJson {
  const steps = comparison.steps.map((step) => stepJson(step, options));
  const last = steps.at(-1);
  if (!last) throw new RangeError('a comparison has two documents at least');
  return {
    version: 1,
    ...last,
    earlier: steps.slice(0, -1),
    trend: trendJson(comparison),
    warnings: comparison.warnings.map(({ code, message }) => ({ code, message })),
  };
}

/** The answer of `--format json`, with a line end. */
export const renderCompareJson = (comparison: Comparison, options: JsonOptions = {}): string =>
  `${JSON.stringify(compareJson(comparison, options), null, 2)
    // Spans on one line. Line ends inside strings are escaped, so none of them can be meant here.
    .replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')}\n`;

function stepJson(step: Step, options: JsonOptions): StepJson {
  return {
    before: toJson(step.before, [], options),
    after: toJson(step.after, [], options),
    problems: step.problems.map(({ before, after, relation, similarity, words, changes, account }) => ({
      before: before?.id ?? null,
      after: after?.id ?? null,
      relation,
      similarity: round(similarity),
      words,
      changes: changes(),
      account: account && { state: account.state, text: account.quote.text, span: pair(account.quote.span) },
    })),
    copiedSentences: step.copiedSentences.map(({ before, after, similarity, changes }) => ({
      before: pair(before.span),
      after: pair(after.span),
      similarity: round(similarity),
      changes: changes(),
    })),
    claims: step.claims.map(({ quote, ...figures }) => ({ span: pair(quote.span), ...figures })),
    measures: step.measures.map(({ before, status, evidence }) => ({
      before: before.id,
      status,
      evidence: evidence && pair(evidence.span),
    })),
    overdue: step.overdue.map(({ measure, commitment, due }) => ({
      measure: measure.id,
      text: commitment.text,
      span: pair(commitment.span),
      due,
    })),
    themes: step.themes,
  };
}

const trendJson = ({ trend, documents }: Comparison): ComparisonJson['trend'] => ({
  years: trend.years.map((figures, i) => ({
    file: documents[i]?.document.file ?? '',
    ...figures,
    shares: Object.fromEntries(Object.entries(figures.shares).map(([theme, value]) => [theme, round(value)])),
    boilerplate: round(figures.boilerplate),
  })),
  threads: threadsJson(trend),
  themes: trend.themes,
});

const threadsJson = ({ threads }: Trend): ComparisonJson['trend']['threads'] =>
  threads.map(({ theme, problems, everyYear }) => ({
    theme,
    problems: problems.map((problem) => problem?.id ?? null),
    everyYear,
  }));

const pair = ({ start, end }: Span): SpanJson => [start, end];
const round = (value: number): number => Math.round(value * 1000) / 1000;
