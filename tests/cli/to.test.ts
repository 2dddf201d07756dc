import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS, EXTRACT_FORMATS } from '../../src/cli/formats.js';
import { targetOf } from '../../src/cli/to.js';

describe('targetOf', () => {
  it.each([
    ['表.xlsx', 'xlsx'],
    ['表.XLSX', 'xlsx'],
    ['a.b/表.csv', 'csv'],
    ['表.markdown', 'markdown'],
    ['表.json', 'json'],
    ['表.jsonl', 'jsonl'],
    ['表.txt', 'terminal'],
  ])('chooses the format of %s', (to, name) => {
    expect(targetOf({ to }, EXTRACT_FORMATS)).toEqual({ name, format: EXTRACT_FORMATS[name], output: to });
  });

  it('takes the longest ending', () => {
    expect(targetOf({ to: '果.sarif.json' }, CHECK_FORMATS).format).toBe(CHECK_FORMATS.sarif);
    expect(targetOf({ to: '果.json' }, CHECK_FORMATS).format).toBe(CHECK_FORMATS.json);
  });

  it('goes by --format where it is given', () => {
    expect(targetOf({ to: '表.dat', format: 'csv' }, EXTRACT_FORMATS)).toEqual({
      name: 'csv',
      format: EXTRACT_FORMATS.csv,
      output: '表.dat',
    });
  });

  it('shows a report for people where nothing is asked for', () => {
    expect(targetOf({}, CHECK_FORMATS)).toEqual({
      name: 'terminal',
      format: CHECK_FORMATS.terminal,
      output: undefined,
    });
    expect(targetOf({ output: 'a.json' }, CHECK_FORMATS).format).toBe(CHECK_FORMATS.terminal);
  });

  it.each([
    [{ to: '表.pptx' }, /表\.pptx：不知道该写成什么格式.*\.json、.*\.xlsx/],
    [{ to: '表' }, /不知道/],
    [{ to: 'a.csv', output: 'b.csv' }, /只能用一个/],
    [{ format: 'xlsx' }, /--to 结果\.xlsx/],
  ])('refuses %j', (options, message) => {
    expect(() => targetOf(options, EXTRACT_FORMATS)).toThrow(message);
  });

  it('has no ending twice in one command', () => {
    for (const formats of [CHECK_FORMATS, EXTRACT_FORMATS]) {
      const endings = Object.values(formats).flatMap((format) => format.endings);
      expect(new Set(endings).size).toBe(endings.length);
    }
  });
});
