import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPairs } from './pair-gold.js';
import { scorePairFindings } from './score-pair-findings.js';
import { knownRules, run } from './system.js';

const [pair] = (await loadPairs(join(import.meta.dirname, '../../corpus'))).filter(
  ({ gold }) => gold.split === 'dev' && gold.copiedSentences.length > 0,
);
if (!pair) throw new Error('the corpus has no pair with copied sentences');
const prediction = await run(pair.after.path, pair.before.path);
const { rules } = scorePairFindings(pair, prediction, knownRules());
const copied = rules['copied-from-previous'];
const recurring = rules['recurring-problem'];

describe('findings that need an earlier document', () => {
  it('takes every copied sentence for a fault, every new problem for clean', () => {
    expect((copied?.hits ?? 0) + (copied?.misses ?? 0)).toBe(pair.gold.copiedSentences.length);
    const fresh = pair.gold.problems.filter(({ relation }) => relation === 'new');
    expect((copied?.quiet ?? 0) + (copied?.falseAlarms ?? 0)).toBe(fresh.length);
  });

  it('marks every problem of the later document for the other rule', () => {
    const { hits, misses, quiet, falseAlarms } = recurring ?? {
      hits: 0,
      misses: 0,
      quiet: 0,
      falseAlarms: 0,
    };
    const later = pair.gold.problems.filter(({ after }) => after !== null);
    expect(hits + misses + quiet + falseAlarms).toBe(later.length);
  });

  it('counts silence as misses', () => {
    const silent = scorePairFindings(pair, { ...prediction, findings: [] }, knownRules()).rules;
    expect(silent['copied-from-previous']?.misses).toBe(pair.gold.copiedSentences.length);
  });

  it('scores no other rule', () => {
    expect(Object.keys(rules).sort()).toEqual(['copied-from-previous', 'recurring-problem']);
  });
});
