import { type Span, trim } from '../document/span.js';
import type { Item } from '../outline/tree.js';
import { type ExampleSpan, readBody, type Specificity } from './body.js';
import { type Names, type ProblemItem, problemItems } from './items.js';
import type { FiguredSource, Source } from './source.js';
import { readRow, type Settled } from './table.js';
import { titleOf } from './title.js';

/** A problem with its inside. Units of the reading. */
export interface FoundProblem {
  readonly item: Item;
  readonly title: Span;
  readonly span: Span;
  /** Title and text behind it. */
  readonly stretches: readonly Span[];
  readonly examples: readonly ExampleSpan[];
  readonly causes: readonly Span[];
  readonly measures: readonly Span[];
  /** Cells of its table row that say who and by when. */
  readonly settled: readonly Settled[];
}

/**
 * All problems of a document in order, with the examples, causes and measures that stand in them.
 *
 * @param namesOf tells what an item's heading names
 */
export function findProblems(
  source: FiguredSource,
  namesOf: (item: Item) => Names,
  specificity: Specificity,
): readonly FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const problem of problemItems(source, namesOf)) {
    const found = problem.row
      ? fromRow(source, problem, specificity)
      : fromText(source, problem, specificity);
    // A number without words names nothing.
    if (found && found.title.end > found.title.start) problems.push(found);
  }
  return problems;
}

function fromRow(
  source: FiguredSource,
  { item, span, stretches }: ProblemItem,
  specificity: Specificity,
): FoundProblem | null {
  const row = readRow(source, item);
  if (!row) return null;
  const { title } = row;
  const body = readBody(source, row.examples, specificity);
  const causes = [...body.causes, ...row.causes];
  return {
    item,
    title,
    span,
    stretches,
    examples: body.examples,
    causes,
    measures: [...body.measures, ...row.measures],
    settled: row.settled,
  };
}

function fromText(source: FiguredSource, problem: ProblemItem, specificity: Specificity): FoundProblem {
  const title = titleOf(source, problem.stretches);
  const body = readBody(source, behind(source, problem.stretches, title.end), specificity);
  const { item, span, stretches } = problem;
  if (problem.labelled.length === 0) return { item, title, span, stretches, ...body, settled: [] };
  const labelled = (role: string): readonly Span[] =>
    problem.labelled.filter((entry) => entry.role === role).map((entry) => entry.span);
  return {
    item,
    title,
    span,
    stretches,
    examples: [...body.examples, ...labelled('examples').map((own) => ({ ...own, cue: null }))],
    causes: [...body.causes, ...labelled('causes')],
    measures: [...body.measures, ...labelled('measures')],
    settled: [],
  };
}

/** The stretches behind the title, without the mark that ends it. */
function behind({ text }: Source, stretches: readonly Span[], from: number): readonly Span[] {
  const left: Span[] = [];
  for (const stretch of stretches) {
    if (stretch.end <= from) continue;
    let start = Math.max(stretch.start, from);
    while (start < stretch.end && start > stretch.start && '。，；：、'.includes(text.charAt(start))) start++;
    const rest = trim(text, { start, end: stretch.end });
    if (rest.end > rest.start) left.push(rest);
  }
  return left;
}
