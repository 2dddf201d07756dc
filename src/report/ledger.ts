import type { CommitmentKind, MeasureItem, Problem, ReportedAnalysis } from '../analysis.js';
import { placesOf } from '../document/place.js';
import { BLANK } from './names.js';
import { isFailed } from './outcome.js';
import type { Writer } from './writer.js';

/** Columns of the 整改台账, as offices keep it. */
export const LEDGER_COLUMNS = [
  '序号',
  '维度',
  '查摆问题',
  '具体表现/事例',
  '原因',
  '整改措施',
  '责任人',
  '责任部门',
  '完成时限',
  '进展/状态',
  '备注',
] as const;

export interface LedgerOptions {
  /** Several documents in one table: each row names its file. */
  readonly several: boolean;
}

/** The ledger in a format that is made row by row. Numbers run on over the documents. */
export function ledgerWriter({
  several,
  header,
  row,
}: LedgerOptions & {
  readonly header: (columns: readonly string[]) => string;
  readonly row: (cells: readonly string[]) => string;
}): Writer<LedgerRows> {
  let written = 0;
  return {
    opening: header(several ? [...LEDGER_COLUMNS, '来源文件'] : LEDGER_COLUMNS),
    part: (outcome) => {
      if (isFailed(outcome)) return [];
      const { file } = outcome.analysis.document;
      return ledgerRows(outcome.analysis).map((cells) => (several ? [...cells, file] : cells));
    },
    document: (rows) => rows.map((cells) => row([String(++written), ...cells])).join(''),
    closing: () => '',
  };
}

/** Cells behind the number of each row, which depends on the documents before. */
type LedgerRows = readonly (readonly string[])[];

/**
 * One row a problem, in the order of {@link LEDGER_COLUMNS}. Only what the document says; what it does not say
 * is 〔待填〕. Entries of one cell are lines of their own.
 */
export function ledgerRows(analysis: ReportedAnalysis): LedgerRows {
  const texts = measureTexts(analysis);
  const titles = new Map(analysis.causes.map(({ id, title }) => [id, title.text]));
  const measureOf = new Map(analysis.measures.map((measure) => [measure.id, measure]));
  const placeOf = placesOf(analysis.document);
  return analysis.problems.map((problem) => {
    const measures = [
      ...problem.measures.map(({ text }) => text),
      ...problem.links.measures.map(({ to }) => texts.get(to) ?? ''),
    ];
    const causes = [
      ...problem.causes.map(({ text }) => text),
      ...problem.links.causes.map(({ to }) => titles.get(to) ?? ''),
    ];
    return [
      cell(problem.dimension ? [problem.dimension.name] : []),
      cell([problem.title.text]),
      cell(problem.examples.map(({ text }) => text)),
      cell(causes),
      cell(measures),
      cell(promised(problem, measureOf, 'person')),
      BLANK,
      cell(promised(problem, measureOf, 'deadline')),
      BLANK,
      `原文${placeOf(problem.title.span.start)}`,
    ];
  });
}

/** Entries of one cell, each once; 〔待填〕 when there are none. */
export function cell(entries: readonly string[]): string {
  const said = [...new Set(entries.map((entry) => entry.trim()))].filter((entry) => entry !== '');
  return said.length > 0 ? said.join('\n') : BLANK;
}

/** What the measures of a problem promise, of one kind, in the document's words. */
function promised(
  problem: Problem,
  measureOf: ReadonlyMap<string, MeasureItem>,
  kind: CommitmentKind,
): readonly string[] {
  const linked = problem.links.measures.map(({ to }) => measureOf.get(to));
  return [...problem.measures, ...linked]
    .flatMap((measure) => measure?.commitments ?? [])
    .filter((commitment) => commitment.kind === kind)
    .map(({ text }) => text);
}

/** The whole text of each measure item, without numbers; its title where it has no sentences. */
export function measureTexts({ measures, sentences }: ReportedAnalysis): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { item, text } of sentences) if (item !== null) texts.set(item, (texts.get(item) ?? '') + text);
  for (const { id, title } of measures) if (!texts.has(id)) texts.set(id, title.text);
  return texts;
}
