import type { Comparison, ProblemRelation, Step } from '../../compare/comparison.js';
import { placesOf } from '../../document/place.js';
import { yearName } from '../../pairing/year-name.js';
import { KINDS } from '../names.js';
import { tableLines } from '../table.js';
import { makeStyle, paragraph, type Style, type TerminalOptions } from '../terminal/style.js';
import { clip, padEnd, visible, widthOf } from '../width.js';
import { everyYear, stepFacts, threadTitle } from './facts.js';
import { percent, RELATION_ORDER, RELATIONS, STATUSES } from './names.js';

export interface CompareTerminalOptions extends TerminalOptions {
  /** Every year and every sentence in full. */
  readonly all?: boolean | undefined;
  /** The summary only. */
  readonly quiet?: boolean | undefined;
}

/** Copied sentences and promises shown, so that the report stays one page. */
const SHOWN = 6;

/** The report of `duizhao compare` for people: one page on the last two years, and what runs through all of them. */
export function renderCompare(comparison: Comparison, options: CompareTerminalOptions): string {
  const style = makeStyle(options);
  const { steps } = comparison;
  const detailed = options.all ? steps : steps.slice(-1);
  const lines = [
    ...head(comparison, style),
    ...trendLines(comparison, style),
    ...steps.flatMap((step) => [
      '',
      ...summary(step, style),
      ...(detailed.includes(step) && !options.quiet ? details(step, options.all ?? false, style) : []),
    ]),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function head({ documents, warnings }: Comparison, style: Style): readonly string[] {
  return [
    style.paint.bold(`逐年对照：${documents.map(yearName).join(' → ')}`),
    ...documents.map(
      (analysis) =>
        `  ${yearName(analysis)} ${visible(analysis.document.file)}（${KINDS[analysis.kind]}材料，${analysis.problems.length}个问题）`,
    ),
    ...warnings.flatMap(({ message }) =>
      paragraph(style, 6, message, style.paint.yellow, style.paint.yellow('警告：')),
    ),
  ];
}

function summary(step: Step, style: Style): readonly string[] {
  return [
    style.paint.bold(`${yearName(step.before)} → ${yearName(step.after)}`),
    ...stepFacts(step).flatMap(({ topic, says, grave }) => {
      const first = `  ${padEnd(topic, 8)}`;
      return paragraph(style, 10, says, grave ? style.paint.yellow : undefined, first);
    }),
  ];
}

function details(step: Step, all: boolean, style: Style): readonly string[] {
  return [...problemLines(step, style), ...copyLines(step, all, style), ...measureLines(step, all, style)];
}

function problemLines({ problems }: Step, style: Style): readonly string[] {
  const sorted = RELATION_ORDER.flatMap((relation) => problems.filter((row) => row.relation === relation));
  return ['', style.paint.bold('问题'), ...sorted.map((row) => problemLine(row, style))];
}

function problemLine(
  { before, after, relation, similarity, account }: ProblemRelation,
  style: Style,
): string {
  const paint = { copied: style.paint.red, persisting: style.paint.yellow, resolved: style.paint.green }[
    relation as string
  ];
  const label = padEnd(RELATIONS[relation], 10);
  const share = before && after ? percent(similarity).padStart(5) : ' '.repeat(5);
  const returned = before && after && account?.state === 'done' ? '（报告已整改）' : '';
  const room = style.width - 19 - widthOf(returned);
  const words =
    before && after
      ? `${clip(before.title.text, Math.floor((room - 4) / 2))} → ${clip(after.title.text, Math.ceil((room - 4) / 2))}`
      : clip((before ?? after)?.title.text ?? '', room);
  return `  ${paint ? paint(label) : label}${share}  ${words}${returned}`;
}

function copyLines({ copiedSentences, before, after }: Step, all: boolean, style: Style): readonly string[] {
  if (copiedSentences.length === 0) return [];
  const [earlier, later] = [placesOf(before.document), placesOf(after.document)];
  const shown = all ? copiedSentences : copiedSentences.slice(0, SHOWN);
  const left = copiedSentences.length - shown.length;
  return [
    '',
    style.paint.bold('照搬的句子'),
    ...shown.flatMap(({ before: first, after: second, changes }) => {
      const places = `${later(second.span.start)} = 上一份${earlier(first.span.start)}`;
      const changed = changes().some(({ kind }) => kind !== 'same') ? '' : '（一字未改）';
      const words = all ? second.text : clip(second.text, style.width - 8 - widthOf(places + changed));
      return paragraph(style, 4, `${places}：${words}${changed}`);
    }),
    ...(left > 0 ? [style.paint.dim(`    另有${left}句，用 --all 全部列出。`)] : []),
  ];
}

function measureLines({ measures, overdue, after }: Step, all: boolean, style: Style): readonly string[] {
  if (measures.length === 0) return [];
  const place = placesOf(after.document);
  const due = all ? overdue : overdue.slice(0, SHOWN);
  const left = overdue.length - due.length;
  return [
    '',
    style.paint.bold('上一份的措施'),
    ...measures.flatMap(({ before, status, evidence }) => {
      const where = evidence ? `（${place(evidence.span.start)}）` : '';
      const title = clip(before.title.text, style.width - 16 - widthOf(where));
      return `  ${padEnd(STATUSES[status], 12)}${title}${where}`;
    }),
    ...due.map(({ measure, commitment, due: day }) => {
      const head = `${day} 到期 `;
      return style.paint.yellow(
        `  ${head}${clip(`${commitment.text}：${measure.title.text}`, style.width - 2 - widthOf(head))}`,
      );
    }),
    ...(left > 0 ? [style.paint.dim(`  另有${left}项到期，用 --all 全部列出。`)] : []),
  ];
}

function trendLines(comparison: Comparison, style: Style): readonly string[] {
  const { documents, trend } = comparison;
  if (documents.length < 3) return [];
  const columns = [
    { title: '', width: 12 },
    ...documents.map((document) => ({ title: yearName(document), width: 10 })),
  ];
  const row = (title: string, cells: readonly (string | number)[]) => [title, ...cells.map(String)];
  const { years } = trend;
  const rows = [
    row(
      '问题',
      years.map(({ problems }) => problems),
    ),
    row(
      '具体事例',
      years.map(({ concreteExamples, examples }) => `${concreteExamples}/${examples}`),
    ),
    row(
      '量化措施',
      years.map(({ quantifiedMeasures, measures }) => `${quantifiedMeasures}/${measures}`),
    ),
    row(
      '套话占比',
      years.map(({ boilerplate }) => percent(boilerplate)),
    ),
    ...trend.themes.map(({ theme, counts }) => row(theme, counts)),
  ];
  const always = everyYear(comparison);
  return [
    '',
    ...tableLines(columns, rows).filter((line, i) => i < 2 || !/^[-\s]+$/.test(line)),
    ...(always.length > 0
      ? [
          '',
          style.paint.bold(`年年提（${documents.length}年都有）`),
          ...always.map((thread) => `  ${threadTitle(thread)}`),
        ]
      : []),
  ];
}
