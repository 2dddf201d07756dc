import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ComparedPair, runPair } from './compared.js';
import { loadPairs } from './pair-gold.js';
import { pairMeasures, scorePair } from './score-pair.js';
import { headline } from './tally.js';

const [pair] = (await loadPairs(join(import.meta.dirname, '../../corpus'))).filter(
  ({ gold }) => gold.split === 'dev' && gold.claims.length > 0,
);
if (!pair) throw new Error('the corpus has no pair with claims');
const found = await runPair(pair.before.path, pair.after.path);
const figures = (compared: ComparedPair) => {
  const { tallies } = scorePair(pair, compared);
  return Object.fromEntries(pairMeasures.map((id) => [id, headline(tallies[id]) ?? 1]));
};
const now = figures(found);

describe('what is scored of a pair', () => {
  it('falls with a wrong relation', () => {
    const problems = found.problems.map((row) => ({ ...row, relation: 'new' as const }));
    expect(figures({ ...found, problems }).relation).toBeLessThan(now.relation ?? 0);
  });

  it('falls with a sentence too many and one too few', () => {
    const [first, ...others] = found.copiedSentences;
    expect(figures({ ...found, copiedSentences: others }).copied).toBeLessThan(now.copied ?? 0);
    const extra = { before: [0, 30] as const, after: [0, 30] as const, similarity: 1 };
    const copiedSentences = first ? [first, ...others, extra] : [extra];
    expect(figures({ ...found, copiedSentences }).copied).toBeLessThan(now.copied ?? 0);
  });

  it('falls with a figure that is not in the text', () => {
    const claims = found.claims.map((claim) => ({ ...claim, statedFound: 99 }));
    expect(figures({ ...found, claims }).claims).toBe(0);
  });

  it('falls with a status that is not reported', () => {
    const measures = found.measures.map((row) => ({ ...row, status: 'not-mentioned' as const }));
    expect(figures({ ...found, measures }).measureStatus).toBeLessThan(now.measureStatus ?? 0);
  });
});
