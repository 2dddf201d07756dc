import type { Span } from '../../src/document/span.js';
import type { Gold } from './gold.js';
import type { Squeezed } from './squeezed.js';
import type { ContractDocument, ContractSpan } from './system.js';

/**
 * The items of a document in one shape for both sides, gold and system, so that they can be laid on each
 * other. All spans are in units of the text without white space.
 */
export interface Located {
  readonly problems: readonly LocatedProblem[];
  readonly causes: readonly LocatedItem[];
  readonly measures: readonly LocatedItem[];
  readonly commitments: readonly Span[];
  readonly headings: readonly { readonly dimension: string; readonly span: Span }[];
}

export interface LocatedItem {
  readonly id: string;
  readonly title: Span;
}

export interface LocatedProblem extends LocatedItem {
  /** `2021/1`, or null. */
  readonly dimension: string | null;
  readonly dimensionBy: 'heading' | 'content' | null;
  readonly examples: readonly LocatedExample[];
  readonly causes: readonly Span[];
  readonly measures: readonly Span[];
  readonly links: { readonly causes: readonly string[]; readonly measures: readonly string[] };
}

export interface LocatedExample {
  readonly problem: string;
  readonly span: Span;
  readonly grade: 'concrete' | 'partial' | 'vague';
}

/** @throws Error when a quote does not occur in the text; the message does not repeat it */
export function locateGold(gold: Gold, text: Squeezed): Located {
  const find = (quote: string): Span => findQuote(text, quote, gold.document);
  const dimensionId = (ordinal: number): string => `${gold.profile}/${ordinal}`;
  const item = ({ id, title }: { id: string; title: string }): LocatedItem => ({ id, title: find(title) });
  return {
    problems: gold.problems.map((problem) => ({
      ...item(problem),
      dimension: problem.dimension === null ? null : dimensionId(problem.dimension),
      dimensionBy: null,
      examples: problem.examples.map((example) => ({
        problem: problem.id,
        span: find(example.text),
        grade: example.concreteness,
      })),
      causes: problem.causes.map(find),
      measures: problem.measures.map(find),
      links: {
        causes: gold.links.cause[problem.id] ?? [],
        measures: gold.links.measure[problem.id] ?? [],
      },
    })),
    causes: gold.causes.map(item),
    measures: gold.measures.map(item),
    commitments: gold.measures.flatMap(({ commitments }) => commitments.map(find)),
    headings: gold.dimensions.map(({ dimension, heading }) => ({
      dimension: dimensionId(dimension),
      span: find(heading),
    })),
  };
}

export function locatePrediction(prediction: ContractDocument, text: Squeezed): Located {
  const at = ([start, end]: ContractSpan): Span => text.from(start, end);
  const item = ({ id, title }: { id: string; title: { span: ContractSpan } }): LocatedItem => ({
    id,
    title: at(title.span),
  });
  return {
    problems: prediction.problems.map((problem) => ({
      ...item(problem),
      dimension: problem.dimension,
      dimensionBy: problem.dimensionBy,
      examples: problem.examples.map(({ span, grade }) => ({ problem: problem.id, span: at(span), grade })),
      causes: problem.causes.map(({ span }) => at(span)),
      measures: problem.measures.map(({ span }) => at(span)),
      links: problem.links,
    })),
    causes: prediction.causes.map(item),
    measures: prediction.measures.map(item),
    commitments: prediction.measures.flatMap(({ commitments }) => commitments.map(({ span }) => at(span))),
    headings: prediction.dimensions.flatMap(({ id, heading }) =>
      heading === null ? [] : [{ dimension: id, span: at(heading) }],
    ),
  };
}

/** @throws Error when the quote does not occur in the text; the message does not repeat it */
export function findQuote(text: Squeezed, quote: string, document: string): Span {
  const span = text.find(quote);
  if (span === null)
    throw new Error(
      `${document}: a gold quote of ${quote.length} characters does not occur in the text that the system read`,
    );
  return span;
}
