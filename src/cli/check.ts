import { isSeverity, type Level, parseLevel } from '../check/levels.js';
import { addTallies, countFrom, tallyOf } from '../check/tally.js';
import { rules } from '../rules/index.js';
import { openBaselineRun } from './baseline.js';
import { CHECK_FORMATS } from './formats.js';
import { exitCode, stderr } from './process.js';
import type { CheckOptions } from './program.js';
import { runOver } from './run.js';
import { shownOn, targetOf } from './to.js';

/** `duizhao check FILES…` */
export async function runCheck(files: readonly string[], options: CheckOptions): Promise<void> {
  let tally = tallyOf([]);
  const { name, output } = targetOf(options, CHECK_FORMATS);
  const levels = levelsOf(options);
  const level = isSeverity(options.failOn) ? options.failOn : 'error';
  const accepted = await openBaselineRun(options);
  await runOver(
    files,
    { ...options, output },
    {
      rules: ({ rules: settings }) => ({
        ...settings,
        levels: { ...settings.levels, ...levels },
        baseline: accepted?.baseline ?? null,
      }),
      report: { command: 'check', format: name, options: { ...options, ...shownOn(options, output) } },
      seen: ({ error, tally: own }) => {
        tally = addTallies(tally, own);
        return (options.failFast ?? false) && (error !== null || countFrom(own, level) > 0);
      },
    },
  );
  await accepted?.finish();
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
