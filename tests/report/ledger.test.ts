import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/csv.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { makeAnalysis, makeDocument } from '../fixtures/analysis.js';

const outcome = { analysis: makeAnalysis(), findings: [] };
const failed = { file: '无.txt', error: { code: 'not-found', message: '找不到。' } };

/** Reads CSV back: cells with quotes, commas and line ends. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const HEADER = [
  '序号',
  '维度',
  '查摆问题',
  '具体表现/事例',
  '原因',
  '整改措施',
  '责任人',
  '责任部门',
  '完成时限',
  '进展/状态',
  '备注',
];
const FIRST = [
  '1',
  '带头甲',
  '理论学习不深入',
  '比如，有时学得不紧。',
  '究其原因，是自己放松了要求。\n放松了学习',
  '加强学习。每周不少于10小时，6月底前完成。',
  '〔待填〕',
  '〔待填〕',
  '6月底前',
  '〔待填〕',
  '原文第7行',
];

describe('renderCsv', () => {
  it('opens in Excel: byte order mark, line ends of Windows', () => {
    const csv = renderCsv([outcome]);
    expect(csv.startsWith('\ufeff序号,维度,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('has one row a problem in the columns of the ledger; what is not said is 〔待填〕', () => {
    const [header, first, second, ...rest] = parse(renderCsv([outcome]).slice(1));
    expect(header).toEqual(HEADER);
    expect(first).toEqual(FIRST);
    expect(second?.slice(1, 7)).toEqual([
      '〔待填〕',
      '调研不够',
      '再如，5月的防汛检查，我只看了4个点中的1个。',
      '〔待填〕',
      '〔待填〕',
      '〔待填〕',
    ]);
    expect(rest).toEqual([]);
  });

  it('names the file and counts on where there are several', () => {
    const rows = parse(renderCsv([outcome, failed, outcome]).slice(1));
    expect(rows.map((row) => [row[0], row[11]])).toEqual([
      ['序号', '来源文件'],
      ['1', 'demo.txt'],
      ['2', 'demo.txt'],
      ['3', 'demo.txt'],
      ['4', 'demo.txt'],
    ]);
  });

  it.each(['=1+1', '+86', '-甲', '@名', '＝甲', '\t=甲'])(
    'keeps a spreadsheet from reading %j as a formula',
    (words) => {
      const [problem] = makeAnalysis().problems;
      const problems = problem
        ? [{ ...problem, examples: [], title: { text: words, span: problem.title.span } }]
        : [];
      const [, row] = parse(renderCsv([{ analysis: makeAnalysis({ problems }), findings: [] }]).slice(1));
      expect(row?.[2]).toBe(`'${words.trim()}`);
    },
  );

  it('keeps quotes, commas and line ends inside a cell', () => {
    const document = makeDocument(undefined, '甲,"乙".txt');
    const rows = parse(renderCsv([{ analysis: makeAnalysis({ document }), findings: [] }, failed]).slice(1));
    expect(rows[1]?.[11]).toBe('甲,"乙".txt');
    expect(rows[1]?.[4]).toContain('\n');
  });
});

describe('renderMarkdown', () => {
  it('is a table of the ledger', () => {
    const lines = renderMarkdown([outcome]).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`| ${HEADER.join(' | ')} |`);
    expect(lines[1]).toMatch(/^\|( --- \|){11}$/);
    expect(lines[2]).toContain('究其原因，是自己放松了要求。<br>放松了学习');
  });

  it('takes nothing in the words for Markdown', () => {
    const document = makeDocument(undefined, '**镇|<b>_甲_&.txt');
    const text = renderMarkdown([{ analysis: makeAnalysis({ document }), findings: [] }, failed]);
    expect(text).toContain('| \\*\\*镇\\|\\<b\\>\\_甲\\_&amp;.txt |');
  });
});
