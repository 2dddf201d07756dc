/** Whatever the text: no crash, spans true, parts in order, the JSON as its schema says, the same answer twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { DuizhaoError } from '../../src/index.js';
import { renderJson } from '../../src/report/json.js';
import type { AnalysisJson } from '../../src/schema.js';
import { bytes, disturbed, patchwork, unicode } from './documents.js';
import { analyzer, holds, reported, runs as seeded } from './holds.js';
import { laidOut, tabled } from './layouts.js';

const runs = (numRuns: number): fc.Parameters<unknown> => seeded(numRuns, 20_251_125);

function answer(text: string, format: 'text' | 'markdown' = 'text'): AnalysisJson {
  const opened = (): Document => analyzer.fromText(text, { file: 'fuzz', format });
  const { json, said } = reported(opened());
  const again = renderJson([analyzer.check(opened())], { includeText: true, explain: true });
  expect(again).toBe(json);
  return said;
}

describe('any document', () => {
  it('of any layout', () => {
    let withProblems = 0;
    fc.assert(
      fc.property(laidOut, (text) => {
        const said = answer(text);
        holds(said);
        if (said.problems.length > 0) withProblems++;
      }),
      runs(70),
    );
    // They are documents, and most are understood as such.
    expect(withProblems).toBeGreaterThan(35);
  });

  it('put together from pieces of all layouts', () => {
    fc.assert(
      fc.property(patchwork, (text) => holds(answer(text, 'markdown'))),
      runs(80),
    );
  });

  it('of rows, or of characters that are no document', () => {
    fc.assert(
      fc.property(
        fc.oneof(tabled, unicode),
        fc.constantFrom('text' as const, 'markdown' as const),
        (text, format) => holds(answer(text, format)),
      ),
      runs(60),
    );
  });

  it('of the corpus, disturbed', () => {
    fc.assert(
      fc.property(disturbed, (text) => holds(answer(text))),
      runs(40),
    );
  });

  it.each(['①②', '一、1.'])('of one long line of %s', (piece) => {
    holds(answer(piece.repeat(200_000 / piece.length)));
  });
});

describe('any bytes', () => {
  it('are read, or refused with a reason', async () => {
    const { fromBytes } = await import('../../src/document/read.js');
    const { tables } = await import('../document/reader.js');
    let read = 0;
    await fc.assert(
      fc.asyncProperty(bytes, async (data) => {
        const opened = await fromBytes(data, { tables }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(DuizhaoError);
          return null;
        });
        if (opened === null) return;
        read++;
        expect(opened.reading.offsets.length).toBe(opened.reading.text.length);
        expect(opened.text).not.toMatch(/\r|\0/);
        holds(reported(opened).said);
      }),
      runs(100),
    );
    // Broken as they are, most are told to be text.
    expect(read).toBeGreaterThan(40);
  });
});
