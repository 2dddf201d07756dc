import type { Analysis } from '../analysis.js';
import type { AnalyzeOptions } from '../analyze.js';
import { type Analyzer, createAnalyzer } from '../analyzer.js';
import type { Comparison } from '../compare/comparison.js';
import type { Kind } from '../dictionaries/schema.js';
import type { Encoding } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import { COMPARE_FORMATS } from './compare-formats.js';
import { openConfigs } from './config.js';
import { findInputs } from './files.js';
import { writeResult } from './output.js';
import { exitCode, stderr } from './process.js';
import type { CommonOptions } from './program.js';
import { shownOn, targetOf } from './to.js';

/**
 * `duizhao compare BEFORE AFTER [LATER…]`. A comparison without one of its years would mislead: when a document
 * cannot be read, all that cannot are told of and nothing is compared.
 *
 * @throws DuizhaoError
 */
export async function runCompare(files: readonly string[], options: CommonOptions): Promise<void> {
  const { format, output: path } = targetOf(options, COMPARE_FORMATS);
  const { documents } = await findInputs(files);
  if (documents.length === 1 && files.length > 1)
    throw new DuizhaoError('bad-option', '同一个文件给了两次。请给出不同年度的材料。');
  const configs = openConfigs(options.config);
  const analyses: Analysis[] = [];
  let analyzer: Analyzer | undefined;
  let failed = false;
  for (const file of documents)
    try {
      if (typeof file !== 'string') throw new DuizhaoError('unreadable', file.error.message);
      const config = await configs.of(file);
      analyzer ??= await createAnalyzer({ dictionaries: config.dictionaries });
      const document = await analyzer.read(file, { encoding: options.encoding as Encoding | undefined });
      analyses.push(analyzer.analyze(document, analyzeOptions(options)));
    } catch (error) {
      if (!(error instanceof DuizhaoError)) throw error;
      stderr(`错误：${error.message}`);
      failed = true;
    }
  if (failed) {
    stderr('有文件读不了，没有对照。');
    exitCode(2);
    return;
  }
  analyzer ??= await createAnalyzer();
  const comparison = await shownOf(analyzer.compare(analyses), options);
  for (const { message } of comparison.warnings) if (path !== undefined) stderr(`警告：${message}`);
  const text = await format.render(comparison, { ...options, ...shownOn(options, path) });
  const inputs = documents.filter((file) => typeof file === 'string');
  await writeResult(text, { ...options, output: path }, inputs);
}

/** What may be shown of a comparison. */
async function shownOf(comparison: Comparison, { redact }: CommonOptions): Promise<Comparison> {
  if (!redact) return comparison;
  const { redactComparison } = await import('../report/compare/redact.js');
  return redactComparison(comparison);
}

const analyzeOptions = ({ kind, map }: CommonOptions): AnalyzeOptions => ({
  kind: kind as Kind | undefined,
  map: map as AnalyzeOptions['map'],
});
