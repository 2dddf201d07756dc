import type { Finding, Severity } from '../../analysis.js';
import type { Tally } from '../../check/tally.js';
import { positions } from '../../document/position.js';
import { SEVERITY_NAMES } from '../names.js';
import { paragraph, type Style, severityPaint } from './style.js';

/** Most entries of the list, and most line numbers or messages in one of them. */
const MOST = 10;
const MOST_LINES = 8;
const MOST_MESSAGES = 4;

interface RuleName {
  readonly id: string;
  readonly title: string;
}

/**
 * What to do first: errors before warnings, the rules in their order, one entry a rule. Hints are not among
 * them.
 */
export function firstThings(
  findings: readonly Finding[],
  text: string,
  rules: readonly RuleName[],
  style: Style,
): readonly string[] {
  const lineOf = lineNumbers(text);
  const entries = (['error', 'warning'] as const).flatMap((severity) =>
    rules.flatMap(({ id, title }) => {
      const own = findings.filter((finding) => finding.rule === id && finding.severity === severity);
      return own.length > 0 ? [{ severity, says: entry(title, own, lineOf) }] : [];
    }),
  );
  if (entries.length === 0) return [];
  return [
    '',
    style.paint.bold('先做这几件事'),
    ...entries.slice(0, MOST).flatMap(({ severity, says }, i) => {
      const number = `${i + 1}.`.padStart(4);
      return paragraph(style, 5, says, undefined, `${severityPaint(style, severity)(number)} `);
    }),
  ];
}

type LineOf = (finding: Finding) => number | null;

function entry(title: string, findings: readonly Finding[], lineOf: LineOf): string {
  const lines = linesOf(findings, lineOf);
  const [only, second] = findings;
  if (only && !second) return `${title}${lines}：${only.message}${only.suggestion ?? ''}`;
  // What is missing has no line: then the messages tell which.
  if (lines === '')
    return `${title}：${findings
      .slice(0, MOST_MESSAGES)
      .map(({ message }) => message)
      .join('')}`;
  return `${title}：${findings.length}处${lines}`;
}

/** Findings beyond those shown, one line a rule. */
export function countedLines(
  counted: ReadonlyMap<string, readonly Finding[]>,
  text: string,
  rules: readonly RuleName[],
  style: Style,
): readonly string[] {
  if (counted.size === 0) return [];
  const lineOf = lineNumbers(text);
  return [
    '',
    ...[...counted].flatMap(([rule, findings]) => {
      const title = rules.find(({ id }) => id === rule)?.title ?? rule;
      const says = `${title} [${rule}] 另有${findings.length}处${linesOf(findings, lineOf)}，用 --all 全部列出。`;
      return paragraph(style, 2, says, style.paint.dim);
    }),
  ];
}

function linesOf(findings: readonly Finding[], lineOf: LineOf): string {
  const lines = [...new Set(findings.map(lineOf))].filter((line) => line !== null);
  if (lines.length === 0) return '';
  return `（第${lines.slice(0, MOST_LINES).join('、')}${lines.length > MOST_LINES ? '……' : ''}行）`;
}

function lineNumbers(text: string): LineOf {
  const positionOf = positions(text);
  return ({ span }) => (span.start === span.end ? null : positionOf(span.start).line);
}

/** 错误2、警告14、提示3; null when there is nothing. */
export function counts(tally: Tally, style: Style): string | null {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const said = severities
    .filter((severity) => tally[severity] > 0)
    .map((severity) => severityPaint(style, severity)(`${SEVERITY_NAMES[severity]}${tally[severity]}`));
  return said.length > 0 ? said.join('、') : null;
}
