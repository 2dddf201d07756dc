import type { Commitment, Example, Link, Problem, ReportedAnalysis } from '../analysis.js';
import { placesOf } from '../document/place.js';
import { COMMITMENTS, EVIDENCE, GRADES } from './names.js';
import { isFailed, type Outcome } from './outcome.js';
import { COLUMN_GAP, type Column, tableLines } from './table.js';
import { head } from './terminal/head.js';
import { makeStyle, paragraph, type Style, type TerminalOptions } from './terminal/style.js';
import { noticesOf } from './understood.js';
import { clip } from './width.js';
import { type Writer, writeAll } from './writer.js';

export interface ExtractReportOptions extends TerminalOptions {
  /** With evidence of grades and the words that carry links. */
  readonly explain?: boolean | undefined;
  /** Whole texts instead of their beginnings. */
  readonly all?: boolean | undefined;
  /** Without head, notes and accounts. */
  readonly quiet?: boolean | undefined;
}

/** What was read out of the documents, as tables for people. */
export const renderExtract = (outcomes: readonly Outcome[], options: ExtractReportOptions): string =>
  writeAll(extractWriter(options), outcomes);

export function extractWriter(options: ExtractReportOptions): Writer<string> {
  // Six columns of Chinese need some room.
  const style = makeStyle({ ...options, width: Math.max(options.width, 90) });
  return {
    opening: '',
    part: (outcome) =>
      isFailed(outcome)
        ? ''
        : documentLines(outcome.analysis, options, style)
            .map((line) => `${line.trimEnd()}\n`)
            .join(''),
    document: (text) => text,
    closing: () => '',
  };
}

function documentLines(
  analysis: ReportedAnalysis,
  options: ExtractReportOptions,
  style: Style,
): readonly string[] {
  if (options.quiet) return problemTable(analysis, style, options);
  return [
    ...head(analysis, style, options.explain ?? false),
    '',
    ...problemTable(analysis, style, options),
    ...itemLines(analysis, style),
    ...accountLines(analysis, style),
    ...noticeLines(analysis, style),
    '',
  ];
}

function problemTable(
  analysis: ReportedAnalysis,
  style: Style,
  options: ExtractReportOptions,
): readonly string[] {
  if (analysis.problems.length === 0) return ['没有读出问题。'];
  const columns = columnsOf(style.width);
  const placeOf = placesOf(analysis.document);
  const titles = new Map([...analysis.causes, ...analysis.measures].map(({ id, title }) => [id, title.text]));
  const entry = (text: string): string => clip(text, options.all ? Number.POSITIVE_INFINITY : LONGEST);
  // Titles stand below the table; here one line has to do.
  const titleWidth = options.all ? Number.POSITIVE_INFINITY : (columns.at(-1)?.width ?? 0) - 3;
  const links = (found: readonly Link[]): readonly string[] =>
    found.map(({ to, evidence }) => {
      const words = options.explain && evidence.length > 0 ? `（${evidence.join('、')}）` : '';
      return `${to} ${clip(titles.get(to) ?? '', titleWidth)}${words}`;
    });
  const cell = (entries: readonly string[]): string => (entries.length > 0 ? entries.join('\n') : '（无）');
  const rows = analysis.problems.map((problem) => [
    `${problem.id}\n${placeOf(problem.title.span.start).replace('第', '')}`,
    dimensionCell(problem) + explained(problem, options),
    entry(problem.title.text),
    cell(problem.examples.map((example) => exampleEntry(example, entry, options))),
    cell([...problem.causes.map(({ text }) => `文中：${entry(text)}`), ...links(problem.links.causes)]),
    cell([...problem.measures.map(({ text }) => `文中：${entry(text)}`), ...links(problem.links.measures)]),
  ]);
  return tableLines(columns, rows);
}

/** Columns of the terminal that one entry of a cell takes at most, unless all is asked for. */
const LONGEST = 72;

/** What is left beside number and dimension is shared out to problem, examples, causes and measures. */
function columnsOf(width: number): readonly Column[] {
  const fixed: readonly Column[] = [
    { title: '编号', width: 5 },
    { title: '维度', width: 10 },
  ];
  const room = width - fixed.reduce((sum, column) => sum + column.width, 0) - 5 * COLUMN_GAP;
  const shared = [
    ['问题', 0.22],
    ['事例', 0.34],
    ['原因', 0.22],
    ['措施', 0.22],
  ] as const;
  return [...fixed, ...shared.map(([title, share]) => ({ title, width: Math.floor(room * share) }))];
}

function dimensionCell({ dimension, dimensionBy, confidence, alternatives }: Problem): string {
  const sure = dimensionBy === 'content' ? `（约${Math.round(confidence * 100)}%）` : '';
  if (dimension) return `${dimension.ordinal} ${dimension.short}${sure}`;
  const [guess] = alternatives;
  return guess ? `不明，或为${guess.dimension.ordinal} ${guess.dimension.short}${sure}` : '—';
}

function explained({ dimensionWords }: Problem, { explain }: ExtractReportOptions): string {
  const words = explain ? dimensionWords() : [];
  return words.length > 0 ? `（${words.join('、')}）` : '';
}

function exampleEntry(
  { text, grade, evidence }: Example,
  entry: (text: string) => string,
  { explain }: ExtractReportOptions,
): string {
  const grounds = evidence.map((ground) => `${EVIDENCE[ground.kind]}“${ground.text}”`).join('、');
  return `[${GRADES[grade]}] ${entry(text)}${explain && grounds !== '' ? `（${grounds}）` : ''}`;
}

function itemLines({ causes, measures, problems }: ReportedAnalysis, style: Style): readonly string[] {
  const from = new Map<string, string[]>();
  for (const { id, links } of problems)
    for (const { to } of [...links.causes, ...links.measures]) {
      const known = from.get(to);
      if (known) known.push(id);
      else from.set(to, [id]);
    }
  const answered = (id: string): string => {
    const answers = from.get(id);
    return answers ? `  ← ${answers.join('、')}` : '  （没有对应的问题）';
  };
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? ['', style.paint.bold(title), ...lines] : [];
  const item = (id: string, text: string): readonly string[] =>
    paragraph(style, 6, text, undefined, `  ${id.padEnd(3)} `);
  return [
    ...list(
      '原因',
      causes.flatMap(({ id, title }) => item(id, `${title.text}${answered(id)}`)),
    ),
    ...list(
      '措施',
      measures.flatMap(({ id, title, commitments }) => [
        ...item(id, `${title.text}${answered(id)}`),
        ...commitments.flatMap((commitment) =>
          paragraph(style, 8, commitmentText(commitment), style.paint.dim),
        ),
      ]),
    ),
  ];
}

const commitmentText = ({ kind, text, value }: Commitment): string =>
  `${COMMITMENTS[kind]}：${text}${value !== null && value !== text ? `（${value}）` : ''}`;

function noticeLines(analysis: ReportedAnalysis, style: Style): readonly string[] {
  const notices = noticesOf(analysis);
  if (notices.length === 0) return [];
  return ['', ...notices.flatMap(({ message }) => paragraph(style, 4, message, style.paint.dim, '  · '))];
}

function accountLines({ rectification }: ReportedAnalysis, style: Style): readonly string[] {
  if (rectification.length === 0) return [];
  const figure = (name: string, value: number | null, unit: string): readonly string[] =>
    value === null ? [] : [`${name}${value}${unit}`];
  return [
    '',
    style.paint.bold('上年度整改'),
    ...rectification.flatMap(({ occasion, aspects, found, done, ongoing, rate, consistent }) => {
      const figures = [
        ...figure('', aspects, '个方面'),
        ...figure('查摆', found, '项'),
        ...figure('完成', done, '项'),
        ...figure('未完成', ongoing, '项'),
        ...figure('完成率', rate, '%'),
      ];
      const said = figures.length > 0 ? figures.join('，') : '没有写明数字';
      return paragraph(
        style,
        4,
        `${occasion}：${said}${consistent ? '' : '，数字不相符'}。`,
        undefined,
        '  · ',
      );
    }),
  ];
}
