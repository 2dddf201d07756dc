import { readXlsx, type Sheet } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/report/outcome.js';
import { xlsxWriter } from '../../src/report/xlsx.js';
import { makeAnalysis, makeDocument, makeFinding } from '../fixtures/analysis.js';

const outcome = { analysis: makeAnalysis(), findings: [] };
const failed = { file: '无.txt', error: { code: 'not-found', message: '无.txt：找不到。' } };

async function write(outcomes: readonly Outcome[]): Promise<Uint8Array> {
  const writer = xlsxWriter({ several: outcomes.length > 1 });
  for (const [place, one] of outcomes.entries()) writer.take(writer.part(one, place));
  const bytes = await writer.bytes();
  if (!bytes) throw new Error('nothing was written');
  return bytes;
}

async function read(outcomes: readonly Outcome[]): Promise<readonly Sheet[]> {
  return (await readXlsx(await write(outcomes), { readStyles: true })).sheets;
}

function sheet(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

describe('xlsxWriter', () => {
  it('has the four lists; with several documents also the summary', async () => {
    const names = ['整改台账', '问题清单', '措施清单', '上年度整改'];
    expect((await read([outcome])).map(({ name }) => name)).toEqual(names);
    expect((await read([outcome, outcome])).map(({ name }) => name)).toEqual([...names, '汇总']);
  });

  it('gives the ledger a row a problem; what the document does not say is 〔待填〕', async () => {
    const [header, first, second, ...rest] = sheet(await read([outcome]), '整改台账').rows;
    expect(header).toEqual([
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
    ]);
    expect(first).toEqual([
      1,
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
    ]);
    expect(second?.slice(0, 3)).toEqual([2, '〔待填〕', '调研不够']);
    expect(rest).toEqual([]);
  });

  it('freezes and filters the header, wraps the words, offers the states, marks what is to be filled in', async () => {
    const ledger = sheet(await read([outcome]), '整改台账');
    expect(ledger.freezePane).toMatchObject({ rows: 1 });
    expect(ledger.autoFilter?.range).toBe('A1:K3');
    expect(ledger.cells?.get('1,3')?.style?.alignment?.wrapText).toBe(true);
    expect(ledger.dataValidations).toMatchObject([
      { type: 'list', range: 'J2:J3', values: ['未开始', '推进中', '已完成', '长期坚持'] },
    ]);
    expect(ledger.conditionalRules).toMatchObject([{ range: 'A2:K3', formula: 'A2="〔待填〕"' }]);
  });

  it('says of each problem what it lacks', async () => {
    const rows = sheet(await read([outcome]), '问题清单').rows.slice(1);
    expect(rows.map((row) => [row[0], row[3], row[4], row[5], row[8], row[9]])).toEqual([
      [1, 1, 0, 1, '事例空泛', '第7行'],
      [2, 1, 1, 0, '没有原因、没有措施', '第8行'],
    ]);
  });

  it('lists measures with their promises and the problems they answer', async () => {
    const rows = sheet(await read([outcome]), '措施清单').rows.slice(1);
    expect(rows).toEqual([
      [
        1,
        '加强学习。每周不少于10小时，6月底前完成。',
        '1 理论学习不深入',
        '〔待填〕',
        '6月底前',
        '每周不少于10小时',
        '',
        '',
        '〔待填〕',
        '第13行',
      ],
      [2, '=多下基层。', '无', '〔待填〕', '〔待填〕', '', '', '', '〔待填〕', '第14行'],
    ]);
  });

  it('gives last year’s account with its figures', async () => {
    expect(sheet(await read([outcome]), '上年度整改').rows.slice(1)).toEqual([
      [1, '上年度', '', 12, 8, 4, '', '相符', '上年度查摆12项问题，完成8项，剩余4项。', '第4行'],
    ]);
  });

  it('numbers on over several documents and names the file of each row', async () => {
    const sheets = await read([outcome, failed, outcome]);
    expect(sheet(sheets, '整改台账').rows.map((row) => [row[0], row[11]])).toEqual([
      ['序号', '来源文件'],
      [1, 'demo.txt'],
      [2, 'demo.txt'],
      [3, 'demo.txt'],
      [4, 'demo.txt'],
    ]);
    expect(sheet(sheets, '措施清单').rows.map((row) => row[2])).toEqual([
      '对应的问题',
      '1 理论学习不深入',
      '无',
      '3 理论学习不深入',
      '无',
    ]);
  });

  it('ranks documents, the worst first, and what could not be read before all', async () => {
    const named = (file: string, severities: readonly ('error' | 'warning')[]) => ({
      analysis: makeAnalysis({ document: makeDocument(undefined, file) }),
      findings: severities.map((severity) => makeFinding('', { severity })),
    });
    const rows = sheet(
      await read([
        named('甲', []),
        named('乙', ['warning', 'warning']),
        failed,
        named('丙', ['error']),
        named('丁', []),
      ]),
      '汇总',
    ).rows.slice(1);
    expect(rows.map((row) => [row[0], row[1], row[6], row[7]])).toEqual([
      [1, '无.txt', '', ''],
      [2, '丙', 1, 0],
      [3, '乙', 0, 2],
      [4, '甲', 0, 0],
      [5, '丁', 0, 0],
    ]);
    expect(rows[0]?.[15]).toContain('找不到');
    expect(rows[1]?.[9]).toBe('乙');
  });

  it.each(['=1+1', '+86', '-甲', '@名', '＝甲'])(
    'keeps %j text, also when it is entered again',
    async (words) => {
      const [problem] = makeAnalysis().problems;
      const problems = problem ? [{ ...problem, title: { text: words, span: problem.title.span } }] : [];
      const ledger = sheet(await read([{ analysis: makeAnalysis({ problems }), findings: [] }]), '整改台账');
      const cell = ledger.cells?.get('1,2');
      expect(cell?.value).toBe(words);
      expect(cell?.formula).toBeUndefined();
      expect(cell?.style?.numFmt).toBe('@');
    },
  );

  it('cuts what is too long for a cell', async () => {
    const [problem] = makeAnalysis().problems;
    const title = { text: '长'.repeat(50_000), span: { start: 0, end: 1 } };
    const problems = problem ? [{ ...problem, title }] : [];
    const ledger = sheet(await read([{ analysis: makeAnalysis({ problems }), findings: [] }]), '整改台账');
    expect(String(ledger.rows[1]?.[2])).toHaveLength(32_767);
  });

  it('gives the same bytes for the same documents', async () => {
    const bytes = await write([outcome, failed]);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(Buffer.compare(await write([outcome, failed]), bytes)).toBe(0);
    vi.useRealTimers();
  });

  it('is nothing when no document could be read', async () => {
    const writer = xlsxWriter({ several: false });
    writer.take(writer.part(failed, 0));
    expect(await writer.bytes()).toBeNull();
  });
});
