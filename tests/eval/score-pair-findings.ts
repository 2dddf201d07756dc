import type { CorpusPair } from './pair-gold.js';
import { type KnownRules, type RuleMark, type RuleScores, scoreFindings } from './score-findings.js';
import type { ScoringError } from './scored.js';
import { squeeze } from './squeezed.js';
import type { ContractDocument } from './system.js';

const COPIED = 'copied-from-previous';
const RECURRING = 'recurring-problem';

/**
 * Findings of the rules that need an earlier document, against what a reader finds in a pair: copied sentences are
 * faults of the one; problems that are copied, or persist without a new example, are faults of the other. New
 * problems are clean of both, persisting ones with a new example of the second.
 *
 * @param prediction the later document, checked with the earlier one as previous
 * @throws Error when a gold quote does not occur in the system's text
 */
export function scorePairFindings(
  { name, gold, after }: CorpusPair,
  prediction: ContractDocument,
  rules: KnownRules,
): { readonly rules: RuleScores; readonly errors: readonly ScoringError[] } {
  const copied = gold.copiedSentences.map((row) => row.after);
  const problems = new Map(after.gold.problems.map((problem) => [problem.id, problem]));
  const findings: RuleMark[] = copied.map((quote) => ({ rule: COPIED, quote }));
  const clean: RuleMark[] = [];
  for (const row of gold.problems) {
    const problem = row.after === null ? undefined : problems.get(row.after);
    if (!problem) continue;
    const { title: quote, examples } = problem;
    const fresh = examples.some(
      ({ concreteness, text }) =>
        concreteness !== 'vague' &&
        !copied.some((sentence) => sentence.includes(text) || text.includes(sentence)),
    );
    if (row.relation === 'new') clean.push({ rule: COPIED, quote });
    const again = row.relation === 'copied' || row.relation === 'persisting';
    (again && !fresh ? findings : clean).push({ rule: RECURRING, quote });
  }
  return scoreFindings(
    { document: name, origin: after.gold.origin, findings, clean },
    prediction,
    squeeze(prediction.text),
    new Map([...rules].filter(([id]) => id === COPIED || id === RECURRING)),
  );
}
