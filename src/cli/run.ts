import { extname } from 'node:path';
import type { Kind } from '../analysis.js';
import type { AnalyzeOptions } from '../analyze.js';
import { type Analyzer, createAnalyzer } from '../analyzer.js';
import type { RuleSettings } from '../check/run.js';
import type { Encoding } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import { type Checked, isFailed, type Outcome } from '../report/outcome.js';
import type { Writer } from '../report/writer.js';
import { type Config, readConfig } from './config.js';
import { explainFault } from './errors.js';
import { findInputs } from './files.js';
import { openOutput } from './output.js';
import { exitCode, stderr } from './process.js';
import { checkProfileId } from './profile-id.js';
import type { CommonOptions } from './program.js';

/** What a command over documents does with each of them. */
export interface Task {
  /** Levels and options of the rules to run; null where none are run. Called once, before any document is read. */
  readonly rules: (config: Config) => RuleSettings | null;
  readonly writer: (run: Run) => Writer;
  /** Called for each document read; may raise the exit code. */
  readonly seen?: (outcome: Checked) => void;
}

/** A run as the reports see it. */
export interface Run {
  readonly several: boolean;
  readonly rules: RuleSettings | null;
}

/**
 * Reads, analyses and reports documents one after the other, so that a run over many holds one at a time. A
 * document that cannot be read is told of and the others go on; the exit code is then 2.
 */
export async function runOver(args: readonly string[], options: CommonOptions, task: Task): Promise<void> {
  const config = await readConfig(options.config);
  const rules = task.rules(config);
  const { documents, skipped } = await findInputs(args);
  if (skipped.length > 0 && !options.quiet) stderr(skippedMessage(skipped));
  const analyzer = await createAnalyzer({ dictionaries: config.dictionaries });
  const analyzeOptions = analyzeOptionsOf(options, config, analyzer);
  const output = await openOutput(
    options,
    documents.filter((file) => typeof file === 'string'),
  );
  const writer = task.writer({ several: documents.length > 1, rules });
  await output.write(writer.opening);
  for (const file of documents) {
    const outcome =
      typeof file === 'string' ? await outcomeOf(analyzer, file, options, analyzeOptions, rules) : file;
    if (isFailed(outcome)) {
      stderr(`错误：${outcome.error.message}`);
      exitCode(2);
    } else task.seen?.(outcome);
    await output.write(writer.document(outcome));
  }
  await output.write(writer.closing());
  await output.close();
}

function skippedMessage(files: readonly string[]): string {
  const endings = [...new Set(files.map((file) => extname(file).toLowerCase() || '没有扩展名'))];
  return `文件夹里有${files.length}个文件不是要读的格式，没有读：${endings.slice(0, 6).join('、')}。`;
}

function analyzeOptionsOf(options: CommonOptions, config: Config, { profiles }: Analyzer): AnalyzeOptions {
  const profile = options.profile ?? config.profile;
  if (profile !== undefined) {
    const where = options.profile === undefined && config.file !== null ? `配置文件 ${config.file}：` : '';
    checkProfileId(profile, profiles, where);
  }
  return { profile, kind: options.kind as Kind | undefined, map: options.map as AnalyzeOptions['map'] };
}

async function outcomeOf(
  analyzer: Analyzer,
  file: string,
  options: CommonOptions,
  analyzeOptions: AnalyzeOptions,
  rules: RuleSettings | null,
): Promise<Outcome> {
  try {
    const document = await analyzer.read(file, { encoding: options.encoding as Encoding | undefined });
    if (rules) return analyzer.check(document, { ...analyzeOptions, rules });
    return { analysis: analyzer.analyze(document, analyzeOptions), findings: [] };
  } catch (error) {
    if (error instanceof DuizhaoError) return { file, error: { code: error.code, message: error.message } };
    // A fault of the program costs this document, not the others.
    return {
      file,
      error: { code: 'internal', message: `${file}：${explainFault(error, options.debug ?? false)}` },
    };
  }
}
