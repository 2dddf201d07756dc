/** Whatever the text: no crash, spans true, parts in order, the JSON as its schema says, the same answer twice. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer, DuizhaoError } from '../../src/index.js';
import { renderExtract } from '../../src/report/extract.js';
import { renderJson } from '../../src/report/json.js';
import { renderCheck } from '../../src/report/terminal.js';
import { rules } from '../../src/rules/index.js';
import type { AnalysisJson, ReportJson } from '../../src/schema.js';
import { bytes, disturbed, patchwork } from './documents.js';

const analyzer = await createAnalyzer();
const valid = new Ajv2020({ strict: false, formats: { uint32: true } }).compile(
  JSON.parse(readFileSync('dist/schema.json', 'utf8')) as object,
);
const terminal = { color: false, width: 80 };

function answer(text: string): AnalysisJson {
  const outcome = analyzer.check(analyzer.fromText(text, { file: 'fuzz.md', format: 'markdown' }));
  renderCheck([outcome], { ...terminal, rules, explain: true, all: true });
  renderExtract([outcome], terminal);
  const json = renderJson([outcome], { includeText: true, explain: true });
  const again = analyzer.check(analyzer.fromText(text, { file: 'fuzz.md', format: 'markdown' }));
  expect(renderJson([again], { includeText: true, explain: true })).toBe(json);
  const report = JSON.parse(json) as ReportJson;
  expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
  const [document] = report.documents;
  if (!document || 'error' in document) throw new Error('no document');
  return document;
}

/**
 * The same documents every time, so that a build says the same twice. `FUZZ=50 npx vitest run tests/fuzz` looks at fifty
 * times as many, other ones each time.
 */
const more = Number(process.env.FUZZ ?? 1);
const runs = (numRuns: number): fc.Parameters<unknown> =>
  more > 1 ? { numRuns: numRuns * more } : { numRuns, seed: 20_251_125 };

/** Every pair of numbers named span, heading … in the answer. */
function spansOf(value: unknown): readonly (readonly [number, number])[] {
  if (Array.isArray(value)) {
    const [start, end] = value as readonly unknown[];
    if (value.length === 2 && typeof start === 'number' && typeof end === 'number') return [[start, end]];
    return value.flatMap(spansOf);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spansOf) : [];
}

function holds(document: AnalysisJson): void {
  const text = document.text ?? '';
  for (const [start, end] of spansOf(document)) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(text.length);
  }
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

describe('any document', () => {
  it('put together from pieces of all layouts', () => {
    fc.assert(
      fc.property(patchwork, (text) => holds(answer(text))),
      runs(150),
    );
  });

  it('of the corpus, disturbed', () => {
    fc.assert(
      fc.property(disturbed, (text) => holds(answer(text))),
      runs(40),
    );
  });
});

describe('any bytes', () => {
  it('are read, or refused with a reason', async () => {
    const { fromBytes } = await import('../../src/document/read.js');
    const { tables } = await import('../document/reader.js');
    await fc.assert(
      fc.asyncProperty(bytes, async (data) => {
        try {
          const { text, reading } = await fromBytes(data, { tables });
          expect(reading.offsets.length).toBe(reading.text.length);
          expect(text).not.toMatch(/\r|\0/);
        } catch (error) {
          expect(error).toBeInstanceOf(DuizhaoError);
        }
      }),
      runs(150),
    );
  });
});
