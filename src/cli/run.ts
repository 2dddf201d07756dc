import { extname } from 'node:path';
import type { RuleSettings } from '../check/run.js';
import type { Encoding } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import { type Checked, isFailed, type Outcome } from '../report/outcome.js';
import { redact } from '../report/redact.js';
import { type AnyWriter, isBinary } from '../report/writer.js';
import type { Config } from './config.js';
import { explainFault } from './errors.js';
import { findInputs } from './files.js';
import { type Output, openOutput } from './output.js';
import { exitCode, stderr } from './process.js';
import type { CommonOptions } from './program.js';
import { openSetups, type Setup } from './setups.js';

/** What a command over documents does with each of them. */
export interface Task {
  /** Levels and options of the rules to run; null where none are run. Called once for each configuration. */
  readonly rules: (config: Config) => RuleSettings | null;
  readonly writer: (run: Run) => Promise<AnyWriter>;
  /** Called for each document read; may raise the exit code. */
  readonly seen?: (outcome: Checked) => void;
}

/** A run as the reports see it. */
export interface Run {
  readonly several: boolean;
}

/**
 * Reads, analyses and reports documents one after the other, so that a run over many holds one at a time. A
 * document that cannot be read is told of and the others go on; the exit code is then 2. What is wrong with a
 * configuration is told before any document is read.
 */
export async function runOver(args: readonly string[], options: CommonOptions, task: Task): Promise<void> {
  const setups = openSetups(options, task.rules);
  const { documents: found, skipped } = await findInputs(args);
  const documents = await setups.withoutExcluded(found, args);
  const prepared = await Promise.all(
    documents.map(async (file) => (typeof file === 'string' ? { file, setup: await setups.of(file) } : file)),
  );
  const configs = await setups.configs();
  for (const warning of configs.flatMap(({ warnings }) => warnings)) stderr(warning);
  const left = found.length - documents.length;
  if (left > 0 && !options.quiet) stderr(`按配置跳过了${left}个文件。`);
  if (skipped.length > 0 && !options.quiet) stderr(skippedMessage(skipped));
  const output = await openOutput(
    options,
    documents.filter((file) => typeof file === 'string'),
  );
  const sink = openSink(await task.writer({ several: documents.length > 1 }), output);
  const used = new Set<string>();
  await sink.open();
  for (const [i, entry] of prepared.entries()) {
    const outcome = 'setup' in entry ? await outcomeOf(entry.file, entry.setup, options) : entry;
    if (isFailed(outcome)) {
      stderr(`错误：${outcome.error.message}`);
      exitCode(2);
    } else {
      for (const { source } of outcome.suppressed ?? []) used.add(source);
      task.seen?.(outcome);
    }
    await sink.take(options.redact ? redact(outcome, `文件${i + 1}`) : outcome);
  }
  await sink.close();
  for (const { source, rule } of configs.flatMap(({ rules }) => rules.ignores ?? []))
    if (!used.has(source)) stderr(`${source}：要忽略的 ${rule} 没有出现，可以删去。`);
}

/** Hands the pieces of a report to the output as they come, or the whole of it at the end. */
interface Sink {
  readonly open: () => Promise<void>;
  readonly take: (outcome: Outcome) => Promise<void>;
  readonly close: () => Promise<void>;
}

const openSink = (writer: AnyWriter, output: Output): Sink =>
  isBinary(writer)
    ? {
        open: async () => {},
        take: async (outcome) => writer.take(outcome),
        close: async () => {
          const bytes = await writer.bytes();
          if (bytes === null) return output.discard();
          await output.write(bytes);
          await output.close();
        },
      }
    : {
        open: () => output.write(writer.opening),
        take: (outcome) => output.write(writer.document(outcome)),
        close: async () => {
          await output.write(writer.closing());
          await output.close();
        },
      };

function skippedMessage(files: readonly string[]): string {
  const endings = [...new Set(files.map((file) => extname(file).toLowerCase() || '没有扩展名'))];
  return `文件夹里有${files.length}个文件不是要读的格式，没有读：${endings.slice(0, 6).join('、')}。`;
}

async function outcomeOf(
  file: string,
  { analyzer, options: analyzeOptions, rules }: Setup,
  options: CommonOptions,
): Promise<Outcome> {
  try {
    const document = await analyzer.read(file, { encoding: options.encoding as Encoding | undefined });
    if (rules) return { ...analyzer.check(document, { ...analyzeOptions, rules }), settings: rules };
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
