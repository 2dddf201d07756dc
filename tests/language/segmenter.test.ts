import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findEngine } from '../../src/language/engine.js';
import { createSegmenter, type Segmenter } from '../../src/language/segmenter.js';

const CORPUS = new URL('../../corpus/', import.meta.url);
const WORDS = new URL('../../dictionaries/jieba/words.txt', import.meta.url);
const WEIGHTS = new URL('weights.txt', WORDS);

/** nodejieba is optional: where it is not built, the other engine alone is tested. */
const installed = (['nodejieba', 'node-rs-jieba'] as const).filter((name) => findEngine(name) !== null);
const segmenters = installed.map((engine) => createSegmenter({ engine }));
const show = (segmenter: Segmenter, text: string): string =>
  segmenter
    .tag(text)
    .map(({ text: word, tag }) => `${word}/${tag}`)
    .join(' ');

describe.each(segmenters.map((segmenter) => [segmenter.engine, segmenter] as const))('%s', (_, segmenter) => {
  it.each([
    ['理论政策的学习研究不深入', '理论/n 政策/n 的/uj 学习研究/n 不/d 深入/v'],
    ['2024年完成3.5%，共1,200元', '2024/m 年/m 完成/v 3.5%/m ，/w 共/d 1,200/m 元/m'],
    ['二〇二一年', '二〇二一/m 年/m'],
    ['A4纸、5G、COVID-19', 'A4/eng 纸/n 、/w 5G/eng 、/w COVID-19/eng'],
    ['“两个维护”……', '“/w 两个维护/l ”/w ……/w'],
    ['１２３．５％ ①②', '１２３．５％/m ①/m ②/m'],
    ['天天天', '天天/t 天/q'],
    ['😀党员', '😀/x 党员/n'],
  ])('%s', (text, expected) => {
    expect(show(segmenter, text)).toBe(expected);
  });

  it.each(['敬畏', '廉政'])('knows that %s is no name', (word) => {
    expect(show(segmenter, word)).not.toMatch(/nr/);
  });

  it.each(['查摆', '台账', '民主生活会', '学习强国', '民主集中制', '批评与自我批评', '政治判断力'])(
    'keeps %s together',
    (word) => {
      expect(segmenter.words(`对${word}的`)).toContain(word);
    },
  );

  it('leaves out white space, and says where each word stands', () => {
    expect(segmenter.tag('　党员\r\n 2人\n')).toEqual([
      { text: '党员', start: 1, end: 3, tag: 'n' },
      { text: '2', start: 6, end: 7, tag: 'm' },
      { text: '人', start: 7, end: 8, tag: 'n' },
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(segmenter.tag('')).toEqual([]);
    expect(segmenter.words(' \n\t　')).toEqual([]);
  });

  it('covers any text, in order, at the right places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = segmenter.tag(text);
        let end = 0;
        for (const token of tokens) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.text).not.toBe('');
          expect(token.tag).not.toBe('');
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
        expect(segmenter.words(text)).toEqual(tokens.map((token) => token.text));
      }),
      { numRuns: 300 },
    );
  });

  it('cuts a text of many calls as it cuts its lines', () => {
    const lines = openDocuments()[0]?.split('\n') ?? [];
    const words = lines.flatMap((line) => segmenter.words(line));
    const times = 60;
    const long = Array<string>(times).fill(lines.join('\n')).join('\n');
    expect(long.length).toBeGreaterThan(200_000);
    expect(segmenter.words(long)).toEqual(Array<readonly string[]>(times).fill(words).flat());
  });

  it.each([['一'], ['1'], ['a'], ['，'], ['一〇'], ['1.'], ["a'"], ['研究']])(
    'reads half a million %s to the end',
    (unit) => {
      const text = unit.repeat(500_000);
      expect(segmenter.tag(text).at(-1)?.end).toBe(text.length);
    },
  );
});

describe.runIf(segmenters.length === 2)('both engines', () => {
  const [first, second] = segmenters;

  it('give the same words for the corpus', () => {
    const documents = openDocuments();
    expect(documents.length).toBeGreaterThan(5);
    for (const text of documents) expect(first?.tag(text)).toEqual(second?.tag(text));
  });

  it('give the same words for any mixture', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(first?.tag(text)).toEqual(second?.tag(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('createSegmenter', () => {
  const before = process.env.DUIZHAO_SEGMENTER;
  afterEach(() => {
    if (before === undefined) delete process.env.DUIZHAO_SEGMENTER;
    else process.env.DUIZHAO_SEGMENTER = before;
  });

  it('takes the first engine that is installed', () => {
    delete process.env.DUIZHAO_SEGMENTER;
    expect(createSegmenter().engine).toBe(installed[0]);
  });

  it('takes the one that the environment asks for', () => {
    process.env.DUIZHAO_SEGMENTER = 'node-rs-jieba';
    expect(createSegmenter().engine).toBe('node-rs-jieba');
    expect(createSegmenter().version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('says so when the environment asks for none that exists', () => {
    process.env.DUIZHAO_SEGMENTER = 'mecab';
    const segmenter = createSegmenter();
    expect(() => segmenter.words('党员')).toThrow(/DUIZHAO_SEGMENTER.*mecab.*nodejieba/);
  });

  it.runIf(installed.includes('nodejieba'))('is not disturbed by another user of nodejieba', () => {
    const segmenter = createSegmenter({ engine: 'nodejieba' });
    const words = segmenter.words('查摆问题，建立台账，批评与自我批评');
    const theirs: { load(): void; cut(text: string): string[] } = createRequire(import.meta.url)('nodejieba');
    theirs.load();
    expect(theirs.cut('查摆问题')).toEqual(['查摆', '问题']);
    expect(segmenter.words('查摆问题，建立台账，批评与自我批评')).toEqual(words);
    expect(theirs.cut('批评与自我批评')).not.toEqual(['批评与自我批评']);
  });
});

describe('a damaged installation', () => {
  const DICTIONARY = fileURLToPath(new URL('.', WORDS));

  it.each([
    ['words.txt is missing', 'words.txt', null],
    ['words.txt is empty', 'words.txt', ''],
    ['weights.txt is empty', 'weights.txt', ''],
    ['hmm.utf8 is missing', 'hmm.utf8', null],
    ['idf.utf8 is empty', 'idf.utf8', ''],
  ])('where %s is an error that names the file, and not the end of the process', async (_, name, content) => {
    const root = mkdtempSync(join(tmpdir(), 'duizhao-'));
    try {
      const file = join(root, 'dictionaries', 'jieba', name);
      cpSync(DICTIONARY, join(root, 'dictionaries', 'jieba'), { recursive: true });
      if (content === null) rmSync(file);
      else writeFileSync(file, content);
      vi.resetModules();
      vi.doMock('../../src/dictionaries/package-root.js', () => ({ packageRoot: () => root }));
      const fresh = await import('../../src/language/segmenter.js');
      for (const engine of installed)
        expect(() => fresh.createSegmenter({ engine }).words('党员')).toThrow(file);
    } finally {
      vi.doUnmock('../../src/dictionaries/package-root.js');
      vi.resetModules();
      rmSync(root, { recursive: true });
    }
  });
});

describe('words.txt', () => {
  const lines = readFileSync(WORDS, 'utf8').trimEnd().split('\n');

  it('has a word, a frequency and a tag in each line, sorted, each word once', () => {
    const words = lines.map((line) => line.split(' ')[0] ?? '');
    expect(lines.filter((line) => !/^[\u3400-\u9fff]+ [1-9]\d* [a-z]+$/.test(line))).toEqual([]);
    expect(words).toEqual([...new Set(words)].sort());
  });

  it('weighs unknown characters alike in both engines: 1, and the lowest frequency', () => {
    expect(frequencies(lines).sort((a, b) => a - b)[0]).toBe(1);
  });

  it('has the sum and the least of its frequencies in weights.txt', () => {
    const weights = frequencies(readFileSync(WEIGHTS, 'utf8').trimEnd().split('\n'));
    expect(sum(weights)).toBe(sum(frequencies(lines)));
    expect(weights[0]).toBe(1);
  });

  it('is of a size that loads in no time', () => {
    expect(lines.length).toBeGreaterThan(50_000);
    expect(lines.length).toBeLessThan(80_000);
  });
});

const frequencies = (lines: readonly string[]): number[] => lines.map((line) => Number(line.split(' ')[1]));

const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);

/** Texts of the corpus that are not held back. */
function openDocuments(): readonly string[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.gold.json') && !name.startsWith('PAIR-'))
    .filter((name) => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')).split !== 'held')
    .map((name) => readFileSync(new URL(name.replace('.gold.json', '.txt'), CORPUS), 'utf8'));
}

const pieces = fc.constantFrom(
  '民主生活会',
  '查摆',
  '问题',
  '二〇二',
  '一',
  '〇',
  '天',
  '的',
  '2024',
  '3.',
  '50%',
  'WPS',
  '-',
  '，',
  '……',
  '\n',
  '　',
  '\r\n',
  '𠮷',
  '😀',
  '\ud800',
  '\ufeff',
  '々',
  'é',
  'Ⅱ',
  '①',
  '豈',
  '鿿',
  '\u200b',
  '（',
  '\u0000',
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
