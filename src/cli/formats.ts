import type { Desk } from '../batch/deliver.js';
import type { AnyWriter } from '../report/writer.js';
import type { CommonOptions } from './program.js';
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
  /** Columns of a report for people. */
  readonly width: number;
}

/** A run as the reports see it. */
export interface Run {
  readonly several: boolean;
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
    writer: async ({ explain, quiet, all, paint, width }) => {
      const { checkWriter } = await import('../report/terminal.js');
      return checkWriter({ rules: await rules(), explain, quiet, all, color: paint, width });
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
    writer: async ({ explain, quiet, all, paint, width }) => {
      const { extractWriter } = await import('../report/extract.js');
      return extractWriter({ explain, quiet, all, color: paint, width });
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

const FORMATS = { check: CHECK_FORMATS, extract: EXTRACT_FORMATS } as const;

/** A report as it is asked for: plain data, from which every process of a run can make its writer. */
export interface Order {
  readonly command: keyof typeof FORMATS;
  readonly format: string;
  readonly options: FormatOptions;
  readonly run: Run;
}

export async function openDesk({ command, format, options, run }: Order): Promise<Desk> {
  const known = FORMATS[command][format];
  if (!known) throw new RangeError(`${command} writes no ${format}`);
  return { writer: await known.writer(options, run), redacted: options.redact ?? false };
}
