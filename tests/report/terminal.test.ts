import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/analysis.js';
import { excerpt } from '../../src/report/terminal/excerpt.js';
import { groupFindings } from '../../src/report/terminal/groups.js';
import { type CheckReportOptions, renderCheck } from '../../src/report/terminal.js';
import { widthOf } from '../../src/report/width.js';
import { everyKind, type Rule } from '../../src/rules/rule.js';
import { emptyAnalysis, makeAnalysis, makeDocument, makeFinding, makeProfile } from '../fixtures/analysis.js';

const rule = (id: string, title: string): Rule => ({
  id,
  title,
  severity: 'warning',
  kinds: everyKind,
  rationale: '',
  bad: [],
  good: [],
  falsePositives: [],
  check: () => {},
});
const rules = [
  rule('missing-dimension', '维度缺项'),
  rule('vague-example', '假事例'),
  rule('numbering', '编号混用'),
];
const options: CheckReportOptions = { color: false, width: 80, rules };
const render = (
  findings: readonly Finding[],
  changes: Partial<CheckReportOptions> = {},
  analysis = makeAnalysis(),
) => renderCheck([{ analysis, findings }], { ...options, ...changes });

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

describe('the head', () => {
  it('names file, title, profile, certainty and kind', () => {
    const text = render([]);
    expect(text).toContain('demo.txt 2021年度对照检查材料\n');
    expect(text).toContain('按“2021年度民主生活会（两个带头）”（自动判断，把握97%）检查，个人材料。');
  });

  it('says when the year is a guess, and names the next best', () => {
    const { profile } = makeAnalysis().profile;
    const runnerUp = { profile: makeProfile({ name: '2022年度民主生活会' }), confidence: 0.3 };
    const analysis = makeAnalysis({
      profile: { profile, detected: true, confidence: 0.55, reasons: [], runnerUp },
    });
    const text = render([], {}, analysis).replace(/\n\s*/g, '');
    expect(text).toContain('把握55%，不很确定，也可能是“2022年度民主生活会”（30%）；可用 --profile 指定');
  });

  it('says when the caller named it', () => {
    const { profile } = makeAnalysis().profile;
    const analysis = makeAnalysis({
      profile: { profile, detected: false, confidence: 1, reasons: [], runnerUp: null },
    });
    expect(render([], {}, analysis)).toContain('（由 --profile 指定）');
  });
});

describe('mapping by content', () => {
  it('shows the words that decided, on demand', () => {
    expect(render([], { explain: true })).toContain(
      '按内容归类\n  · 问题2归类不明（把握31%），依据：调研、防汛\n',
    );
    expect(render([])).not.toContain('按内容归类');
  });
});

describe('the coverage', () => {
  const lines = render([]).split('\n');
  const row = (title: string): readonly string[] =>
    (lines.find((line) => line.includes(title)) ?? '').trim().split(/\s+/);

  it('has a row for each dimension: problems, characters, bar, examples by grade', () => {
    expect(row(' 甲 ')).toEqual(['1', '甲', '1', '60', '█'.repeat(16), '0', '0', '1']);
    expect(row(' 乙 ')).toEqual(['2', '乙', '0', '0', '没有问题', '0', '0', '0']);
  });

  it('has one for problems without dimension', () => {
    expect(row('未归入维度')).toEqual(['未归入维度', '1', '░'.repeat(16), '1', '0', '0']);
  });

  it('lines its columns up', () => {
    const bars = lines
      .filter((line) => /[█░]|没有问题/.test(line))
      .map((line) => widthOf(line.slice(0, line.search(/[█░]|没有问题/))));
    expect(new Set(bars).size).toBe(1);
  });
});

describe('findings', () => {
  it('stand below their part and problem, the whole document first', () => {
    const text = render([missing, example, hint]);
    const order = [
      '■ 整篇',
      '“带头乙”没有写问题。',
      '■ 查摆的问题（存在的问题）',
      '▸ 问题1 理论学习不深入',
      '7:22',
      '■ 整改措施',
      '▸ 措施2',
      '14:1',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('put the whole document first wherever its findings are', () => {
    const groups = groupFindings(makeAnalysis(), [example, missing]);
    expect(groups.map(({ title }) => title)).toEqual(['整篇', '查摆的问题（存在的问题）']);
  });

  it('underline the very words without colour', () => {
    const lines = render([example]).split('\n');
    const at = lines.findIndex((line) => /^ *\^+$/.test(line));
    const marks = lines[at] ?? '';
    const line = lines[at - 1] ?? '';
    const before = line.slice(0, line.indexOf('比如，有时学得不紧。'));
    expect(marks.indexOf('^')).toBe(widthOf(before));
    expect(marks.trim()).toHaveLength(widthOf('比如，有时学得不紧。'));
  });

  it('colour the very words with colour', () => {
    const text = render([example], { color: true });
    expect(text).toContain('\u001b[4m\u001b[33m比如，有时学得不紧。\u001b[39m\u001b[24m');
    expect(text).not.toMatch(/\^\^/);
  });

  it('tell severity, rule and suggestion; the evidence only when asked', () => {
    expect(render([example])).toMatch(/7:22 +警告 “比如”后面没有可以核对的内容。 \[vague-example\]/);
    expect(render([example])).toContain('建议：写明时间和场合。');
    expect(render([example])).not.toContain('没有时间');
    expect(render([example], { explain: true })).toContain('依据：没有时间');
  });

  it('are counted beyond the first five of a rule, unless all are asked for', () => {
    const findings = Array.from({ length: 8 }, () => example);
    expect(render(findings).match(/\[vague-example\]/g)).toHaveLength(6);
    expect(render(findings)).toContain('假事例 [vague-example] 另有3处（第7行），用 --all 全部列出。');
    expect(render(findings, { all: true }).match(/\[vague-example\]/g)).toHaveLength(8);
  });

  it('stand at a paragraph where the format has paragraphs rather than lines', () => {
    const places = [{ start: 0, page: null, paragraph: 12 }];
    const text = render(
      Array.from({ length: 8 }, () => example),
      {},
      makeAnalysis({ document: { ...makeDocument(), places } }),
    );
    expect(text).toMatch(/第12段 +警告 “比如”/);
    expect(text).toContain('另有3处（第12段），');
  });

  it('show nothing that a terminal would obey', () => {
    const text = '一、问题\u001b[2J\u202e';
    const shown = render(
      [makeFinding('', { span: { start: 2, end: text.length } })],
      {},
      makeAnalysis({ document: makeDocument(text) }),
    );
    expect(shown).toContain('问题[2J');
    for (const hidden of ['\u001b', '\u202e']) expect(shown).not.toContain(hidden);
  });

  it('never make a line much wider than the terminal', () => {
    const wide = makeFinding('比如，有时学得不紧。', {
      message: '长'.repeat(200),
      suggestion: '短'.repeat(200),
    });
    for (const line of render([wide], { width: 60 }).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(62);
  });
});

describe('the summary', () => {
  it('puts errors before warnings and leaves hints out', () => {
    const text = render([missing, example, hint]);
    const list = text.slice(text.indexOf('先做这几件事'), text.indexOf('读了'));
    expect(list.indexOf('维度缺项：')).toBeGreaterThan(0);
    expect(list.indexOf('维度缺项：')).toBeLessThan(list.indexOf('假事例（第7行）：'));
    expect(list).not.toContain('编号混用');
  });

  it('has at most ten entries', () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      rule(`rule-${String.fromCharCode(97 + i)}`, `规则${i}`),
    );
    const findings = many.map(({ id }) => makeFinding('', { rule: id }));
    expect(render(findings, { rules: many }).match(/^ +\d+\. /gm)).toHaveLength(10);
  });

  it('is left out when there is nothing grave', () => {
    expect(render([hint])).not.toContain('先做这几件事');
  });
});

describe('the closing line', () => {
  it('says what was read, by which profile, with how many rules, and the result', () => {
    const settings = { levels: { numbering: 'off' } } as const;
    const outcome = { analysis: makeAnalysis(), findings: [missing, example, hint], settings };
    const text = renderCheck([outcome], options).replace(/\n/g, '');
    expect(text).toContain(
      '读了187字、14句，读出2个问题、2个事例；按“2021年度民主生活会（两个带头）”，用了2条规则（关闭了numbering）。',
    );
    expect(text).toContain('发现：错误1、警告1、提示1。');
  });

  it('counts what was left out, by who asked for it', () => {
    const suppressed = ['基线', '第3行的批注', '基线'].map((source) => ({
      finding: example,
      reason: '已核对',
      source,
    }));
    const text = renderCheck([{ analysis: makeAnalysis(), findings: [], suppressed }], options);
    expect(text).toContain('另有3处按要求没有提示：基线2处、第3行的批注1处。');
  });

  it('calls a document clean only when it was understood', () => {
    expect(render([])).toContain('没有发现。');
    for (const text of ['', '今天天气很好。']) {
      const shown = render([], {}, emptyAnalysis(text));
      expect(shown).toContain('警告：没有');
      expect(shown).not.toContain('没有发现。');
    }
  });

  it('gives what was assumed while reading, with its line', () => {
    const notices = [
      { code: 'outside-parts', message: '有1处文字没有部分标题。', span: { start: 13, end: 20 } } as const,
    ];
    expect(render([], {}, makeAnalysis({ notices }))).toContain('· 第2行：有1处文字没有部分标题。');
  });

  it('counts all documents together, and those that could not be read', () => {
    const failed = { file: '无.txt', error: { code: 'not-found', message: '找不到。' } };
    const outcomes = [
      { analysis: makeAnalysis(), findings: [example] },
      failed,
      { analysis: makeAnalysis(), findings: [missing] },
    ];
    expect(renderCheck(outcomes, options)).toMatch(/共3份，检查了2份，1份没能读出。发现：错误1、警告1。\n$/);
  });
});

describe('quiet', () => {
  it('gives one line a finding', () => {
    expect(render([missing, example], { quiet: true })).toBe(
      'demo.txt:1:1 错误 “带头乙”没有写问题。 [missing-dimension]\n' +
        'demo.txt:7:22 警告 “比如”后面没有可以核对的内容。 [vague-example]\n',
    );
  });

  it('is silent where nothing was found, but not about what was not understood', () => {
    expect(render([], { quiet: true })).toBe('');
    expect(render([], { quiet: true }, emptyAnalysis('你好'))).toContain('demo.txt:1:1 警告 没有认出');
  });
});

describe('excerpt', () => {
  const line = '前面的话。'.repeat(40);
  const text = `上一行\n${line}要找的词${line}\n下一行`;
  const start = text.indexOf('要找的词');
  const find = (span: { start: number; end: number }, width = 40) =>
    excerpt(text, span, width) ?? { before: '', marked: '', after: '' };

  it('shows the words in the middle of a long line, within the width', () => {
    const { before, marked, after } = find({ start, end: start + 4 });
    expect(marked).toBe('要找的词');
    expect(widthOf(before + marked + after)).toBeLessThanOrEqual(40);
    expect(before.startsWith('…') && after.endsWith('…')).toBe(true);
    expect(before.length).toBeGreaterThan(5);
  });

  it('does not go beyond the line', () => {
    expect(find({ start: 0, end: 2 })).toEqual({ before: '', marked: '上一', after: '行' });
    expect(find({ start: 4, end: 6 }).before).toBe('');
    expect(find({ start: text.length - 1, end: text.length })).toEqual({
      before: '下一',
      marked: '行',
      after: '',
    });
  });

  it('shortens the middle of long words and joins wrapped ones', () => {
    const { marked } = find({ start: 4, end: start });
    expect(marked).toMatch(/^前面的话。.*….*面的话。$/);
    expect(excerpt('甲乙\n丙丁', { start: 1, end: 4 }, 40)).toEqual({
      before: '甲',
      marked: '乙丙',
      after: '丁',
    });
  });

  it('is nothing for an empty span', () => {
    expect(excerpt(text, { start: 5, end: 5 }, 40)).toBeNull();
    expect(excerpt('甲 \n 乙', { start: 1, end: 4 }, 40)).toBeNull();
  });
});
