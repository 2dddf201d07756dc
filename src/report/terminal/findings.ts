import type { Finding } from '../../analysis.js';
import type { Document } from '../../document/document.js';
import { placesOf } from '../../document/place.js';
import { positions } from '../../document/position.js';
import { SEVERITY_NAMES } from '../names.js';
import { clip, padEnd, widthOf } from '../width.js';
import { excerpt } from './excerpt.js';
import type { Group } from './groups.js';
import { paragraph, type Style, severityPaint } from './style.js';

/** Hits of one rule in one document that are shown in full; the others are counted. */
export const SHOWN = 5;

export interface Split {
  readonly shown: readonly Finding[];
  /** The others, by rule. */
  readonly counted: ReadonlyMap<string, readonly Finding[]>;
}

/** The first few findings of every rule, and the rest. */
export function splitRepeated(findings: readonly Finding[], most: number): Split {
  const seen = new Map<string, number>();
  const shown: Finding[] = [];
  const counted = new Map<string, Finding[]>();
  for (const finding of findings) {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    const rest = counted.get(finding.rule);
    if (count <= most) shown.push(finding);
    else if (rest) rest.push(finding);
    else counted.set(finding.rule, [finding]);
  }
  return { shown, counted };
}

const INDENT = 10;

/** All groups with their findings. */
export function findingLines(
  groups: readonly Group[],
  document: Document,
  style: Style,
  explain: boolean,
): readonly string[] {
  const placeOf = shortPlaces(document);
  const lines = (finding: Finding): readonly string[] =>
    findingBlock(finding, document.text, placeOf, style, explain);
  return groups.flatMap(({ title, items }) => [
    '',
    style.paint.bold(`■ ${clip(title, style.width - 2)}`),
    ...items.flatMap((item) => [
      ...(item.title === null ? [] : [style.paint.bold(`  ▸ ${clip(item.title, style.width - 4)}`)]),
      ...item.findings.flatMap(lines),
    ]),
  ]);
}

function findingBlock(
  { span, severity, message, rule, suggestion, related, evidence }: Finding,
  text: string,
  placeOf: (offset: number) => string,
  style: Style,
  explain: boolean,
): readonly string[] {
  const { paint } = style;
  const colour = severityPaint(style, severity);
  const place = span.start === span.end ? '' : placeOf(span.start);
  const label = SEVERITY_NAMES[severity];
  const first = `${paint.dim(padEnd(`  ${place} `, INDENT))}${colour(label)} `;
  const column = Math.max(INDENT, widthOf(place) + 3) + widthOf(label) + 1;
  const said = paragraph(style, column, `${message} [${rule}]`, undefined, first);
  const detail = (line: string): readonly string[] => paragraph(style, INDENT, line, paint.dim);
  return [
    ...said.map((line) => line.replace(`[${rule}]`, () => paint.dim(`[${rule}]`))),
    ...markedLines(text, span, style, colour),
    ...(suggestion === null ? [] : paragraph(style, INDENT, `建议：${suggestion}`)),
    ...related.flatMap((other) => {
      const where = other.span.start === other.span.end ? '' : `${placeOf(other.span.start)} `;
      return detail(`另见 ${where}${other.message}`);
    }),
    ...(explain && evidence.length > 0 ? detail(`依据：${evidence.join('；')}`) : []),
  ];
}

/** The line with the words marked: in colour, or underlined by ^ where there is none. */
function markedLines(
  text: string,
  span: Finding['span'],
  style: Style,
  colour: (words: string) => string,
): readonly string[] {
  const shown = excerpt(text, span, style.width - INDENT);
  if (shown === null) return [];
  const { before, marked, after } = shown;
  const indent = ' '.repeat(INDENT);
  if (style.color) return [`${indent}${before}${style.paint.underline(colour(marked))}${after}`];
  return [
    `${indent}${before}${marked}${after}`,
    `${indent}${' '.repeat(widthOf(before))}${'^'.repeat(widthOf(marked))}`,
  ];
}

/** `12:5` in text; 第12段 where the format has paragraphs rather than lines. */
function shortPlaces(document: Document): (offset: number) => string {
  if (document.places) return placesOf(document);
  const positionOf = positions(document.text);
  return (offset) => {
    const { line, column } = positionOf(offset);
    return `${line}:${column}`;
  };
}
