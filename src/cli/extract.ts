import { csvWriter } from '../report/csv.js';
import { extractWriter } from '../report/extract.js';
import { markdownWriter } from '../report/markdown.js';
import type { Writer } from '../report/writer.js';
import { colorOf, machineWriter } from './check.js';
import { terminalWidth } from './process.js';
import type { CommonOptions } from './program.js';
import { type Run, runOver } from './run.js';

/** `duizhao extract FILES…` */
export const runExtract = (files: readonly string[], options: CommonOptions): Promise<void> =>
  runOver(files, options, {
    // For programs a document is whole: its findings belong to it.
    rules: ({ rules }) => (MACHINE_FORMATS.includes(options.format ?? '') ? rules : null),
    writer: (run) => writerFor(options, run),
  });

const MACHINE_FORMATS: readonly string[] = ['json', 'jsonl'];

function writerFor(options: CommonOptions, { several }: Run): Writer {
  const { format, explain, quiet, all } = options;
  const json = machineWriter(format, options);
  if (json) return json;
  if (format === 'csv') return csvWriter({ several });
  if (format === 'markdown') return markdownWriter({ several });
  return extractWriter({ explain, quiet, all, color: colorOf(options), width: terminalWidth() });
}
