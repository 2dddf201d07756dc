import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, toText } from '../../src/document/document.js';
import type { Format } from '../../src/document/reading.js';
import { corpusFile, open, tables } from './reader.js';
import { cut } from './wrap.js';

const QUOTES = '"＂“”‘’\'＇「」『』﹁﹂﹃﹄';

/** Whether a unit of the reading may stand for a unit of the text. Written apart from the tables that made it. */
function standsFor(read: string, seen: string, format: Format): boolean {
  if (read === seen) return true;
  if (read === '\n') return /[\n\f]/.test(seen);
  if (read === ' ') return /[\s\u00a0]/.test(seen);
  if (read === '\t') return format === 'markdown' && seen === '|';
  if (read === '。') return '.．。｡﹒'.includes(seen);
  if ('“”‘’'.includes(read)) return QUOTES.includes(seen);
  if ('·—-'.includes(read)) return '‧・･―﹣－−‒'.includes(seen);
  if (read === '、') return '､﹑'.includes(seen);
  if (read.normalize('NFKC') === seen.normalize('NFKC')) return true;
  return read === String.fromCharCode(tables.simplifiedUnits[seen.charCodeAt(0)] ?? 0);
}

function expectSound({ text, reading }: Document, format: Format): void {
  const { offsets } = reading;
  expect(offsets).toHaveLength(reading.text.length);
  for (let i = 0; i < offsets.length; i++) {
    const at = offsets[i] ?? -1;
    if (i > 0 && at <= (offsets[i - 1] ?? -1)) throw new Error(`offset ${i} does not ascend`);
    const read = reading.text.charAt(i);
    const seen = text.charAt(at);
    if (!standsFor(read, seen, format))
      throw new Error(`${JSON.stringify(read)} stands for ${JSON.stringify(seen)}`);
  }
  const lines = reading.text === '' ? [] : reading.text.split('\n');
  expect(reading.paragraphs.map(({ span }) => reading.text.slice(span.start, span.end))).toEqual(lines);
  for (const line of lines) {
    expect(line).not.toBe('');
    expect(line).toBe(line.trim());
  }
}

/** Text of the sort that comes up, and much that hardly does. */
const pieces = fc.constantFrom(
  ...'一二十（()）、.．。，,:：;"“”‘’「」\'!?％%12３a Ｂ\t\n\f\u3000\u00a0\u200b\ufeff…—·①⼀學習對檢查著乾|*#-_`[]<>\\&~=',
  '学习不够深入，',
  '“两个确立”',
  '（一）',
  '1.',
  '\n\n',
  '第3页\n',
  '— 2 —\n',
  '| a | b |\n|---|---|\n',
  '**重点**',
  '浏览量：12\n',
  '𠮷',
  '理论学习停在表面上没有读原文原著也没有联系实际思考。',
);
const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(''));

describe('every unit of the reading is one unit of the text', () => {
  it.each<Format>(['text', 'markdown'])('%s', (format) => {
    fc.assert(
      fc.property(texts, (text) => expectSound(open(text, { format }), format)),
      { numRuns: 500 },
    );
  });

  it('wrapped at any width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 60 }), (text, width) =>
        expectSound(open(cut(text, width)), 'text'),
      ),
      { numRuns: 300 },
    );
  });

  it('any string at all', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(any, fc.constantFrom<Format>('text', 'markdown'), (text, format) =>
        expectSound(open(text, { format }), format),
      ),
    );
  });
});

describe('spans lead back', () => {
  it('the words of a span are all in the text that it leads to, in order', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const document = open(text);
        const { reading } = document;
        const start = reading.text.length === 0 ? 0 : a % reading.text.length;
        const end = Math.min(start + (b % 30), reading.text.length);
        const span = toText(reading, { start, end });
        let at = span.start;
        for (const read of reading.text.slice(start, end)) {
          while (at < span.end && !standsFor(read.charAt(0), document.text.charAt(at), 'text')) at++;
          expect(at).toBeLessThan(span.end);
          at++;
        }
      }),
    );
  });
});

describe('reading what has been read changes nothing', () => {
  it.each([
    '2021-district-deputy-secretary.txt',
    '2024-county-water-deputy.txt',
    '2013-county-deputy-head-traditional.txt',
    '2016-water-company-team.txt',
    '2022-county-hospital-vice-president.txt',
  ])('%s', (name) => {
    const once = open(corpusFile(name)).reading.text;
    const again = open(once);
    expect(again.reading.text).toBe(once);
    expect(again.notices).toEqual([]);
    expect([...again.reading.offsets]).toEqual(Array.from({ length: once.length }, (_, i) => i));
  });
});
