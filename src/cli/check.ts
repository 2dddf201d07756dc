import { isSeverity, type Level, parseLevel } from '../check/levels.js';
import { addTallies, countFrom, tallyOf } from '../check/tally.js';
import { jsonlWriter, jsonWriter } from '../report/json.js';
import { checkWriter } from '../report/terminal.js';
import { notUnderstood } from '../report/understood.js';
import type { Writer } from '../report/writer.js';
import { rules } from '../rules/index.js';
import { openBaselineRun } from './baseline.js';
import { exitCode, stderr, terminalWidth, wantsColor } from './process.js';
import type { CheckOptions, CommonOptions } from './program.js';
import { runOver } from './run.js';

/** `duizhao check FILES…` */
export async function runCheck(files: readonly string[], options: CheckOptions): Promise<void> {
  let tally = tallyOf([]);
  const levels = levelsOf(options);
  const accepted = await openBaselineRun(options);
  await runOver(files, options, {
    rules: ({ rules: settings }) => ({
      ...settings,
      levels: { ...settings.levels, ...levels },
      baseline: accepted?.baseline ?? null,
    }),
    writer: () => writerFor(options),
    seen: ({ analysis, findings }) => {
      tally = addTallies(tally, tallyOf(findings));
      // Nothing found in what was not understood is no good sign.
      if (notUnderstood(analysis) !== null) tally = addTallies(tally, { error: 0, warning: 1, info: 0 });
    },
  });
  await accepted?.finish();
  const level = isSeverity(options.failOn) ? options.failOn : 'error';
  if (countFrom(tally, level) > 0) exitCode(1);
  if (options.maxWarnings !== undefined && tally.warning > options.maxWarnings) {
    stderr(`警告有${tally.warning}处，多于 --max-warnings 规定的${options.maxWarnings}处。`);
    exitCode(1);
  }
}

/** Levels of the command line. Throws DuizhaoError `unknown-rule`, `bad-option`. */
function levelsOf({ rule }: CheckOptions): Readonly<Record<string, Level>> {
  const known = rules.map(({ id }) => id);
  return Object.fromEntries(
    rule.map((setting) => {
      const { id, level } = parseLevel(setting, known);
      return [id, level];
    }),
  );
}

function writerFor(options: CheckOptions): Writer {
  const { format, explain, quiet, all } = options;
  return (
    machineWriter(format, options) ??
    checkWriter({ rules, explain, quiet, all, color: colorOf(options), width: terminalWidth() })
  );
}

/** Colour as asked for, never in a file. */
export const colorOf = ({ color, output }: CommonOptions): boolean =>
  color ?? (output === undefined && wantsColor());

/** The writers of `json` and `jsonl`; null for other formats. */
export function machineWriter(
  format: string | undefined,
  { includeText, explain }: CommonOptions,
): Writer | null {
  if (format === 'json') return jsonWriter({ includeText, explain });
  return format === 'jsonl' ? jsonlWriter({ includeText, explain }) : null;
}
