import { EXTRACT_FORMATS } from './formats.js';
import type { CommonOptions } from './program.js';
import { runOver } from './run.js';
import { shownOn, targetOf } from './to.js';

/** `duizhao extract FILES…` */
export async function runExtract(files: readonly string[], options: CommonOptions): Promise<void> {
  const { name, format, output } = targetOf(options, EXTRACT_FORMATS);
  await runOver(
    files,
    { ...options, output },
    {
      // For programs a document is whole: its findings belong to it.
      rules: ({ rules }) => (format.findings ? rules : null),
      report: { command: 'extract', format: name, options: { ...options, ...shownOn(options, output) } },
    },
  );
}
