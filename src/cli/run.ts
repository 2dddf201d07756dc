import type { Analysis, Finding, Kind } from '../analysis.js';
import type { AnalyzeOptions } from '../analyze.js';
import { type Analyzer, createAnalyzer } from '../analyzer.js';
import type { RuleSettings } from '../check/run.js';
import type { Encoding } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import type { Outcome } from '../report/outcome.js';
import type { Writer } from '../report/writer.js';
import { type Config, readConfig } from './config.js';
import { filesOf } from './files.js';
import { openOutput } from './output.js';
import { exitCode, stderr } from './process.js';
import type { CommonOptions } from './program.js';

/** What a command over documents does with each of them. */
export interface Task {
  readonly writer: (run: Run) => Writer;
  /** Findings of a document; none where rules are not run. */
  readonly check: (analyzer: Analyzer, config: Config) => (analyze: AnalyzeOptions) => RuleSettings | null;
  /** Called for each document read; may raise the exit code. */
  readonly seen?: (findings: readonly Finding[]) => void;
}

/** A run as the reports see it. */
export interface Run {
  readonly several: boolean;
}

/**
 * Reads, analyses and reports documents one after the other, so that a run over many holds one at a time. A
 * document that cannot be read is told of and the others go on; the exit code is then 2.
 */
export async function runOver(args: readonly string[], options: CommonOptions, task: Task): Promise<void> {
  const files = await filesOf(args);
  const config = await readConfig(options.config);
  const analyzer = await createAnalyzer({ dictionaries: config.dictionaries });
  const analyzeOptions = analyzeOptionsOf(options, config, analyzer);
  const settings = task.check(analyzer, config)(analyzeOptions);
  const output = await openOutput(options, files);
  const writer = task.writer({ several: files.length > 1 });
  await output.write(writer.opening);
  for (const file of files) {
    const outcome = await outcomeOf(analyzer, file, options, analyzeOptions, settings);
    if ('error' in outcome) {
      stderr(`错误：${outcome.error.message}`);
      exitCode(2);
    } else task.seen?.(outcome.findings);
    await output.write(writer.document(outcome));
  }
  await output.write(writer.closing());
  await output.close();
}

function analyzeOptionsOf(options: CommonOptions, config: Config, { profiles }: Analyzer): AnalyzeOptions {
  const profile = options.profile ?? config.profile;
  if (profile !== undefined && !profiles.some(({ id }) => id === profile)) {
    const known = profiles.map(({ id }) => id).join('、');
    throw new DuizhaoError('unknown-profile', `没有编号为“${profile}”的年度维度；可用的有：${known}。`);
  }
  return { profile, kind: options.kind as Kind | undefined, map: options.map as AnalyzeOptions['map'] };
}

async function outcomeOf(
  analyzer: Analyzer,
  file: string,
  { encoding }: CommonOptions,
  options: AnalyzeOptions,
  rules: RuleSettings | null,
): Promise<Outcome> {
  try {
    const document = await analyzer.read(file, { encoding: encoding as Encoding | undefined });
    if (rules) return analyzer.check(document, { ...options, rules });
    const analysis: Analysis = analyzer.analyze(document, options);
    return { analysis, findings: [] };
  } catch (error) {
    if (error instanceof DuizhaoError) return { file, error: { code: error.code, message: error.message } };
    throw error;
  }
}
