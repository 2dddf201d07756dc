import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type fc from 'fast-check';
import { expect } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { type CheckResult, createAnalyzer } from '../../src/index.js';
import { renderExtract } from '../../src/report/extract.js';
import { renderJson } from '../../src/report/json.js';
import { renderCheck } from '../../src/report/terminal.js';
import { rules } from '../../src/rules/index.js';
import type { AnalysisJson, ReportJson } from '../../src/schema.js';

export const analyzer = await createAnalyzer();
const valid = new Ajv2020({ strict: false, formats: { uint32: true } }).compile(
  JSON.parse(readFileSync('dist/schema.json', 'utf8')) as object,
);
const terminal = { color: false, width: 80 };

/**
 * The same documents every time, so that a build says the same twice. `FUZZ=50 npx vitest run tests/fuzz` looks at fifty
 * times as many, other ones each time.
 */
const more = Number(process.env.FUZZ ?? 1);
export const runs = (numRuns: number, seed: number): fc.Parameters<unknown> =>
  more > 1 ? { numRuns: numRuns * more } : { numRuns, seed };

/** Everything that is said of a document, and that it is as its schema says. */
export function reported(
  opened: Document,
): CheckResult & { readonly json: string; readonly said: AnalysisJson } {
  const outcome = analyzer.check(opened);
  renderCheck([outcome], { ...terminal, rules, explain: true, all: true });
  renderExtract([outcome], terminal);
  const json = renderJson([outcome], { includeText: true, explain: true });
  const report = JSON.parse(json) as ReportJson;
  expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
  const [said] = report.documents;
  if (!said || 'error' in said) throw new Error('no document');
  return { ...outcome, json, said };
}

/** Every pair of numbers named span, heading … in the answer. */
function spansOf(value: unknown): readonly (readonly [number, number])[] {
  if (Array.isArray(value)) {
    const [start, end] = value as readonly unknown[];
    if (value.length === 2 && typeof start === 'number' && typeof end === 'number') return [[start, end]];
    return value.flatMap(spansOf);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spansOf) : [];
}

export function holds(document: AnalysisJson): void {
  const text = document.text ?? '';
  // An expectation for each of thousands of spans would take longer than the analysis.
  expect(spansOf(document).filter(([start, end]) => start > end || end > text.length)).toEqual([]);
  let last = 0;
  for (const { span } of document.parts) {
    expect(span[0]).toBeGreaterThanOrEqual(last);
    last = span[1];
  }
  for (const problem of document.problems) {
    for (const { span } of [problem.title, ...problem.examples, ...problem.causes, ...problem.measures]) {
      expect(span[0]).toBeGreaterThanOrEqual(problem.span[0]);
      expect(span[1]).toBeLessThanOrEqual(problem.span[1]);
    }
    for (const id of problem.links.causes) expect(document.causes.map((cause) => cause.id)).toContain(id);
    for (const id of problem.links.measures)
      expect(document.measures.map((measure) => measure.id)).toContain(id);
  }
  const ids = [...document.problems, ...document.causes, ...document.measures].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}
