import type { Gold } from './gold.js';
import type { ContractDocument, ContractSpan } from './system.js';

/** What a system without fault would answer: built from the gold, for the tests of the scoring. */
export function perfectPrediction(gold: Gold, text: string): ContractDocument {
  const quote = (words: string) => ({ text: words, span: spanOf(text, words) });
  const dimensionId = (ordinal: number): string => `${gold.profile}/${ordinal}`;
  const lines = text.split('\n');
  const startOf = (line: number): number => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  return {
    text,
    profile: { id: gold.profile },
    kind: gold.kind,
    parts: gold.parts.map(({ role, lines: [first, last] }) => ({
      role,
      span: [startOf(first), startOf(last) + (lines[last - 1] ?? '').length],
    })),
    rectification: gold.rectification.map((account) => ({
      ...account,
      span: spanOf(text, account.occasion),
    })),
    dimensions: gold.dimensions.map(({ dimension, heading }) => ({
      id: dimensionId(dimension),
      heading: spanOf(text, heading),
    })),
    problems: gold.problems.map((problem) => ({
      id: `p${problem.id}`,
      dimension: problem.dimension === null ? null : dimensionId(problem.dimension),
      dimensionBy: problem.dimension === null ? null : 'heading',
      title: quote(problem.title),
      examples: problem.examples.map((example) => ({ ...quote(example.text), grade: example.concreteness })),
      causes: problem.causes.map(quote),
      measures: problem.measures.map(quote),
      links: {
        causes: (gold.links.cause[problem.id] ?? []).map((id) => `x${id}`),
        measures: (gold.links.measure[problem.id] ?? []).map((id) => `y${id}`),
      },
    })),
    causes: gold.causes.map(({ id, title }) => ({ id: `x${id}`, title: quote(title) })),
    measures: gold.measures.map(({ id, title, commitments }) => ({
      id: `y${id}`,
      title: quote(title),
      commitments: commitments.map(quote),
    })),
    findings: gold.findings.map(({ rule, quote: words }) => ({
      rule,
      span: words === null ? [0, 0] : spanOf(text, words),
      related: [],
    })),
  };
}

/** Place of a quote in a text that may have white space anywhere between its characters. */
export function spanOf(text: string, quote: string): ContractSpan {
  const units = quote.replace(/\s+/g, '').split('');
  const pattern = units.map((unit) => unit.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s*');
  const found = new RegExp(pattern).exec(text);
  if (found === null) throw new Error(`a quote of ${units.length} units does not occur`);
  return [found.index, found.index + found[0].length];
}
