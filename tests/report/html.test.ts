import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer.js';
import { renderHtml } from '../../src/report/html.js';
import type { Outcome } from '../../src/report/outcome.js';
import { rules } from '../../src/rules/index.js';
import {
  emptyAnalysis,
  makeAnalysis,
  makeDocument,
  makeFinding,
  spanOf,
  TEXT,
} from '../fixtures/analysis.js';
import { elementsOf, withClass } from './html/page.js';

const example = makeFinding('比如，有时学得不紧。', {
  suggestion: '写明时间和场合。',
  evidence: ['没有时间'],
});
const missing = makeFinding('', {
  rule: 'missing-dimension',
  severity: 'error',
  message: '“带头乙”没有写问题。',
});
const hint = makeFinding('2.=多下基层。', { rule: 'numbering', severity: 'info', message: '编号不一致。' });
const failed = { file: '无.txt', error: { code: 'not-found', message: '无.txt：找不到。' } };
const all = { analysis: makeAnalysis(), findings: [missing, example, hint] };

const render = (...outcomes: readonly Outcome[]): string => renderHtml(outcomes, rules);
const read = (...outcomes: readonly Outcome[]) => elementsOf(render(...outcomes));

describe('the page', () => {
  it('loads and runs nothing, and a policy holds it to that', () => {
    const elements = read(all);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
      ?.attributes.content;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
    expect(
      elements.some(({ tag }) => ['script', 'link', 'img', 'iframe', 'form', 'object'].includes(tag)),
    ).toBe(false);
    expect(render(all)).not.toMatch(/https?:|url\(|@import|javascript:/);
  });

  it('has each id once, and no link that leads nowhere', () => {
    for (const outcomes of [[all], [all, failed, all]]) {
      const elements = read(...outcomes);
      const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const links = elements.flatMap(({ attributes }) => attributes.href ?? []);
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) expect(ids).toContain(link.slice(1));
    }
  });

  it('says with which profile it was checked, and how many findings there are', () => {
    const elements = read(all);
    expect(withClass(elements, 'meta')[0]?.text).toContain('个人材料，按“2021年度民主生活会（两个带头）”');
    const figures = withClass(elements, 'figures')[0]?.text;
    expect(figures).toContain('1错误1警告1提示2问题2事例1个具体187字数');
  });

  it('lists errors before warnings as first things, and no hints', () => {
    const first = withClass(read(all), 'first')[0]?.text ?? '';
    expect(first.indexOf('没有写问题')).toBeGreaterThan(0);
    expect(first.indexOf('没有写问题')).toBeLessThan(first.indexOf('没有可以核对的内容'));
    expect(first).not.toContain('编号不一致');
  });

  it('never calls clean what was not understood', () => {
    const elements = read({ analysis: emptyAnalysis('今天天气很好。'), findings: [] });
    expect(withClass(elements, 'doubt')[0]?.text).toContain('可能不是对照检查材料');
    expect(elements.some(({ text }) => text.includes('没有发现。'))).toBe(false);
    expect(render({ analysis: makeAnalysis(), findings: [] })).toContain('没有发现。');
  });

  it('is the same for the same document', () => {
    expect(render(all)).toBe(render(all));
  });
});

describe('the coverage', () => {
  it('has a row for each dimension, and shows the empty one as missing', () => {
    const rows = read(all).filter(
      ({ tag, parent }) =>
        tag === 'tr' && parent?.tag === 'tbody' && parent.parent?.classes.includes('coverage'),
    );
    expect(rows.map(({ text, classes }) => [text.trim(), classes])).toEqual([
      ['1 甲601', []],
      ['2 乙0没有问题', ['missing']],
      ['未归入方面1', []],
    ]);
  });

  it('counts examples by grade for those who do not see', () => {
    const labels = read(all).flatMap(({ attributes }) => attributes['aria-label'] ?? []);
    expect(labels).toEqual(['具体0，部分0，空泛1', '具体1，部分0，空泛0']);
  });
});

describe('the chain', () => {
  it('lays example, cause and measure beside each problem', () => {
    const row = read(all).find(({ tag, text }) => tag === 'tr' && text.startsWith('理论学习不深入'));
    expect(row?.text).toMatch(
      /比如，有时学得不紧。.*究其原因，是自己放松了要求。.*放松了学习.*加强学习.*频次时限/,
    );
  });

  it('makes the gaps visible', () => {
    const gaps = withClass(read(all), 'gap').map(({ text }) => text);
    expect(gaps).toEqual(['没有查摆问题', '没有原因', '没有措施']);
  });

  it('names measures that answer no problem', () => {
    expect(withClass(read(all), 'orphans')[0]?.text).toContain('没有对上问题的措施 =多下基层');
  });
});

describe('the annotated text', () => {
  it('marks the very words and notes them in the margin', () => {
    const elements = read(all);
    const marks = elements.filter(
      ({ tag, parent }) => tag === 'mark' && (parent?.tag === 'p' || parent?.tag === 'b'),
    );
    expect(marks.map(({ text, classes }) => [text, classes[0]])).toEqual([
      ['比如，有时学得不紧。', 'warning'],
      // One finding; the title in it is bold.
      ['2.', 'info'],
      ['=多下基层', 'info'],
      ['。', 'info'],
    ]);
    expect(withClass(elements, 'note').map(({ text }) => text)).toEqual([
      '2假事例“比如”后面没有可以核对的内容。',
      '3编号混用、跳号、重号编号不一致。',
    ]);
  });

  it('is the whole text', () => {
    const lines = read(all)
      .filter(({ tag, parent }) => tag === 'p' && parent?.classes.includes('line'))
      .map(({ text }) => text);
    expect(lines.join('\n').replace(/(?<=。)[23]/g, '')).toBe(TEXT.trim());
  });

  it('gives overlapping findings their marks, the graver seen', () => {
    const wide = makeFinding('“学习强国”只看不想。比如，有时学得不紧。', {
      severity: 'info',
      rule: 'boilerplate',
    });
    const marks = read({ analysis: makeAnalysis(), findings: [wide, example] }).filter(
      ({ tag, parent }) => tag === 'mark' && parent?.tag === 'p',
    );
    expect(marks.map(({ text, classes }) => [text, classes[0]])).toEqual([
      ['“学习强国”只看不想。', 'info'],
      ['比如，有时学得不紧。', 'warning'],
    ]);
  });

  it('joins lines that were wrapped and dims what was left out', () => {
    const text = '一、问题\n学习不\n深入。\n— 3 —\n';
    const span = (words: string) => spanOf(words, text);
    const document = makeDocument(text);
    const paragraphs = [{ span: span('一、问题') }, { span: span('学习不\n深入。') }];
    const lines = withClass(
      read({
        analysis: emptyAnalysis(text, {
          document: { ...document, reading: { ...document.reading, paragraphs } },
        }),
        findings: [],
      }),
      'line',
    );
    expect(lines.map(({ text: shown, classes }) => [shown, classes.includes('skipped')])).toEqual([
      ['1一、问题', false],
      ['2学习不深入。', false],
      ['4— 3 —', true],
    ]);
  });
});

describe('the findings', () => {
  it('have message, words, suggestion and the way to the text', () => {
    const entry = withClass(read(all), 'finding').find(({ attributes }) => attributes.id === 'f2');
    expect(entry?.text).toMatch(
      /^2警告假事例第7行 ↑“比如”后面没有可以核对的内容。.*比如，有时学得不紧。.*写明时间和场合。依据没有时间vague-example$/s,
    );
  });
});

describe('several documents', () => {
  it('begin with a list, the worst and the unread first', () => {
    const mild = {
      analysis: makeAnalysis({ document: makeDocument(undefined, '轻.txt') }),
      findings: [hint],
    };
    const list = withClass(read(mild, failed, all), 'overview')[0]?.text ?? '';
    const places = ['共3份材料', '无.txt', 'demo.txt', '轻.txt'].map((words) => list.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('words of a document', () => {
  const hostile = '</p><script>alert(0)</script><img src=x onerror="a()">&lt;\'"`';

  it('are never taken for HTML, wherever they stand', () => {
    const known = new Set(read(all, all).map(({ tag }) => tag));
    const piece = fc.constantFrom(
      hostile,
      '<',
      '>',
      '&',
      '"',
      "'",
      '&amp;',
      '</style>',
      '<!--',
      ']]>',
      '学',
      '\n',
      '\u202e',
      '\u0000',
    );
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (text, other, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const finding = {
          ...makeFinding('', { message: other, suggestion: other, evidence: [other] }),
          rule: other,
          span: { start, end },
          related: [{ message: other, span: { start, end } }],
        };
        const quote = { text: other, span: { start, end } };
        const [problem] = makeAnalysis().problems;
        const analysis = makeAnalysis({
          document: makeDocument(text, other),
          title: quote,
          parts: [],
          problems: problem ? [{ ...problem, title: quote, examples: [], causes: [quote] }] : [],
        });
        const elements = read({ analysis, findings: [finding] });
        for (const { tag, attributes } of elements) {
          expect(known).toContain(tag);
          for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on/);
        }
        const shown = elements
          .filter(({ tag, parent }) => tag === 'p' && parent?.classes.includes('line'))
          .map((element) => element.text)
          .join('');
        // Numbers of findings aside, and what nobody sees.
        const visible = (all: string): string => all.replace(/[\s\u202e1]|\p{Cc}/gu, '');
        expect(visible(shown)).toBe(visible(text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a real document', () => {
  it('shows every finding once in the text and once in the list', async () => {
    const analyzer = await createAnalyzer();
    const outcome = analyzer.check(await analyzer.read('corpus/2021-district-deputy-secretary.txt'));
    const elements = read(outcome);
    expect(withClass(elements, 'finding')).toHaveLength(outcome.findings.length);
    const placed = outcome.findings.filter(({ span }) => span.end > span.start);
    expect(withClass(elements, 'note')).toHaveLength(placed.length);
    expect(withClass(elements, 'n')).toHaveLength(placed.length);
  });
});
