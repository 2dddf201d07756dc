import type { Analysis } from '../analysis.js';
import type { AnalyzeOptions } from '../analyze.js';
import { type Analyzer, createAnalyzer } from '../analyzer.js';
import type { RuleSettings } from '../check/run.js';
import type { Encoding } from '../document/document.js';
import { DuizhaoError } from '../document/error.js';
import type { Revisions } from '../document/formats/extracted.js';
import type { Failed, Outcome } from '../report/outcome.js';

/** One document to be read, analysed and checked, and all that is needed for it: plain data. */
export interface Job {
  readonly file: string;
  readonly encoding: Encoding | undefined;
  readonly revisions: Revisions | undefined;
  /** Folders with dictionaries of the user's own. */
  readonly dictionaries: readonly string[];
  readonly analyze: AnalyzeOptions;
  /** Null where no rules are run. */
  readonly rules: RuleSettings | null;
  /** Files with earlier documents of the same writer. */
  readonly previous: readonly string[];
  /** Whether a fault of the program is told with its stack. */
  readonly debug: boolean;
}

/** Analysers by their dictionaries; each is made once. */
export type Analyzers = (dictionaries: readonly string[]) => Promise<Analyzer>;

export function openAnalyzers(): Analyzers {
  const made = new Map<string, Promise<Analyzer>>();
  return (dictionaries) => {
    const key = dictionaries.join('\n');
    const analyzer = made.get(key) ?? createAnalyzer({ dictionaries });
    made.set(key, analyzer);
    return analyzer;
  };
}

/** Does a job. Never throws: a document that cannot be read, and a fault of the program, cost this document alone. */
export async function perform(job: Job, analyzers: Analyzers): Promise<Outcome> {
  const { file, encoding, revisions, rules } = job;
  try {
    const analyzer = await analyzers(job.dictionaries);
    const document = await analyzer.read(file, { encoding, revisions });
    if (rules) {
      const previous = await earlier(job.previous, encoding, analyzer);
      const checked = analyzer.check(document, { ...job.analyze, rules, previous });
      return { ...checked, settings: rules, previous: previous.length };
    }
    return { analysis: analyzer.analyze(document, job.analyze), findings: [] };
  } catch (error) {
    if (error instanceof DuizhaoError) return { file, error: { code: error.code, message: error.message } };
    return failed(file, explainFault(error, job.debug));
  }
}

const analysed = new WeakMap<Analyzer, Map<string, Promise<Analysis>>>();

/** Earlier documents; each is read once. Their years and profiles are their own. */
function earlier(
  files: readonly string[],
  encoding: Encoding | undefined,
  analyzer: Analyzer,
): Promise<readonly Analysis[]> {
  const known = analysed.get(analyzer) ?? new Map<string, Promise<Analysis>>();
  analysed.set(analyzer, known);
  return Promise.all(
    files.map((file) => {
      const analysis =
        known.get(file) ?? analyzer.read(file, { encoding }).then((read) => analyzer.analyze(read));
      known.set(file, analysis);
      return analysis;
    }),
  );
}

/** A document that was lost to a fault of the program. */
export const failed = (file: string, says: string): Failed => ({
  file,
  error: { code: 'internal', message: `${file}：${says}` },
});

/** A fault of the program itself, in Chinese. */
export function explainFault(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const trace = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `程序内部出错（${message}）。${debug ? trace : '加 --debug 可看到详细位置，请报告给开发者。'}`;
}
