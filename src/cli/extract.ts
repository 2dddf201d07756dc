import type { CommonOptions } from './program.js';
import { runOver } from './run.js';
import { EXTRACT_FORMATS, paints, targetOf } from './to.js';

/** `duizhao extract FILES…` */
export async function runExtract(files: readonly string[], options: CommonOptions): Promise<void> {
  const { format, output } = targetOf(options, EXTRACT_FORMATS);
  const paint = paints(options, output);
  await runOver(
    files,
    { ...options, output },
    {
      // For programs a document is whole: its findings belong to it.
      rules: ({ rules }) => (format.findings ? rules : null),
      writer: (run) => format.writer({ ...options, paint }, run),
    },
  );
}
