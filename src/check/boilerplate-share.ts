import type { Analysis } from '../analysis.js';
import { boilerplate } from '../rules/boilerplate.js';
import { type RuleTools, runRules } from './run.js';

/** Share of a document's characters that stand in sentences of empty talk, 0 … 1. */
export function boilerplateShare(analysis: Analysis, tools: RuleTools): number {
  const { findings } = runRules(analysis, [boilerplate], {}, tools);
  const empty = findings.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return analysis.statistics.characters === 0 ? 0 : Math.min(1, empty / analysis.statistics.characters);
}
