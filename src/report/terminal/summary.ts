import type { Finding, Severity } from '../../analysis.js';
import type { Tally } from '../../check/tally.js';
import type { Document } from '../../document/document.js';
import { placesOf } from '../../document/place.js';
import { gravest } from '../first-things.js';
import { SEVERITY_NAMES } from '../names.js';
import { paragraph, type Style, severityPaint } from './style.js';

/** Most entries of the list, and most places or messages in one of them. */
const MOST = 10;
const MOST_PLACES = 8;
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
  document: Document,
  rules: readonly RuleName[],
  style: Style,
): readonly string[] {
  const placeOf = placesOfFindings(document);
  const entries = gravest(findings, rules).map(({ severity, rule, findings: own }) => ({
    severity,
    says: entry(rule.title, own, placeOf),
  }));
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

type PlaceOf = (finding: Finding) => string | null;

function entry(title: string, findings: readonly Finding[], placeOf: PlaceOf): string {
  const lines = placeList(findings, placeOf);
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
  document: Document,
  rules: readonly RuleName[],
  style: Style,
): readonly string[] {
  if (counted.size === 0) return [];
  const placeOf = placesOfFindings(document);
  return [
    '',
    ...[...counted].flatMap(([rule, findings]) => {
      const title = rules.find(({ id }) => id === rule)?.title ?? rule;
      const says = `${title} [${rule}] 另有${findings.length}处${placeList(findings, placeOf)}，用 --all 全部列出。`;
      return paragraph(style, 2, says, style.paint.dim);
    }),
  ];
}

function placeList(findings: readonly Finding[], placeOf: PlaceOf): string {
  const places = [...new Set(findings.map(placeOf))].filter((place) => place !== null);
  if (places.length === 0) return '';
  return `（${joined(places.slice(0, MOST_PLACES), places.length > MOST_PLACES)}）`;
}

/** 第7行, 第9行 → 第7、9行 */
function joined(places: readonly string[], more: boolean): string {
  const numbers = places.map((place) => /^第(\d+)[行段]$/.exec(place)?.[1]);
  const list = numbers.includes(undefined) ? places : numbers;
  const unit = list === places ? '' : (places[0]?.at(-1) ?? '');
  return `${unit && '第'}${list.join('、')}${more ? '……' : ''}${unit}`;
}

function placesOfFindings(document: Document): PlaceOf {
  const placeOf = placesOf(document);
  return ({ span }) => (span.start === span.end ? null : placeOf(span.start));
}

/** 错误2、警告14、提示3; null when there is nothing. */
export function counts(tally: Tally, style: Style): string | null {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const said = severities
    .filter((severity) => tally[severity] > 0)
    .map((severity) => severityPaint(style, severity)(`${SEVERITY_NAMES[severity]}${tally[severity]}`));
  return said.length > 0 ? said.join('、') : null;
}
