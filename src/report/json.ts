import type {
  Commitment,
  Evidence,
  Example,
  Finding,
  Link,
  MeasureItem,
  Problem,
  Quote,
  ReportedAnalysis,
} from '../analysis.js';
import type { Document } from '../document/document.js';
import { placesOf } from '../document/place.js';
import { positions } from '../document/position.js';
import { type Span, slice } from '../document/span.js';
import type { AnalysisJson, DocumentJson, FindingJson, ProblemJson, SpanJson } from '../schema.js';
import { type Checked, isFailed, type Outcome } from './outcome.js';
import { shortenMiddle } from './shorten.js';
import { noticesOf } from './understood.js';
import { type Writer, writeAll } from './writer.js';

export interface JsonOptions {
  /** Gives the decoded text itself. */
  readonly includeText?: boolean | undefined;
  /** Gives the words and numbers behind links and findings. */
  readonly explain?: boolean | undefined;
}

/** One document in the form that other programs read; see `schema.ts`. Pure. */
export function toJson(
  analysis: ReportedAnalysis,
  findings: readonly Finding[],
  options: JsonOptions = {},
): AnalysisJson {
  const { document, profile, parts, rectification, dimensions, problems, causes, measures, statistics } =
    analysis;
  return {
    file: document.file,
    profile: profileJson(analysis),
    kind: analysis.kind,
    title: analysis.title && quote(analysis.title),
    parts: parts.map(({ role, title, span, by }) => ({ role, title, span: pair(span), by })),
    rectification: rectification.map(({ span, faults: _, ...figures }) => ({
      ...figures,
      span: pair(span),
    })),
    dimensions: dimensions.map(({ dimension, id, heading, problems: own, characters }) => ({
      id,
      ordinal: dimension.ordinal,
      name: dimension.name,
      theme: dimension.theme,
      heading: heading && pair(heading),
      problems: own.map((problem) => problem.id),
      characters,
    })),
    problems: problems.map((problem) => problemJson(problem, profile.profile.id, options)),
    causes: causes.map(({ id, title, span }) => ({ id, title: quote(title), span: pair(span) })),
    measures: measures.map(measureJson),
    findings: findingsJson(findings, document, options),
    notices: noticesOf(analysis).map(({ code, message, span }) => ({
      code,
      message,
      ...(span ? { span: pair(span) } : {}),
    })),
    statistics: {
      ...statistics,
      shares: Object.fromEntries(
        Object.entries(statistics.shares).map(([role, share]) => [role, round(share)]),
      ),
    },
    ...(options.includeText ? { text: document.text } : {}),
  };
}

/** The same for a document that was read or not. */
export const outcomeJson = (outcome: Outcome, options: JsonOptions = {}): DocumentJson =>
  isFailed(outcome)
    ? { file: outcome.file, error: { code: outcome.error.code, message: outcome.error.message } }
    : withoutPrevious(
        { ...toJson(outcome.analysis, outcome.findings, options), ...suppressedJson(outcome) },
        outcome,
      );

/** Says which rules were not run: no findings of theirs must not be taken for a clean document. */
function withoutPrevious(json: AnalysisJson, { notRun = [] }: Checked): AnalysisJson {
  if (notRun.length === 0) return json;
  const message = `没有用 --previous 给出往年材料，未查 ${notRun.join('、')}。`;
  return { ...json, notices: [...json.notices, { code: 'no-previous', message }] };
}

/** Absent where nothing was suppressed. */
const suppressedJson = ({ suppressed = [] }: Checked): Pick<AnalysisJson, 'suppressed'> =>
  suppressed.length === 0
    ? {}
    : {
        suppressed: suppressed.map(({ finding: { rule, severity, message, span }, reason, source }) => ({
          rule,
          severity,
          message,
          span: pair(span),
          reason,
          source,
        })),
      };

/** The answer of `--format json`, with a line end. */
export const renderJson = (outcomes: readonly Outcome[], options: JsonOptions = {}): string =>
  writeAll(jsonWriter(options), outcomes);

/** The answer of `--format jsonl`: one document a line. */
export const renderJsonl = (outcomes: readonly Outcome[], options: JsonOptions = {}): string =>
  writeAll(jsonlWriter(options), outcomes);

export function jsonWriter(options: JsonOptions): Writer<string> {
  let separator = '';
  return {
    opening: '{\n  "version": 1,\n  "documents": [',
    part: (outcome) =>
      JSON.stringify(outcomeJson(outcome, options), null, 2)
        // Spans on one line. Line ends inside strings are escaped, so none of them can be meant here.
        .replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')
        .replaceAll('\n', '\n    '),
    document: (json) => {
      const element = `${separator}\n    ${json}`;
      separator = ',';
      return element;
    },
    closing: () => '\n  ]\n}\n',
  };
}

export const jsonlWriter = (options: JsonOptions): Writer<string> => ({
  opening: '',
  part: (outcome) => `${JSON.stringify(outcomeJson(outcome, options))}\n`,
  document: (line) => line,
  closing: () => '',
});

function profileJson({
  profile: { profile, detected, confidence, reasons, runnerUp },
}: ReportedAnalysis): AnalysisJson['profile'] {
  const { id, year, name } = profile;
  const next = runnerUp && {
    id: runnerUp.profile.id,
    name: runnerUp.profile.name,
    confidence: round(runnerUp.confidence),
  };
  return { id, year, name, detected, confidence: round(confidence), reasons, runnerUp: next };
}

function problemJson(problem: Problem, profile: string, { explain }: JsonOptions): ProblemJson {
  const { dimension, dimensionBy, confidence, alternatives, dimensionWords, links } = problem;
  const id = ({ ordinal }: { readonly ordinal: number }): string => `${profile}/${ordinal}`;
  const others = alternatives.map((other) => ({
    dimension: id(other.dimension),
    confidence: round(other.confidence),
  }));
  return {
    id: problem.id,
    dimension: dimension && id(dimension),
    dimensionBy,
    confidence: round(confidence),
    ...(dimensionBy === 'content' || others.length > 0 ? { alternatives: others } : {}),
    ...(explain ? { dimensionWords: dimensionWords() } : {}),
    title: quote(problem.title),
    span: pair(problem.span),
    examples: problem.examples.map(exampleJson),
    causes: problem.causes.map(quote),
    measures: problem.measures.map((measure) => ({
      ...quote(measure),
      commitments: measure.commitments.map(commitmentJson),
    })),
    links: {
      causes: links.causes.map(({ to }) => to),
      measures: links.measures.map(({ to }) => to),
      ...(explain ? { evidence: [...links.causes, ...links.measures].map(linkJson) } : {}),
    },
  };
}

const linkJson = ({ to, strength, evidence }: Link) => ({ to, strength: round(strength), words: evidence });

const exampleJson = ({ text, span, grade, evidence, cue }: Example) => ({
  text,
  span: pair(span),
  grade,
  evidence: evidence.map((entry: Evidence) => ({ kind: entry.kind, ...quote(entry) })),
  cue: cue && quote(cue),
});

const commitmentJson = ({ kind, value, ...words }: Commitment) => ({ kind, ...quote(words), value });

const measureJson = ({ id, title, span, commitments }: MeasureItem) => ({
  id,
  title: quote(title),
  span: pair(span),
  commitments: commitments.map(commitmentJson),
});

function findingsJson(
  findings: readonly Finding[],
  document: Document,
  { explain }: JsonOptions,
): readonly FindingJson[] {
  const { text } = document;
  const positionOf = positions(text);
  const placeOf = placesOf(document);
  return findings.map(({ rule, severity, message, span, suggestion, related, evidence }) => ({
    rule,
    severity,
    message,
    span: pair(span),
    excerpt: shortenMiddle(slice(text, span), LONGEST_EXCERPT),
    position: { ...positionOf(span.start), place: placeOf(span.start) },
    suggestion,
    related: related.map((other) => ({ message: other.message, span: pair(other.span) })),
    ...(explain ? { evidence } : {}),
  }));
}

/** In UTF-16 units: three long sentences stay whole. */
const LONGEST_EXCERPT = 400;

const pair = ({ start, end }: Span): SpanJson => [start, end];
const quote = ({ text, span }: Quote) => ({ text, span: pair(span) });
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
