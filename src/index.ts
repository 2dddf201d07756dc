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
  Analysis,
  CauseItem,
  Commitment,
  DetectedProfile,
  DimensionCoverage,
  Evidence,
  Example,
  Finding,
  Grade,
  Kind,
  Link,
  Measure,
  MeasureItem,
  Part,
  PartRole,
  Problem,
  Quote,
  Rectification,
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
  type CheckResult,
  check,
  compare,
  createAnalyzer,
  read,
} from './analyzer.js';
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
export type { Document, Encoding, Notice } from './document/document.js';
export { DuizhaoError } from './document/error.js';
export type { Span } from './document/span.js';
