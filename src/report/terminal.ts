import type { Finding, ReportedAnalysis } from '../analysis.js';
import { rulesInForce, withMaterial } from '../check/run.js';
import type { Suppressed } from '../check/suppress.js';
import { addTallies, type Tally, tallyOf } from '../check/tally.js';
import { placesOf } from '../document/place.js';
import { positions } from '../document/position.js';
import type { Rule } from '../rules/rule.js';
import { SEVERITY_NAMES } from './names.js';
import { type Checked, isFailed, type Outcome } from './outcome.js';
import { coverage } from './terminal/coverage.js';
import { findingLines, SHOWN, splitRepeated } from './terminal/findings.js';
import { groupFindings } from './terminal/groups.js';
import { head } from './terminal/head.js';
import { makeStyle, paragraph, type Style, severityPaint, type TerminalOptions } from './terminal/style.js';
import { countedLines, counts, firstThings } from './terminal/summary.js';
import { noticesOf, notUnderstood } from './understood.js';
import { clip, visible } from './width.js';
import { type Writer, writeAll } from './writer.js';

export interface CheckReportOptions extends TerminalOptions {
  /** All rules there are: the report says which were run. */
  readonly rules: readonly Rule[];
  /** One line a finding, nothing else. */
  readonly quiet?: boolean | undefined;
  /** With the words and numbers behind each finding. */
  readonly explain?: boolean | undefined;
  /** Every finding in full, however often its rule hits. */
  readonly all?: boolean | undefined;
}

/** The report of `duizhao check` for people. Documents that could not be read are told of by the caller. */
export const renderCheck = (outcomes: readonly Outcome[], options: CheckReportOptions): string =>
  writeAll(checkWriter(options), outcomes);

/** Null: the document could not be read. */
type CheckPart = { readonly text: string; readonly tally: Tally } | null;

export function checkWriter(options: CheckReportOptions): Writer<CheckPart> {
  const style = makeStyle(options);
  let documents = 0;
  let failed = 0;
  let findings = tallyOf([]);
  const block = (outcome: Checked): readonly string[] =>
    options.quiet ? quietLines(outcome, style) : documentLines(outcome, options, style);
  return {
    opening: '',
    part: (outcome) => {
      if (isFailed(outcome)) return null;
      const lines = block(outcome).map((line) => `${line.trimEnd()}\n`);
      return { text: lines.join(''), tally: tallyOf(outcome.findings) };
    },
    document: (part) => {
      documents++;
      if (part === null) {
        failed++;
        return '';
      }
      findings = addTallies(findings, part.tally);
      return part.text;
    },
    closing: () => {
      if (documents < 2 || options.quiet) return '';
      const unread = failed > 0 ? `，${failed}份没能读出` : '';
      const found = counts(findings, style);
      return `共${documents}份，检查了${documents - failed}份${unread}。${found === null ? '没有发现' : `发现：${found}`}。\n`;
    },
  };
}

function documentLines(outcome: Checked, options: CheckReportOptions, style: Style): readonly string[] {
  const { analysis, findings } = outcome;
  const { document } = analysis;
  const { shown, counted } = splitRepeated(findings, options.all ? Number.POSITIVE_INFINITY : SHOWN);
  const explain = options.explain ?? false;
  return [
    ...head(analysis, style, explain),
    '',
    ...coverage(analysis, style),
    ...(explain ? mappingLines(analysis, style) : []),
    ...findingLines(groupFindings(analysis, shown), document, style, explain),
    ...countedLines(counted, document, options.rules, style),
    ...firstThings(findings, document, options.rules, style),
    ...noticeLines(outcome, style),
    '',
    ...closing(outcome, options, style),
    '',
  ];
}

/** Why problems without a heading that names their dimension were put where they are. */
function mappingLines({ problems }: ReportedAnalysis, style: Style): readonly string[] {
  const lines = problems.flatMap(({ id, dimension, confidence, dimensionWords }) => {
    const words = dimensionWords();
    if (words.length === 0) return [];
    const place = dimension ? `归入“${dimension.short}”` : '归类不明';
    const sure = `把握${Math.round(confidence * 100)}%`;
    return paragraph(
      style,
      4,
      `问题${id.slice(1)}${place}（${sure}），依据：${words.join('、')}`,
      undefined,
      '  · ',
    );
  });
  return lines.length > 0 ? ['', style.paint.bold('按内容归类'), ...lines] : [];
}

function noticeLines({ analysis }: Checked, style: Style): readonly string[] {
  const own = notUnderstood(analysis);
  const notices = noticesOf(analysis).filter(({ message }) => message !== own);
  if (notices.length === 0) return [];
  const placeOf = placesOf(analysis.document);
  return [
    '',
    style.paint.bold('阅读说明'),
    ...notices.flatMap(({ message, span }) => {
      const place = span ? `${placeOf(span.start)}：` : '';
      return paragraph(style, 4, `${place}${message}`, undefined, '  · ');
    }),
  ];
}

/** What was checked, with what, and the result; a document that was not recognised is never called clean. */
function closing(
  { analysis, findings, settings = {}, suppressed = [], previous = 0 }: Checked,
  options: CheckReportOptions,
  style: Style,
): readonly string[] {
  const { statistics, problems, profile, kind } = analysis;
  const inForce = rulesInForce(options.rules, kind, settings);
  const run = withMaterial(inForce, previous > 0);
  const idle = inForce.filter((rule) => !run.includes(rule)).map(({ title }) => title);
  const off = options.rules.filter(({ id }) => settings.levels?.[id] === 'off').map(({ id }) => id);
  const examples = problems.reduce((sum, problem) => sum + problem.examples.length, 0);
  const read = `读了${statistics.characters}字、${statistics.sentences}句，读出${problems.length}个问题、${examples}个事例`;
  const left = [
    ...(off.length > 0 ? [`关闭了${off.join('、')}`] : []),
    ...(idle.length > 0 ? [`没有用 --previous 给出往年材料，未查${idle.join('、')}`] : []),
  ];
  const rules = `用了${run.length}条规则${left.length > 0 ? `（${left.join('；')}）` : ''}`;
  const doubt = notUnderstood(analysis);
  const found = counts(tallyOf(findings), style);
  return [
    ...paragraph(style, 0, `${read}；按“${profile.profile.name}”，${rules}。`),
    ...(doubt === null ? [] : paragraph(style, 6, doubt, style.paint.yellow, style.paint.yellow('警告：'))),
    ...(suppressed.length > 0 ? paragraph(style, 0, suppressedLine(suppressed)) : []),
    ...(found === null ? (doubt === null ? [style.paint.green('没有发现。')] : []) : [`发现：${found}。`]),
  ];
}

/** Never silently clean: what was left out is counted, by who asked for it. */
function suppressedLine(suppressed: readonly Suppressed[]): string {
  const sources = new Map<string, number>();
  for (const { source } of suppressed) sources.set(source, (sources.get(source) ?? 0) + 1);
  const said = [...sources].map(([source, count]) => `${source}${count}处`).join('、');
  return `另有${suppressed.length}处按要求没有提示：${said}。`;
}

/** `file:line:column 级别 message [rule]` */
function quietLines({ analysis, findings }: Checked, style: Style): readonly string[] {
  const { document } = analysis;
  const file = visible(document.file);
  const positionOf = positions(document.text);
  const doubt = notUnderstood(analysis);
  const line = ({ span, severity, message, rule }: Finding): string => {
    const { line: row, column } = positionOf(span.start);
    const label = severityPaint(style, severity)(SEVERITY_NAMES[severity]);
    return `${file}:${row}:${column} ${label} ${clip(message, 200)} [${rule}]`;
  };
  return [
    ...(doubt === null ? [] : [`${file}:1:1 ${style.paint.yellow('警告')} ${doubt}`]),
    ...findings.map(line),
  ];
}
