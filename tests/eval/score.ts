import type { Gold } from './gold.js';
import { locateGold, locatePrediction } from './located.js';
import { type MeasureId, measureIds } from './measures.js';
import { type KnownRules, type RuleScores, scoreFindings } from './score-findings.js';
import { scoreItems } from './score-items.js';
import { scoreLinks } from './score-links.js';
import { scoreParts } from './score-parts.js';
import { scoreProblems } from './score-problems.js';
import { scoreRectification } from './score-rectification.js';
import { type Scored, type ScoringError, together } from './scored.js';
import { squeeze } from './squeezed.js';
import type { ContractDocument } from './system.js';
import { add, share, type Tally } from './tally.js';

export interface Score {
  readonly tallies: Readonly<Partial<Record<MeasureId, Tally>>>;
  readonly rules: RuleScores;
  /** Marks of rules that do not exist yet. */
  readonly marksLeftOut: number;
}

export interface DocumentScore extends Score {
  readonly errors: readonly ScoringError[];
}

/**
 * Lays what the system found on what a reader finds. Pure.
 *
 * @param rules the rules that exist
 * @throws Error when a gold quote does not occur in the system's text
 */
export function scoreDocument(gold: Gold, prediction: ContractDocument, rules: KnownRules): DocumentScore {
  const text = squeeze(prediction.text);
  const truth = locateGold(gold, text);
  const found = locatePrediction(prediction, text);

  const problems = scoreProblems(text, truth, found);
  const items = scoreItems(text, truth, found);
  const scored = together([
    scoreRecognition(gold, prediction),
    scoreParts(gold, prediction),
    problems,
    items,
    scoreLinks(text, truth, problems.matching, items.causes, items.measures),
    scoreRectification(gold, prediction, text),
  ]);
  const findings = scoreFindings(gold, prediction, text, rules);
  return {
    tallies: scored.tallies,
    rules: findings.rules,
    marksLeftOut: findings.marksLeftOut,
    errors: [...scored.errors, ...findings.errors],
  };
}

/** Sums the counts of documents: every item weighs the same, whatever document it is of. */
export function sum(scores: readonly Score[]): Score {
  const tallies: Partial<Record<MeasureId, Tally>> = {};
  const rules: Record<string, RuleScores[string]> = {};
  for (const score of scores) {
    for (const [id, tally] of entries(score.tallies)) {
      const before = tallies[id];
      tallies[id] = before === undefined ? tally : add(before, tally);
    }
    for (const [id, rule] of Object.entries(score.rules)) {
      const before = rules[id];
      rules[id] =
        before === undefined
          ? rule
          : {
              hits: before.hits + rule.hits,
              misses: before.misses + rule.misses,
              falseAlarms: before.falseAlarms + rule.falseAlarms,
              quiet: before.quiet + rule.quiet,
              unmarked: before.unmarked + rule.unmarked,
              unmarkedFaults: before.unmarkedFaults + rule.unmarkedFaults,
            };
    }
  }
  return { tallies, rules, marksLeftOut: scores.reduce((all, { marksLeftOut }) => all + marksLeftOut, 0) };
}

function scoreRecognition(gold: Gold, prediction: ContractDocument): Scored {
  const wrong = (measure: MeasureId, expected: string, was: string): readonly ScoringError[] =>
    expected === was
      ? []
      : [{ measure, fault: 'wrong', line: null, text: '', note: `${expected}, not ${was}` }];
  return {
    tallies: {
      profile: share(Number(gold.profile === prediction.profile.id), 1),
      kind: share(Number(gold.kind === prediction.kind), 1),
    },
    errors: [
      ...wrong('profile', gold.profile, prediction.profile.id),
      ...wrong('kind', gold.kind, prediction.kind),
    ],
  };
}

const entries = (tallies: Score['tallies']): readonly (readonly [MeasureId, Tally])[] =>
  measureIds.flatMap((id) => {
    const tally = tallies[id];
    return tally === undefined ? [] : [[id, tally] as const];
  });
