/** Parts of a report may be made in another process and in any order: the report is the same. */
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS, EXTRACT_FORMATS, type Order, openDesk } from '../../src/cli/formats.js';
import type { Outcome } from '../../src/report/outcome.js';
import { type AnyWriter, isBinary } from '../../src/report/writer.js';
import { makeAnalysis, makeFinding } from '../fixtures/analysis.js';

const outcomes: readonly Outcome[] = [
  { analysis: makeAnalysis(), findings: [makeFinding('比如，有时学得不紧。')] },
  { file: '无.txt', error: { code: 'not-found', message: '无.txt：找不到。' } },
  { analysis: makeAnalysis(), findings: [makeFinding('比如，有时学得不紧。')] },
];

async function written(writer: AnyWriter, parts: readonly unknown[]): Promise<string> {
  if (!isBinary(writer))
    return writer.opening + parts.map((part) => writer.document(part)).join('') + writer.closing();
  for (const part of parts) writer.take(part);
  return Buffer.from((await writer.bytes()) ?? []).toString('base64');
}

const orders = (command: Order['command'], formats: readonly string[]): readonly Order[] =>
  formats
    // Comments go into a file, which is not there.
    .filter((format) => format !== 'docx')
    .map((format) => ({
      command,
      format,
      options: { paint: false, width: 80, explain: true, all: true },
      run: { several: true },
    }));

describe('the parts of a report', () => {
  it.each([
    ...orders('check', Object.keys(CHECK_FORMATS)),
    ...orders('extract', Object.keys(EXTRACT_FORMATS)),
  ])('of $command $format may come from elsewhere', async (order) => {
    const [here, elsewhere] = [(await openDesk(order)).writer, (await openDesk(order)).writer];
    const plain = outcomes.map((outcome, place) => here.part(outcome, place));
    const travelled = outcomes
      .map((outcome, place) => ({ outcome, place }))
      .toReversed()
      .map(({ outcome, place }) => deserialize(serialize(elsewhere.part(outcome, place))) as unknown)
      .toReversed();
    const report = await written(here, travelled);
    expect(report).not.toBe('');
    expect(report).toBe(await written((await openDesk(order)).writer, plain));
  });

  it('are refused to a command that does not write the format', async () => {
    const [order] = orders('check', ['xlsx']);
    if (order) await expect(openDesk(order)).rejects.toThrow('xlsx');
  });
});
