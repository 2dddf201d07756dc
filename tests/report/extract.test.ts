import { describe, expect, it } from 'vitest';
import { renderExtract } from '../../src/report/extract.js';
import { tableLines } from '../../src/report/table.js';
import { widthOf } from '../../src/report/width.js';
import { emptyAnalysis, makeAnalysis } from '../fixtures/analysis.js';

const options = { color: false, width: 100 };
const render = (analysis = makeAnalysis(), changes = {}) =>
  renderExtract([{ analysis, findings: [] }], { ...options, ...changes });
/** Without the line ends and blanks of the layout. */
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('renderExtract', () => {
  it('has a row for each problem with dimension, graded examples, causes, measures and links', () => {
    const rows = render().split(/^-----.*$/m);
    expect(rows[1]).toMatch(/^p1 +1 甲 +理论学习不深入 +\[空泛\] 比如/m);
    expect(squeezed(rows[1] ?? '')).toContain('c1放松了学习');
    expect(rows[1]).toContain('m1 加强学习');
    expect(rows[2]).toMatch(/^p2 +不明，或为/m);
    expect(rows[2]).toContain('[具体]');
    expect(rows[2]).toContain('（无）');
  });

  it('lists causes and measures with the problems they answer, and commitments', () => {
    const text = render();
    expect(text).toContain('c1  放松了学习 ← p1');
    expect(text).toContain('频次：每周不少于10小时（10小时/周）');
    expect(text).toContain('时限：6月底前\n');
    expect(text).toContain('m2  =多下基层 （没有对应的问题）');
  });

  it('gives the account of last year', () => {
    expect(render()).toContain('· 上年度：查摆12项，完成8项，未完成4项。');
    const [account] = makeAnalysis().rectification;
    const wrong = account ? [{ ...account, done: 9, consistent: false }] : [];
    expect(render(makeAnalysis({ rectification: wrong }))).toContain('完成9项，未完成4项，数字不相符。');
  });

  it('gives grounds and whole texts when asked', () => {
    expect(squeezed(render())).not.toContain('时间“5月”');
    expect(squeezed(render(undefined, { explain: true }))).toContain('时间“5月”');
    expect(squeezed(render(undefined, { explain: true }))).toContain('（学习、放松）');
    expect(squeezed(render(undefined, { explain: true }))).toContain('防汛）');
  });

  it('says when nothing was found', () => {
    expect(render(emptyAnalysis('你好'))).toContain('没有读出问题。');
    expect(render(emptyAnalysis('你好'))).toContain('没有认出问题、原因、措施等部分');
  });
});

describe('tableLines', () => {
  it('wraps cells to their columns and lines them up', () => {
    const lines = tableLines(
      [
        { title: '甲', width: 6 },
        { title: '乙', width: 8 },
      ],
      [['理论学习不深入', 'a\nb']],
    );
    expect(lines).toEqual([
      '甲      乙',
      '------  --------',
      '理论学  a',
      '习不深  b',
      '入',
      '------  --------',
    ]);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(16);
  });
});
