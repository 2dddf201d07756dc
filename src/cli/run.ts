import { extname } from 'node:path';
import type { Delivery } from '../batch/deliver.js';
import type { Job } from '../batch/job.js';
import type { RuleSettings } from '../check/run.js';
import type { Encoding } from '../document/document.js';
import type { Revisions } from '../document/formats/extracted.js';
import { type AnyWriter, isBinary } from '../report/writer.js';
import type { Config } from './config.js';
import { deliveries } from './deliveries.js';
import { findInputs } from './files.js';
import { type Order, openDesk } from './formats.js';
import { type Output, openOutput } from './output.js';
import { exitCode, stderr } from './process.js';
import type { CommonOptions } from './program.js';
import { openProgress } from './progress.js';
import { openSetups, type Setup } from './setups.js';

/** What a command over documents does with each of them. */
export interface Task {
  /** Levels and options of the rules to run; null where none are run. Called once for each configuration. */
  readonly rules: (config: Config) => RuleSettings | null;
  readonly report: Omit<Order, 'run'>;
  /** Called for each document; may raise the exit code. Returns true to end the run behind it. */
  readonly seen?: (delivery: Delivery) => boolean;
}

export interface RunOptions extends CommonOptions {
  /** Processes to work in; as many as pay off when absent. */
  readonly jobs?: number;
  /** Files with earlier documents of the same writer. */
  readonly previous?: readonly string[];
}

/**
 * Reads, analyses and reports documents in their order, so that a run over thousands holds few at a time. A document
 * that cannot be read is told of and the others go on; the exit code is then 2. What is wrong with a configuration is
 * told before any document is read. An interrupt, or a signal to end, ends the run behind the document under way, with a
 * whole report.
 */
export async function runOver(args: readonly string[], options: RunOptions, task: Task): Promise<void> {
  const setups = openSetups(options, task.rules);
  const { documents: found, skipped } = await findInputs(args);
  const documents = await setups.withoutExcluded(found, args);
  const jobs = await Promise.all(
    documents.map(async (file) =>
      typeof file === 'string' ? jobOf(file, await setups.of(file), options) : file,
    ),
  );
  const configs = await setups.configs();
  for (const warning of configs.flatMap(({ warnings }) => warnings)) stderr(warning);
  const left = found.length - documents.length;
  if (left > 0 && !options.quiet) stderr(`按配置跳过了${left}个文件。`);
  if (skipped.length > 0 && !options.quiet) stderr(skippedMessage(skipped));
  const order: Order = { ...task.report, run: { several: documents.length > 1 } };
  const desk = await openDesk(order);
  const output = await openOutput(
    options,
    documents.filter((file) => typeof file === 'string'),
  );
  const sink = openSink(desk.writer, output);
  const progress = openProgress(documents.length, options.quiet ?? false);
  const interrupt = catchInterrupt();
  const used = new Set<string>();
  let done = 0;
  let failed = 0;
  const makers = { order, desk, analyzers: setups.analyzers, workers: options.jobs };
  try {
    await sink.open();
    for await (const delivery of deliveries(jobs, makers)) {
      progress.clear();
      done++;
      if (delivery.error !== null) {
        stderr(`错误：${delivery.error}`);
        exitCode(2);
        failed++;
      }
      for (const source of delivery.suppressions) used.add(source);
      const stop = (task.seen?.(delivery) ?? false) || interrupt.caught();
      await sink.take(delivery.part);
      progress.show(done);
      if (stop) break;
    }
    progress.clear();
    interrupt.release();
    await sink.close(failed < done);
  } catch (error) {
    await output.discard();
    throw error;
  }
  if (done < documents.length) {
    stderr(`只检查了${documents.length}份中的${done}份，其余没有检查。`);
    if (interrupt.caught()) exitCode(2);
    return;
  }
  for (const { source, rule } of configs.flatMap(({ rules }) => rules.ignores ?? []))
    if (!used.has(source)) stderr(`${source}：要忽略的 ${rule} 没有出现，可以删去。`);
}

const jobOf = (
  file: string,
  setup: Setup,
  { encoding, revisions, debug, previous = [] }: RunOptions,
): Job => ({
  file,
  previous,
  ...setup,
  encoding: encoding as Encoding | undefined,
  revisions: revisions as Revisions | undefined,
  debug: debug ?? false,
});

/** A first interrupt (Ctrl-C), or signal to end, is noted; a second ends the process as usual. */
function catchInterrupt(): { readonly caught: () => boolean; readonly release: () => void } {
  let caught = false;
  const release = (): void => {
    for (const signal of ENDING) process.off(signal, note);
  };
  const note = (): void => {
    caught = true;
    release();
  };
  for (const signal of ENDING) process.on(signal, note);
  return { caught: () => caught, release };
}

const ENDING = ['SIGINT', 'SIGTERM'] as const;

/** Hands the pieces of a report to the output as they come, or the whole of it at the end. */
interface Sink {
  readonly open: () => Promise<void>;
  readonly take: (part: unknown) => Promise<void>;
  /** @param read whether any document could be read: without one, a report that says nothing is none */
  readonly close: (read: boolean) => Promise<void>;
}

const openSink = (writer: AnyWriter, output: Output): Sink =>
  isBinary(writer)
    ? {
        open: async () => {},
        take: async (part) => writer.take(part),
        close: async () => {
          const bytes = await writer.bytes();
          if (bytes === null) return output.discard();
          await output.write(bytes);
          await output.close();
        },
      }
    : {
        open: () => output.write(writer.opening),
        take: (part) => output.write(writer.document(part)),
        close: async (read) => {
          await output.write(writer.closing());
          await (read || !output.isEmpty() ? output.close() : output.discard());
        },
      };

function skippedMessage(files: readonly string[]): string {
  const endings = [...new Set(files.map((file) => extname(file).toLowerCase() || '没有扩展名'))];
  return `文件夹里有${files.length}个文件不是要读的格式，没有读：${endings.slice(0, 6).join('、')}。`;
}
