import { describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../../../src/document/error.js';
import { fromBytes } from '../../../../src/document/read.js';
import { tables } from '../../reader.js';
import { type Lies, zipOf } from '../zip-of.js';
import { documentXml, p, partsOf } from './word.js';

const honest = partsOf({ body: p('甲') });
const withDocument = (content: string | Uint8Array): Uint8Array =>
  zipOf({ ...honest, 'word/document.xml': content });
const lying = (lies: Lies): Uint8Array => zipOf(honest, { 'word/document.xml': lies });
const ole = (name: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(600),
  ]);

/** The data of one entry are the header and the data of the other. */
function overlapping(): Uint8Array {
  const inner = zipOf({ y: '一' });
  const local = inner.subarray(0, inner.indexOf('PK\x01\x02', 0, 'latin1'));
  const header = 30 + 'x'.length;
  return zipOf({ x: local, y: '一', ...honest }, { x: { stored: true }, y: { at: header } });
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await fromBytes(bytes, { tables, file: '甲.docx' });
  } catch (error) {
    if (error instanceof DuizhaoError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('nothing was thrown');
}

it('an honest file of this kind is read', async () => {
  expect(await fromBytes(zipOf(honest), { tables })).toMatchObject({ format: 'docx', text: '甲' });
});

it('a file with macros is read like any other', async () => {
  const macros = { ...honest, 'word/vbaProject.bin': 'x' };
  expect((await fromBytes(zipOf(macros), { tables })).text).toBe('甲');
});

describe('is refused, with the case named', () => {
  it.each<[string, () => Uint8Array, string, string]>([
    ['a bomb by its size', () => withDocument(Buffer.alloc(49 * 1024 * 1024, 32)), 'too-large', '超过上限'],
    [
      'a bomb by how well it packs',
      () => withDocument(documentXml(p('学习'.repeat(1_000_000)))),
      'too-large',
      '压缩炸弹',
    ],
    ['a bomb by claimed sizes', () => lying({ size: 0xf000_0000 }), 'too-large', '压缩炸弹'],
    ['a header that claims less than there is', () => lying({ size: 10 }), 'too-large', '比标明的大'],
    ['a header that claims more than there is', () => lying({ size: 5000 }), 'damaged', '校验不符'],
    ['headers that differ', () => lying({ localSize: 7 }), 'damaged', '压缩目录与内容不符'],
    ['a wrong checksum', () => lying({ crc: 1 }), 'damaged', '校验不符'],
    ['an unknown way to pack', () => lying({ method: 12 }), 'damaged', '压缩方式'],
    ['a password on the archive', () => lying({ flags: 1 }), 'encrypted', '密码'],
    ['an entry inside another', () => overlapping(), 'damaged', '互相重叠'],
    ['an entry beyond the end', () => lying({ at: 0x7fff_ffff }), 'damaged', '压缩目录与内容不符'],
    [
      'too many entries',
      () =>
        zipOf({ ...honest, ...Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, ''])) }),
      'too-large',
      '个文件',
    ],
    [
      'a document type',
      () =>
        withDocument(
          documentXml(p('&a;')).replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        ),
      'damaged',
      'DOCTYPE',
    ],
    ['an entity of its own', () => withDocument(documentXml(p('&a;'))), 'damaged', '不是合规的 XML'],
    [
      'elements 50,000 deep',
      () => withDocument(documentXml('<w:sdt>'.repeat(50_000))),
      'damaged',
      '嵌套超过 512 层',
    ],
    ['no well-formed XML', () => withDocument('<w:document><w:body>'), 'damaged', '不是合规的 XML'],
    ['words in no encoding', () => withDocument(Buffer.from([60, 97, 62, 0xff])), 'damaged', '编码有误'],
    ['truncated', () => zipOf(honest).subarray(0, 900), 'damaged', '没有传完'],
    ['no document in it', () => zipOf({ 'word/x.xml': '<a/>' }), 'unsupported-format', '里面没有正文'],
    ['a password', () => ole('EncryptedPackage'), 'encrypted', '加了密码'],
    ['an old .doc by another name', () => ole('WordDocument'), 'damaged', '另存为 .docx'],
  ])('%s', async (_, bytes, code, words) => {
    const says = await refusal(bytes());
    expect(says.startsWith(`${code} 甲.docx：`)).toBe(true);
    expect(says).toContain(words);
  });
});

it('an entry whose data another one shares is refused', async () => {
  const bytes = zipOf(
    { ...honest, 'word/x.xml': 'x', 'word/y.xml': 'x' },
    { 'word/y.xml': { name: 'word/x.xml' } },
  );
  expect(await refusal(bytes)).toContain('出现了两次');
});
