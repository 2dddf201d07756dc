import { describe, expect, it } from 'vitest';
import { csvForm } from '../../src/report/csv.js';
import { findingsTableWriter } from '../../src/report/findings-table.js';
import { markdownForm } from '../../src/report/markdown.js';
import type { Outcome } from '../../src/report/outcome.js';
import { writeAll } from '../../src/report/writer.js';
import { emptyAnalysis, makeAnalysis, makeFinding } from '../fixtures/analysis.js';

const rules = [{ id: 'vague-example', title: '假事例' }];
const example = makeFinding('比如，有时学得不紧。', { suggestion: '写明时间和场合。' });
const missing = makeFinding('', {
  rule: 'missing-dimension',
  severity: 'error',
  message: '“带头乙”没有写问题。',
});
const failed = { file: '无.txt', error: { code: 'not-found', message: '找不到。' } };

const csv = (outcomes: readonly Outcome[]): string =>
  writeAll(findingsTableWriter({ ...csvForm, rules }), outcomes);

describe('findingsTableWriter', () => {
  it('has one row a finding, with its place and words', () => {
    expect(csv([{ analysis: makeAnalysis(), findings: [missing, example] }])).toBe(
      '\ufeff文件,级别,位置,规则,说明,原文,建议\r\n' +
        'demo.txt,错误,整篇,missing-dimension（missing-dimension）,“带头乙”没有写问题。,,\r\n' +
        'demo.txt,警告,第7行,假事例（vague-example）,“比如”后面没有可以核对的内容。,比如，有时学得不紧。,写明时间和场合。\r\n',
    );
  });

  it('names pages and paragraphs where the format has them', () => {
    const { document } = makeAnalysis();
    const analysis = makeAnalysis({
      document: { ...document, places: [{ start: 0, page: null, paragraph: 4 }] },
    });
    expect(csv([{ analysis, findings: [example] }])).toContain(',第4段,');
  });

  it('is never silently clean: what could not be read or understood has its row', () => {
    const rows = csv([failed, { analysis: emptyAnalysis('今天天气很好。'), findings: [] }]).split('\r\n');
    expect(rows[1]).toBe('无.txt,没有读出,,,找不到。,,');
    expect(rows[2]).toMatch(/^demo\.txt,警告,整篇,,没有认出/);
  });

  it('is a Markdown table as well, with nothing in it taken for Markdown', () => {
    const finding = { ...example, message: '写成了*|<b>。' };
    const text = writeAll(findingsTableWriter({ ...markdownForm, rules }), [
      { analysis: makeAnalysis(), findings: [finding] },
    ]);
    expect(text.split('\n')[1]).toMatch(/^\|( --- \|){7}$/);
    expect(text).toContain('写成了\\*\\|\\<b\\>。');
  });
});
