import type { Finding, Quote, ReportedAnalysis } from '../analysis.js';
import type { Document } from '../document/document.js';
import type { Checked, Failed, Outcome } from './outcome.js';
import { isFailed } from './outcome.js';

/** Letters, Han characters and digits; punctuation and white space stay, so that the layout can be seen. */
const WORDS = /[\p{L}\p{N}]/gu;

/** Words behind a mask of the same length in UTF-16 units: spans stay true. */
export const masked = (text: string): string => text.replace(WORDS, (char) => '■'.repeat(char.length));

/** What a message quotes of the text stands between quotation marks, were the last one missing, or is a figure. */
const QUOTED = /“[^”]*”?|「[^」]*」?/g;
const FIGURE = /\d+(?:\.\d+)?/g;

/** A message about the document as a whole, whose figures are none of the document's. */
export const maskedQuotes = (message: string): string => message.replace(QUOTED, masked);

const maskedMessage = (message: string): string => maskedQuotes(message).replace(FIGURE, masked);

/**
 * Hides the words of a document in all that reports show of it, so that a report can be handed to somebody who may
 * not read the document. What was found and where stays; names of dimensions, which are public, too.
 *
 * @param file shown in the place of the file's name, which may name a person
 */
export const redact = (outcome: Outcome, file: string): Outcome =>
  isFailed(outcome) ? redactFailed(outcome, file) : redactChecked(outcome, file);

const redactFailed = ({ file, error: { code, message } }: Failed, name: string): Failed => ({
  file: name,
  error: { code, message: message.replaceAll(file, name) },
});

function redactChecked({ analysis, findings, suppressed, ...rest }: Checked, file: string): Checked {
  return {
    ...rest,
    analysis: redactAnalysis(analysis, file),
    findings: findings.map(redactFinding),
    ...(suppressed
      ? {
          suppressed: suppressed.map((entry) => ({
            ...entry,
            finding: redactFinding(entry.finding),
            reason: masked(entry.reason),
          })),
        }
      : {}),
  };
}

const redactFinding = (finding: Finding): Finding => ({
  ...finding,
  message: maskedMessage(finding.message),
  suggestion: finding.suggestion && maskedMessage(finding.suggestion),
  related: finding.related.map(({ message, span }) => ({ message: maskedMessage(message), span })),
  evidence: finding.evidence.map(masked),
});

export const hide = <Q extends Quote>(quote: Q): Q => ({ ...quote, text: masked(quote.text) });

export const hideTitle = <T extends { readonly title: Quote }>(item: T): T => ({
  ...item,
  title: hide(item.title),
});

export function redactAnalysis(analysis: ReportedAnalysis, file: string): ReportedAnalysis {
  const problems = analysis.problems.map((problem) => ({
    ...hideTitle(problem),
    examples: problem.examples.map((example) => ({
      ...hide(example),
      evidence: example.evidence.map(hide),
      cue: example.cue && hide(example.cue),
    })),
    dimensionWords: () => problem.dimensionWords().map(masked),
    causes: problem.causes.map(hide),
    measures: problem.measures.map((measure) => ({
      ...hide(measure),
      commitments: measure.commitments.map(hideCommitment),
    })),
    links: {
      causes: problem.links.causes.map(hideLink),
      measures: problem.links.measures.map(hideLink),
    },
  }));
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  return {
    ...analysis,
    document: redactDocument(analysis.document, file),
    profile: { ...analysis.profile, reasons: analysis.profile.reasons.map(maskedMessage) },
    title: analysis.title && hide(analysis.title),
    parts: analysis.parts.map((part) => ({ ...part, title: part.title && masked(part.title) })),
    rectification: analysis.rectification.map((account) => ({
      ...account,
      occasion: masked(account.occasion),
    })),
    dimensions: analysis.dimensions.map((entry) => ({
      ...entry,
      problems: entry.problems.map((problem) => byId.get(problem.id) ?? problem),
    })),
    problems,
    causes: analysis.causes.map(hideTitle),
    measures: analysis.measures.map((item) => ({
      ...hideTitle(item),
      commitments: item.commitments.map(hideCommitment),
    })),
    sentences: analysis.sentences.map(hide),
    notices: analysis.notices.map((notice) => ({ ...notice, message: maskedMessage(notice.message) })),
  };
}

export const hideCommitment = <C extends Quote & { readonly value: string | null }>(commitment: C): C => ({
  ...hide(commitment),
  value: commitment.value && masked(commitment.value),
});

const hideLink = <L extends { readonly evidence: readonly string[] }>(link: L): L => ({
  ...link,
  evidence: link.evidence.map(masked),
});

const redactDocument = (document: Document, file: string): Document => ({
  ...document,
  file,
  text: masked(document.text),
  reading: { ...document.reading, text: masked(document.reading.text) },
});
