import { describe, expect, it } from 'vitest';
import { deliver, fulfil } from '../../src/batch/deliver.js';
import { type Job, openAnalyzers } from '../../src/batch/job.js';
import { isFailed, type Outcome } from '../../src/report/outcome.js';
import type { Writer } from '../../src/report/writer.js';
import { emptyAnalysis, makeAnalysis, makeFinding } from '../fixtures/analysis.js';

const nameOf = (outcome: Outcome): string =>
  isFailed(outcome) ? outcome.file : outcome.analysis.document.file;

/** Its parts are the names of the documents and their places. */
const writer: Writer<string> = {
  opening: '',
  part: (outcome, place) => `${place} ${nameOf(outcome)}`,
  document: (part) => part,
  closing: () => '',
};
const desk = { writer, redacted: false };
const finding = makeFinding('比如，有时学得不紧。');
const suppressed = { finding, reason: '引用', source: '配置', inText: false };

describe('what is delivered of a document', () => {
  it('is its part of the report, what was found, and which suppressions were of use', () => {
    const outcome = { analysis: makeAnalysis(), findings: [finding], suppressed: [suppressed, suppressed] };
    expect(deliver(outcome, 7, desk)).toEqual({
      part: `7 ${outcome.analysis.document.file}`,
      error: null,
      tally: { error: 0, warning: 1, info: 0 },
      suppressions: ['配置'],
    });
  });

  it('is a warning where it was not understood', () => {
    const { tally } = deliver({ analysis: emptyAnalysis('你好'), findings: [] }, 0, desk);
    expect(tally).toEqual({ error: 0, warning: 1, info: 0 });
  });

  it('is why it could not be read', () => {
    const outcome = { file: '李某.txt', error: { code: 'not-found', message: '李某.txt：找不到。' } };
    expect(deliver(outcome, 0, desk)).toMatchObject({ part: '0 李某.txt', error: '李某.txt：找不到。' });
  });

  it('names no document in a redacted report, but in what is told to the user', () => {
    const outcome = { file: '李某.txt', error: { code: 'not-found', message: '李某.txt：找不到。' } };
    const delivery = deliver(outcome, 2, { writer, redacted: true });
    expect(delivery).toMatchObject({ part: '2 文件3', error: '李某.txt：找不到。' });
  });
});

describe('a fault in reporting', () => {
  it('costs this document alone, and is told of', async () => {
    const faulty: Writer<string> = {
      ...writer,
      part: (outcome, place) => {
        if (!isFailed(outcome)) throw new RangeError('fault');
        return writer.part(outcome, place);
      },
    };
    const job: Job = {
      file: 'corpus/2021-district-deputy-secretary.txt',
      encoding: undefined,
      revisions: undefined,
      dictionaries: [],
      analyze: {},
      rules: null,
      previous: [],
      debug: false,
    };
    const delivery = await fulfil({ job, place: 0 }, openAnalyzers(), { writer: faulty, redacted: false });
    expect(delivery.part).toBe(`0 ${job.file}`);
    expect(delivery.error).toMatch(/程序内部出错（fault）/);
  });
});
