import { DuizhaoError } from '../document/error.js';
import type { AnyWriter } from '../report/writer.js';
import { terminalWidth, wantsColor } from './process.js';
import type { CommonOptions } from './program.js';
import type { Run } from './run.js';
import { packageVersion } from './version.js';

/** A format that a command can write. */
export interface Format {
  /** Endings of file names by which `--to` chooses it, the usual one first. */
  readonly endings: readonly string[];
  /** Made of bytes: nothing to look at in a terminal. */
  readonly binary?: boolean;
  /** For programs, or with figures of findings: the rules are run even where a command does not show findings. */
  readonly findings?: boolean;
  /** Loads the writer when it is needed: what a run does not write costs it nothing. */
  readonly writer: (options: FormatOptions, run: Run) => Promise<AnyWriter>;
}

export interface FormatOptions extends CommonOptions {
  /** Whether to paint a report for people. */
  readonly paint: boolean;
}

/** By name; the first is taken where nothing is asked for. */
export type Formats<F extends Written = Format> = Readonly<Record<string, F>>;

/** What is known of every format, whatever command writes it. */
export type Written = Pick<Format, 'endings' | 'binary'>;

const json: Format = {
  endings: ['.json'],
  findings: true,
  writer: async ({ includeText, explain }) =>
    (await import('../report/json.js')).jsonWriter({ includeText, explain }),
};

const jsonl: Format = {
  endings: ['.jsonl', '.ndjson'],
  findings: true,
  writer: async ({ includeText, explain }) =>
    (await import('../report/json.js')).jsonlWriter({ includeText, explain }),
};

const rules = async () => (await import('../rules/index.js')).rules;

/** What `check` writes. */
export const CHECK_FORMATS: Formats = {
  terminal: {
    endings: ['.txt'],
    writer: async ({ explain, quiet, all, paint }) => {
      const { checkWriter } = await import('../report/terminal.js');
      return checkWriter({ rules: await rules(), explain, quiet, all, color: paint, width: terminalWidth() });
    },
  },
  json,
  jsonl,
  markdown: {
    endings: ['.md', '.markdown'],
    writer: async () => {
      const { markdownForm } = await import('../report/markdown.js');
      const { findingsTableWriter } = await import('../report/findings-table.js');
      return findingsTableWriter({ ...markdownForm, rules: await rules() });
    },
  },
  csv: {
    endings: ['.csv'],
    writer: async () => {
      const { csvForm } = await import('../report/csv.js');
      const { findingsTableWriter } = await import('../report/findings-table.js');
      return findingsTableWriter({ ...csvForm, rules: await rules() });
    },
  },
  html: {
    endings: ['.html', '.htm'],
    writer: async (_, { several }) =>
      (await import('../report/html.js')).htmlWriter({ rules: await rules(), several }),
  },
  sarif: {
    endings: ['.sarif', '.sarif.json'],
    writer: async () => {
      const { sarifWriter } = await import('../report/sarif.js');
      return sarifWriter({ rules: await rules(), version: packageVersion() });
    },
  },
  docx: {
    endings: ['.docx'],
    binary: true,
    findings: true,
    writer: async (options) => {
      const { commentWriter, inPlaceWriter } = await import('./comment.js');
      return options.inPlace ? inPlaceWriter(options) : commentWriter(options);
    },
  },
};

/** What `extract` writes. */
export const EXTRACT_FORMATS: Formats = {
  terminal: {
    endings: ['.txt'],
    writer: async ({ explain, quiet, all, paint }) => {
      const { extractWriter } = await import('../report/extract.js');
      return extractWriter({ explain, quiet, all, color: paint, width: terminalWidth() });
    },
  },
  json,
  jsonl,
  csv: {
    endings: ['.csv'],
    writer: async (_, run) => (await import('../report/csv.js')).csvWriter(run),
  },
  markdown: {
    endings: ['.md', '.markdown'],
    writer: async (_, run) => (await import('../report/markdown.js')).markdownWriter(run),
  },
  xlsx: {
    endings: ['.xlsx'],
    binary: true,
    findings: true,
    writer: async (_, run) => (await import('../report/xlsx.js')).xlsxWriter(run),
  },
};

/** Where a result goes, and how it is written. */
export interface Target<F extends Written = Format> {
  readonly format: F;
  /** Absent: standard output. */
  readonly output: string | undefined;
}

/**
 * What is written where: `--format` names the format, else the ending of `--to` tells it.
 *
 * @throws DuizhaoError `bad-option`
 */
export function targetOf<F extends Written>(options: CommonOptions, formats: Formats<F>): Target<F> {
  const { to, output, format: name, inPlace } = options;
  if (inPlace) return intoInputs(options, formats);
  if (to !== undefined && output !== undefined)
    throw new DuizhaoError('bad-option', '--to 和 --output 都是写入文件，只能用一个。');
  const format =
    name !== undefined ? formats[name] : to !== undefined ? byEnding(to, formats) : first(formats);
  if (!format) throw new DuizhaoError('bad-option', unknown(to ?? name ?? '', formats));
  const file = to ?? output;
  if (format.binary && file === undefined)
    throw new DuizhaoError(
      'bad-option',
      `${name ?? ''} 不能显示在屏幕上，请用 --to 写入文件，如 --to 结果${format.endings[0] ?? ''}。`,
    );
  return { format, output: file };
}

function intoInputs<F extends Written>(
  { to, output, format: name }: CommonOptions,
  { docx }: Formats<F>,
): Target<F> {
  if (!docx || to !== undefined || output !== undefined || name !== undefined)
    throw new DuizhaoError(
      'bad-option',
      '--in-place 把批注写进原文件，不能和 --to、--output、--format 一起用。',
    );
  return { format: docx, output: undefined };
}

/** Colour as asked for, never in a file unasked. */
export const paints = ({ color }: CommonOptions, output: string | undefined): boolean =>
  color ?? (output === undefined && wantsColor());

const first = <F extends Written>(formats: Formats<F>): F | undefined => Object.values(formats)[0];

/** The longest ending wins: `.sarif.json` is no `.json`. */
function byEnding<F extends Written>(file: string, formats: Formats<F>): F | undefined {
  const name = file.toLowerCase();
  const length = ({ endings }: Written): number =>
    Math.max(0, ...endings.filter((ending) => name.endsWith(ending)).map((ending) => ending.length));
  const [best] = Object.values(formats).sort((a, b) => length(b) - length(a));
  return best && length(best) > 0 ? best : undefined;
}

function unknown(file: string, formats: Formats<Written>): string {
  const endings = Object.values(formats).flatMap(({ endings: [ending] }) => ending ?? []);
  return `--to ${file}：不知道该写成什么格式。文件名的结尾可以是 ${endings.join('、')}；用别的文件名时，请加 --format 指定格式。`;
}
