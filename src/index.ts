/**
 * duizhao reads Chinese self-review documents: structure, dimensions, problems with examples, causes and
 * measures, last year's account, and what a reviewer would object to.
 *
 * ```ts
 * import { read, analyze, check } from 'duizhao';
 * const document = await read('draft.txt');
 * const { problems, dimensions } = await analyze(document);
 * const { findings } = await check(document);
 * ```
 *
 * Everything runs on this machine; nothing is sent or stored.
 */

export type {
  AnalysedReading,
  Analysis,
  CauseItem,
  Commitment,
  CommitmentKind,
  DetectedProfile,
  DimensionCoverage,
  Evidence,
  EvidenceKind,
  Example,
  Finding,
  Grade,
  ItemReading,
  Kind,
  Link,
  Measure,
  MeasureItem,
  Part,
  PartRole,
  Problem,
  Quote,
  Rectification,
  RectificationFault,
  ReportedAnalysis,
  ReportedSentence,
  Sentence,
  Severity,
  Statistics,
  Theme,
} from './analysis.js';
export type { AnalyzeOptions } from './analyze.js';
export {
  type Analyzer,
  type AnalyzerOptions,
  analyze,
  type CheckOptions,
  type CheckResult,
  check,
  compare,
  createAnalyzer,
  type ReadFileOptions,
  read,
} from './analyzer.js';
export type { RuleSettings } from './check/run.js';
export type { Ignore, Suppressed } from './check/suppress.js';
export type {
  Account,
  Change,
  Claim,
  Comparison,
  ComparisonWarning,
  CopiedSentenceChange,
  MeasureStatus,
  OverdueCommitment,
  ProblemRelation,
  Relation,
  Step,
  ThemeCount,
  Thread,
  Trend,
  YearFigures,
} from './compare/comparison.js';
export type { Document, DocumentFormat, Encoding, Notice, Paragraph, Reading } from './document/document.js';
export { DuizhaoError, type ErrorCode } from './document/error.js';
export type { Revisions } from './document/formats/extracted.js';
export type { Place } from './document/place.js';
export type { Span } from './document/span.js';
export type { EngineName } from './language/engine.js';
export type { Segmenter, Token } from './language/segmenter.js';
