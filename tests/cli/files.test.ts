import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../src/cli/files.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-files-'));

beforeAll(() => {
  for (const name of [
    '甲/第2份.txt',
    '甲/第10份.txt',
    '甲/乙/深.md',
    '甲/表.xlsx',
    '甲/.隐藏.txt',
    '空/图.png',
    '[1].txt',
  ]) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '一');
  }
  symlinkSync(join(folder, '甲'), join(folder, '甲', '乙', '回头'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Names below the folder, or codes of what cannot be read. */
async function find(...args: readonly string[]): Promise<readonly string[]> {
  const { documents } = await findInputs(args.map((arg) => (arg === '-' ? arg : join(folder, arg))));
  return documents.map((found) => {
    if (typeof found !== 'string') return `${found.error.code} ${relative(folder, found.file)}`;
    return found === '-' ? found : relative(folder, found);
  });
}

describe('findInputs', () => {
  it('takes files as they are, whatever their ending, missing ones too', async () => {
    expect(await find('甲/表.xlsx', '没有.txt')).toEqual(['甲/表.xlsx', '没有.txt']);
  });

  it('takes all readable files below a folder, numbers in their order, links to folders not followed', async () => {
    expect(await find('甲')).toEqual(['甲/第2份.txt', '甲/第10份.txt', '甲/乙/深.md']);
    expect((await findInputs([join(folder, '甲')])).skipped).toEqual([join(folder, '甲/表.xlsx')]);
  });

  it('takes globs', async () => {
    expect(await find('甲/**/*.md')).toEqual(['甲/乙/深.md']);
    expect(await find('甲/*.{txt,xlsx}')).toEqual(['甲/表.xlsx', '甲/第2份.txt', '甲/第10份.txt']);
  });

  it('takes a name with brackets for a name when there is such a file', async () => {
    expect(await find('[1].txt')).toEqual(['[1].txt']);
  });

  it('takes each file once, in the order given, and standard input', async () => {
    expect(await find('甲/乙/深.md', '-', './甲/乙/深.md', '-')).toEqual(['甲/乙/深.md', '-']);
  });

  it('tells of a glob or folder without anything to read, and goes on', async () => {
    expect(await find('*.doc', '空', '甲/乙')).toEqual(['not-found *.doc', 'not-found 空', '甲/乙/深.md']);
  });
});
