/** The real document: what a careful reader finds in it, however it was saved. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis, Finding } from '../src/analysis.js';
import type { Document } from '../src/document/document.js';
import { fromBytes } from '../src/document/read.js';
import { type Analyzer, createAnalyzer } from '../src/index.js';
import { bytesOf, gb18030, marks } from './document/encode.js';
import { tables } from './document/reader.js';
import { cut } from './document/wrap.js';

const path = 'corpus/2021-district-deputy-secretary.txt';
const sample = readFileSync(path, 'utf8');
const gold = JSON.parse(readFileSync(path.replace('.txt', '.gold.json'), 'utf8')) as {
  readonly problems: readonly {
    readonly title: string;
    readonly dimension: number;
    readonly examples: readonly { readonly text: string; readonly concreteness: string }[];
    readonly causes: readonly string[];
  }[];
  readonly findings: readonly { readonly rule: string; readonly quote: string }[];
  readonly clean: readonly { readonly rule: string; readonly quote: string }[];
};
const analyzer = await createAnalyzer();
const { analysis, findings } = analyzer.check(analyzer.fromText(sample, { file: path }));

const place = (quote: string): { readonly start: number; readonly end: number } => {
  const start = sample.indexOf(quote);
  return { start, end: start + quote.length };
};

describe('the dimension of a problem without heading', () => {
  it('tells the words of its own text that decided', () => {
    const text = '一、存在的问题\n1.信访积案化解不力。有2件上访积案拖了3年，没有去见来访人。\n';
    const [problem] = analyzer.analyze(analyzer.fromText(text), { profile: '2025' }).problems;
    expect([problem?.dimensionBy, problem?.dimension?.short]).toEqual(['content', '干事创业']);
    const words = problem?.dimensionWords() ?? [];
    expect(words).toContain('信访');
    for (const word of words) expect(text).toContain(word);
  });
});

describe('the real document', () => {
  it('is a personal paper of 2021 with all five dimensions', () => {
    expect(analysis.profile.profile.id).toBe('2021');
    expect(analysis.kind).toBe('individual');
    expect(analysis.dimensions.map(({ problems }) => problems.length)).toEqual([4, 3, 3, 3, 4]);
  });

  it('has its parts', () => {
    expect(analysis.parts.map(({ role }) => role)).toEqual([
      'opening',
      'rectification',
      'problems',
      'causes',
      'measures',
      'closing',
    ]);
  });

  it('has 17 problems, titles and dimensions right, at their places', () => {
    expect(analysis.problems.map(({ title, dimension }) => [title.text, dimension?.ordinal])).toEqual(
      gold.problems.map(({ title, dimension }) => [title, dimension]),
    );
    for (const { title } of analysis.problems)
      expect(sample.slice(title.span.start, title.span.end)).toBe(title.text);
  });

  it.each(
    gold.problems.flatMap(({ examples }) => examples.map((example) => [example.text, example.concreteness])),
  )('finds the example %s', (text, concreteness) => {
    const found = analysis.problems
      .flatMap(({ examples }) => examples)
      .find(({ span }) => span.start === place(text).start);
    expect(found?.span).toEqual(place(text));
    // What one reader calls concrete may not be called vague.
    if (concreteness === 'concrete') expect(found?.grade).not.toBe('vague');
  });

  it('calls the bare cue vague', () => {
    const bare = analysis.problems[3]?.examples[0];
    expect(bare?.text).toBe('如，关键节点、敏感时段应对突发事件措施不力。');
    expect(bare?.grade).toBe('vague');
  });

  it('finds at least eight of the ten causes inside problems', () => {
    const wanted = gold.problems.flatMap(({ causes }) => causes);
    const found = analysis.problems.flatMap(({ causes }) => causes);
    const overlapping = wanted.filter((quote) =>
      found.some(({ span }) => span.start < place(quote).end && place(quote).start < span.end),
    );
    expect(overlapping.length).toBeGreaterThanOrEqual(8);
  });

  it('has four causes and four measures with four commitments', () => {
    expect(analysis.causes).toHaveLength(4);
    expect(analysis.measures.map(({ commitments }) => commitments.map(({ text }) => text))).toEqual([
      ['每周不少于10小时'],
      ['年内至少参加1次民主生活会', '2次主题党日活动', '给基层党员讲党课1次'],
      [],
      [],
    ]);
  });

  it('reads both accounts of last year', () => {
    expect(
      analysis.rectification.map(({ aspects, found, done, ongoing, consistent }) => [
        aspects,
        found,
        done,
        ongoing,
        consistent,
      ]),
    ).toEqual([
      [4, 12, 8, 4, true],
      [7, 20, 14, 6, true],
    ]);
  });
});

describe('the rules on the real document', () => {
  const of = (rule: string): readonly Finding[] => findings.filter((finding) => finding.rule === rule);
  const marked = (rule: string, quote: string): boolean =>
    of(rule).some(({ span }) => span.start < place(quote).end && place(quote).start < span.end);
  const known = new Set(findings.map(({ rule }) => rule));

  it.each(
    gold.findings
      .filter(({ rule }) => rule !== 'boilerplate' && known.has(rule))
      .map(({ rule, quote }) => [rule, quote]),
  )('%s objects to %s', (rule, quote) => {
    expect(marked(rule, quote)).toBe(true);
  });

  it('finds empty talk, and none where there is none', () => {
    const quotes = gold.findings.filter(({ rule }) => rule === 'boilerplate').map(({ quote }) => quote);
    const hits = quotes.filter((quote) => marked('boilerplate', quote));
    expect(hits.length / quotes.length).toBeGreaterThanOrEqual(0.7);
  });

  it.each(gold.clean.map(({ rule, quote }) => [rule, quote]))('%s leaves %s alone', (rule, quote) => {
    expect(marked(rule, quote)).toBe(false);
  });
});

/** What a document says, whatever its line ends, width and spaces. */
function digest({ profile, kind, parts, problems, causes, measures, rectification }: Analysis): unknown {
  const plain = (text: string): string => text.replace(/\s/g, '').normalize('NFKC').replace(/[“”]/g, '"');
  return {
    profile: profile.profile.id,
    kind,
    parts: parts.map(({ role }) => role),
    problems: problems.map(({ title, dimension, examples, causes: inside, links }) => ({
      title: plain(title.text),
      dimension: dimension?.ordinal,
      examples: examples.map(({ text, grade }) => [plain(text), grade]),
      causes: inside.map(({ text }) => plain(text)),
      links: [links.causes.map(({ to }) => to), links.measures.map(({ to }) => to)],
    })),
    causes: causes.map(({ title }) => plain(title.text)),
    measures: measures.map(({ title, commitments }) => [
      plain(title.text),
      commitments.map(({ text, value }) => [plain(text), value]),
    ]),
    accounts: rectification.map(({ aspects, found, done, ongoing, consistent }) => [
      aspects,
      found,
      done,
      ongoing,
      consistent,
    ]),
  };
}

describe('saved otherwise', () => {
  const between = /(?<=\p{Script=Han}) *(?=\p{Script=Han})/gu;
  const halfWidth = sample
    .replace(/[，：；（）？！]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[“”]/g, '"');
  const bytes = (content: Uint8Array): Promise<Document> => fromBytes(content, { tables });
  const text = (content: string): Document => analyzer.fromText(content);
  it.each<[string, Document | Promise<Document>]>([
    ['GB18030', bytes(gb18030(sample))],
    ['GB18030 with mark', bytes(marks('gb18030', gb18030(sample)))],
    ['UTF-16LE', bytes(marks('utf-16le', bytesOf(sample, 'utf-16le')))],
    ['UTF-16BE', bytes(marks('utf-16be', bytesOf(sample, 'utf-16be')))],
    ['CRLF', bytes(bytesOf(sample.replaceAll('\n', '\r\n'), 'utf-8'))],
    ['hard-wrapped at 30 characters', text(cut(sample, 30))],
    ['half-width punctuation', text(halfWidth)],
    ['spaces between all Han characters, doubled', text(sample.replace(between, '  '))],
  ])('%s: the same result', async (_, document) => {
    expect(digest(analyzer.analyze(await document))).toEqual(digest(analysis));
  });
});

describe('under either segmenter', () => {
  it.each(['nodejieba', 'node-rs-jieba'] as const)('%s: the same result', async (segmenter) => {
    const other: Analyzer = await createAnalyzer({ segmenter });
    expect(other.segmenter.engine).toBe(segmenter);
    expect(digest(other.analyze(other.fromText(sample)))).toEqual(digest(analysis));
  });
});
