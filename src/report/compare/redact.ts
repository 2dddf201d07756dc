import type { Analysis, Problem } from '../../analysis.js';
import type { Change, Comparison, ProblemRelation, Step, Thread } from '../../compare/comparison.js';
import { hide, hideCommitment, hideTitle, masked, maskedQuotes, redactAnalysis } from '../redact.js';

/**
 * Hides the words of the documents, and the figures that they state, in all that reports show of a comparison; what
 * became of each problem, where it stands and how many there are stays. The documents are called 文件1, 文件2 … from the earliest on.
 */
export function redactComparison({ documents, steps, trend, warnings }: Comparison): Comparison {
  const names = documents.map((_, i) => `文件${i + 1}`);
  const redacted = documents.map((analysis, i) => redactDocument(analysis, names[i] ?? ''));
  const pages = new Map(documents.map((analysis, i) => [analysis, redacted[i] ?? analysis]));
  return {
    documents: redacted,
    steps: steps.map((step) => redactStep(step, pages)),
    trend: { ...trend, threads: trend.threads.map((thread) => redactThread(thread, redacted)) },
    warnings: warnings.map(({ code, message }) => ({
      code,
      message: maskedQuotes(
        documents
          .map(({ document: { file } }, i) => [file, names[i] ?? ''] as const)
          // 11.txt before 1.txt, which stands in it.
          .sort(([a], [b]) => b.length - a.length)
          .reduce((text, [file, name]) => text.replaceAll(file, name), message),
      ),
    })),
  };
}

function redactDocument(analysis: Analysis, file: string): Analysis {
  const redacted = redactAnalysis(analysis, file);
  return {
    ...analysis,
    ...redacted,
    rectification: redacted.rectification.map((account) => ({
      ...account,
      aspects: null,
      found: null,
      done: null,
      ongoing: null,
      rate: null,
      faults: [],
    })),
    sentences: analysis.sentences.map(hide),
    reading: { ...analysis.reading, text: masked(analysis.reading.text) },
  };
}

function redactStep(step: Step, pages: ReadonlyMap<Analysis, Analysis>): Step {
  const [before, after] = [pages.get(step.before) ?? step.before, pages.get(step.after) ?? step.after];
  return {
    ...step,
    before,
    after,
    problems: step.problems.map((relation) => redactRelation(relation, before, after)),
    copiedSentences: step.copiedSentences.map((copy) => ({
      ...copy,
      before: hide(copy.before),
      after: hide(copy.after),
      changes: () => redactChanges(copy.changes()),
    })),
    claims: step.claims.map((claim) => ({
      ...claim,
      quote: hide(claim.quote),
      occasion: masked(claim.occasion),
      statedFound: null,
      statedAspects: null,
    })),
    measures: step.measures.map(({ before: measure, status, evidence }) => ({
      before: hideTitle(measure),
      status,
      evidence: evidence && hide(evidence),
    })),
    overdue: step.overdue.map(({ measure, commitment, due }) => ({
      measure: hideTitle(measure),
      commitment: hideCommitment(commitment),
      due: masked(due),
    })),
  };
}

const redactRelation = (relation: ProblemRelation, before: Analysis, after: Analysis): ProblemRelation => ({
  ...relation,
  before: sameProblem(relation.before, before),
  after: sameProblem(relation.after, after),
  words: relation.words.map(masked),
  changes: () => redactChanges(relation.changes()),
  account: relation.account && { ...relation.account, quote: hide(relation.account.quote) },
});

const redactThread = (thread: Thread, documents: readonly Analysis[]): Thread => ({
  ...thread,
  problems: thread.problems.map((problem, i) => sameProblem(problem, documents[i])),
});

/** The problem as it stands in the redacted document. */
const sameProblem = (problem: Problem | null, redacted: Analysis | undefined): Problem | null =>
  redacted?.problems.find(({ id }) => id === problem?.id) ?? null;

const redactChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.map(({ kind, text }) => ({ kind, text: masked(text) }));
