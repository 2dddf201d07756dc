import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { looksBinary, recogniseForeign } from '../../src/document/foreign.js';
import { bytesOf, gb18030, marks } from './encode.js';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string): string => [...text].map((char) => `${char}\0`).join('');
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** The container with its directory and the beginning of the one stream. */
function oldWord(flags: number): Uint8Array {
  const bytes = Buffer.alloc(512 * 4);
  bytes.write(OLE, 'latin1');
  bytes.writeUInt16LE(9, 30);
  const entry = 512 * 2;
  bytes.write('WordDocument', entry, 'utf16le');
  bytes.writeUInt32LE(2, entry + 116);
  bytes.writeUInt16LE(0xa5ec, 512 * 3);
  bytes.writeUInt16LE(flags, 512 * 3 + 10);
  return bytes;
}

describe('files that are no text', () => {
  it.each<[string, Uint8Array, string, string]>([
    [
      'Word',
      latin('PK\x03\x04....[Content_Types].xml..word/document.xml'),
      'unsupported-format',
      'Word 文档（.docx）',
    ],
    [
      'Excel',
      latin('PK\x03\x04....[Content_Types].xml..xl/workbook.xml'),
      'unsupported-format',
      'Excel 表格（.xlsx）',
    ],
    ['PowerPoint', latin('PK\x03\x04....ppt/presentation.xml'), 'unsupported-format', '演示文稿（.pptx）'],
    [
      'OpenDocument',
      latin('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'),
      'unsupported-format',
      'OpenDocument 文档（.odt）',
    ],
    ['another archive', latin('PK\x03\x04....a.txt'), 'binary', '压缩包'],
    [
      'old Word',
      latin(`${OLE}....${wide('WordDocument')}`),
      'unsupported-format',
      'Word 或 WPS 文档（.doc、.wps）',
    ],
    ['old Excel', latin(`${OLE}....${wide('Workbook')}`), 'unsupported-format', 'Excel 表格（.xls）'],
    [
      'old PowerPoint',
      latin(`${OLE}....${wide('PowerPoint Document')}`),
      'unsupported-format',
      '演示文稿（.ppt）',
    ],
    ['old Word with a password', oldWord(0x0100), 'encrypted', '加了密码的 Word 或 WPS 文档'],
    ['old Word with other flags', oldWord(0x0200), 'unsupported-format', 'Word 或 WPS 文档（.doc、.wps）'],
    [
      'with a password',
      latin(`${OLE}....${wide('EncryptedPackage')}`),
      'encrypted',
      '加了密码的 Office 文档',
    ],
    ['PDF', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'unsupported-format', 'PDF 文件'],
    ['RTF', latin('{\\rtf1\\ansi\\ansicpg936'), 'unsupported-format', 'RTF 文件'],
    [
      'a saved web page',
      bytesOf('\ufeff\n<!DOCTYPE html><html>', 'utf-8'),
      'unsupported-format',
      '网页（HTML）',
    ],
    ['XML', latin('<?xml version="1.0"?><w:wordDocument/>'), 'unsupported-format', 'XML 文件'],
    ['PNG', latin('\x89PNG\r\n\x1a\n'), 'binary', 'PNG 图片'],
    ['JPEG', latin('\xff\xd8\xff\xe0'), 'binary', 'JPEG 图片'],
    ['gzip', latin('\x1f\x8b\x08\x00'), 'binary', '压缩包'],
  ])('%s', (_, bytes, code, name) => {
    expect(recogniseForeign(bytes)).toMatchObject({ code, name });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['UTF-8', bytesOf('PK了一场，BM和PDF都没有读。', 'utf-8')],
    ['GB18030', gb18030('对照检查材料')],
    ['GB18030 with mark', marks('gb18030', gb18030('对照检查材料'))],
    ['UTF-16', marks('utf-16le', bytesOf('对照检查材料', 'utf-16le'))],
    ['a tag in the middle', bytesOf('写明了 <html> 字样', 'utf-8')],
  ])('text is text: %s', (_, bytes) => {
    expect(recogniseForeign(bytes)).toBeNull();
  });
});

describe('content without a signature', () => {
  it('comments before no page at all cost no more than they are long', () => {
    // An expression that may take several comments for one tries 2^280 ways.
    expect(recogniseForeign(latin('<!---->'.repeat(280)))).toBeNull();
    expect(recogniseForeign(latin(`<!---->\n<!-- - -- > --><html>`))).toMatchObject({ format: 'html' });
  });

  it('compressed data look binary', () => {
    const data = deflateRawSync(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 7919) % 251)));
    expect(looksBinary(new TextDecoder('gb18030').decode(data))).toBe(true);
  });

  it.each(['', '对照检查材料\t一\r\n\f二', `学习\u0007不够，${'担当不够有力，'.repeat(5)}`])(
    'text does not: %j',
    (text) => {
      expect(looksBinary(text)).toBe(false);
    },
  );
});
