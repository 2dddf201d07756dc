/** Old Word files without LibreOffice; with it: see converted.test.ts. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../../../src/document/error.js';
import { readDoc } from '../../../../src/document/formats/doc/read.js';

const old = readFileSync('tests/fixtures/old.doc');
const file = '甲.doc';

describe('readDoc without LibreOffice', () => {
  it('reads the text, rows of tables and no others as rows, and tells that numbers are lost', async () => {
    const { format, text, paragraphs, notices } = await readDoc(old, { file }, null);
    expect(format).toBe('doc');
    expect(text.split('\n')).toEqual([
      '个人对照检查材料',
      '存在的问题',
      '1.\t学习不够深入。',
      '问题\t措施',
      '担当不够\t建立清单',
      '以上请批评指正。',
    ]);
    expect(paragraphs.map(({ row = false }) => row)).toEqual([false, false, false, true, true, false]);
    expect(notices).toMatchObject([{ message: expect.stringMatching(/没有安装 LibreOffice.*编号没有读到/) }]);
  });

  it('says so where LibreOffice is there but fails', async () => {
    const { text, notices } = await readDoc(old, { file }, process.execPath);
    expect(text).toContain('学习不够深入');
    expect(notices).toMatchObject([{ message: expect.stringContaining('LibreOffice 没能转换这份文件') }]);
  });

  it.each([
    ['cut off', old.subarray(0, 3000)],
    ['spoiled', Buffer.concat([old.subarray(0, 512), Buffer.alloc(4000, 7)])],
  ])('refuses a file that is %s', async (_, bytes) => {
    const failed = readDoc(bytes, { file }, null);
    await expect(failed).rejects.toThrow(DuizhaoError);
    await expect(failed).rejects.toThrow(/甲\.doc：.*读不了，可能已损坏/);
  });
});
