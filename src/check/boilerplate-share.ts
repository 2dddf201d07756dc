import type { Analysis } from '../analysis.js';
import { boilerplate } from '../rules/boilerplate.js';
import type { RuleContext } from '../rules/rule.js';

/** Share of a document's characters that stand in sentences of empty talk, 0 … 1. */
export function boilerplateShare(
  analysis: Analysis,
  tools: Omit<RuleContext, 'option' | 'previous'>,
): number {
  let empty = 0;
  boilerplate.check(
    analysis,
    ({ span }) => {
      empty += span.end - span.start;
    },
    { ...tools, previous: [], option: (name) => defaults.get(name) ?? 0 },
  );
  return analysis.statistics.characters === 0 ? 0 : Math.min(1, empty / analysis.statistics.characters);
}

const defaults = new Map(Object.entries(boilerplate.options).map(([name, option]) => [name, option.default]));
