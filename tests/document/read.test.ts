import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../src/document/error.js';
import {
  formatOf,
  fromBytes,
  fromText,
  LARGEST,
  read,
  readFile,
  readStdin,
} from '../../src/document/read.js';
import { gb18030 } from './encode.js';
import { tables } from './reader.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function failure(work: () => unknown): Promise<DuizhaoError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DuizhaoError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a document', () => {
  it('from a string', () => {
    expect(fromText('一、问题\r\n学习不够。', { tables })).toMatchObject({
      file: '-',
      text: '一、问题\n学习不够。',
      encoding: 'utf-8',
      reading: {
        text: '一、问题\n学习不够。',
        paragraphs: [{ span: { start: 0, end: 4 } }, { span: { start: 5, end: 10 } }],
      },
      notices: [],
    });
  });

  it('from a file, which gives its name and format', async () => {
    const path = await file('草稿.md', gb18030('# 对照检查材料'));
    const document = await readFile(path, { tables });
    expect(document).toMatchObject({ file: path, encoding: 'gb18030', reading: { text: '对照检查材料' } });
    expect(await readFile(path, { tables, file: '草稿', format: 'text' })).toMatchObject({
      file: '草稿',
      reading: { text: '#对照检查材料' },
    });
  });

  it.skipIf(process.platform === 'win32')('from a pipe', async () => {
    const path = join(folder, '管道.txt');
    execFileSync('mkfifo', [path]);
    const [document] = await Promise.all([readFile(path, { tables }), writeFile(path, '一、学习')]);
    expect(document.text).toBe('一、学习');
  });

  it('from standard input, in pieces that part a character', async () => {
    const bytes = Buffer.from('对照检查材料');
    const stream = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
    expect(await readStdin({ tables }, stream)).toMatchObject({ file: '-', text: '对照检查材料' });
  });

  it('from any of these', async () => {
    const path = await file('一.txt', '学习不够。');
    expect((await read('学习不够。', { tables })).text).toBe('学习不够。');
    expect((await read(Buffer.from('学习不够。'), { tables })).text).toBe('学习不够。');
    expect((await read({ path }, { tables })).text).toBe('学习不够。');
  });

  it('in a forced encoding', async () => {
    const big5 = Uint8Array.of(0xb9, 0xef, 0xb7, 0xd3, 0xc0, 0xcb, 0xac, 0x64);
    expect(await fromBytes(big5, { tables, encoding: 'big5' })).toMatchObject({
      text: '對照檢查',
      encoding: 'big5',
    });
  });

  it.each([
    ['a.md', 'markdown'],
    ['A.MARKDOWN', 'markdown'],
    ['a.txt', 'text'],
    ['md', 'text'],
    ['-', 'text'],
  ])('%s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });
});

describe('notices', () => {
  it('an empty file is no error', async () => {
    expect((await fromBytes(new Uint8Array(), { tables })).notices).toEqual([
      { code: 'empty', message: '没有可读的文字。' },
    ]);
    expect(fromText(' \n\u3000\n', { tables }).notices).toMatchObject([{ code: 'empty' }]);
  });

  it('places that could not be decoded are counted', async () => {
    const bytes = new Uint8Array([...gb18030('整改措施还不够具体。'), 0xff]);
    expect((await fromBytes(bytes, { tables })).notices).toEqual([
      { code: 'decoding', message: '按 gb18030 解码，有 1 处无法识别，以“\ufffd”代替。' },
    ]);
  });
});

describe('errors name the file, what is wrong and what to do', () => {
  it('a missing file', async () => {
    const path = join(folder, '没有.txt');
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('not-found');
    expect(error.message).toBe(`${path}：找不到这个文件。请检查路径和文件名。`);
  });

  it('a folder', async () => {
    const path = join(folder, '文件夹');
    await mkdir(path);
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('is-directory');
    expect(error.message).toContain(`${path}：这是文件夹`);
  });

  it.skipIf(process.getuid?.() === 0)('a file without the right to read it', async () => {
    const path = await file('锁.txt', '学习不够。');
    await chmod(path, 0);
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('no-permission');
    expect(error.message).toContain(path);
  });

  it('a file that is too large is not even read', async () => {
    const path = await file('大.txt', '');
    await truncate(path, LARGEST + 1);
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('too-large');
    expect(error.message).toBe(`${path}：文件有 65 MB，超过上限 64 MB。请确认选对了文件，或分成几份。`);
  });

  it.skipIf(process.platform === 'win32')('a device without end', async () => {
    const error = await failure(() => readFile('/dev/zero', { tables }));
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('/dev/zero：文件有 65 MB');
  });

  it('a stream that is too large', async () => {
    const piece = Buffer.alloc(LARGEST / 2 + 1, 'a');
    expect((await failure(() => readStdin({ tables }, Readable.from([piece, piece])))).code).toBe(
      'too-large',
    );
  });

  it.each([
    ['学'.repeat(6_000_001), '正文有 601 万字，超过上限 600 万字'],
    ['学\n'.repeat(100_001), '正文有 11 万行，超过上限 10 万行'],
  ])('a text that no document is as long as (%#)', async (text, expected) => {
    const error = await failure(async () => fromText(text, { file: '长.txt', tables }));
    expect(error.code).toBe('too-large');
    expect(error.message).toBe(
      `长.txt：${expected}，不像一份对照检查材料。没有读，请确认选对了文件，或分成几份。`,
    );
  });

  it('but not blank lines, however many', () => {
    const { reading } = fromText(`${'\n'.repeat(100_001)}学`, { tables });
    expect(reading.text).toBe('学');
  });

  it('a damaged Word file, whatever its name', async () => {
    const path = await file('稿.txt', 'PK\x03\x04 word/document.xml');
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('damaged');
    expect(error.message).toBe(
      `${path}：文件已损坏（压缩目录找不到，文件可能没有传完）。请重新取得一份，或另存后再试。`,
    );
  });

  it('RTF', async () => {
    const path = await file('稿.txt', '{\\rtf1');
    const error = await failure(() => readFile(path, { tables }));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toBe(
      `${path}：不是纯文本，而是 RTF 文件。这一版读纯文本、Markdown、Word、WPS、PDF、ODT 和网页，请在 Word 或 WPS 里另存为 .docx 或纯文本（.txt）后再试。`,
    );
  });

  it('binary data', async () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 11);
    expect(await failure(() => fromBytes(bytes, { tables, file: 'a.bin' }))).toMatchObject({
      code: 'binary',
      message:
        'a.bin：不是纯文本，而是二进制数据。这一版读纯文本、Markdown、Word、WPS、PDF、ODT 和网页，请确认选对了文件。',
    });
  });

  it('a wrong forced encoding', async () => {
    const error = await failure(() =>
      fromBytes(gb18030('对照检查材料'), { tables, file: 'a.txt', encoding: 'utf-8' }),
    );
    expect(error.code).toBe('encoding');
    expect(error.message).toContain('a.txt：按 utf-8 解码');
  });
});
