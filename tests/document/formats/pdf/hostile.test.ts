import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../../../src/document/error.js';
import { fromBytes } from '../../../../src/document/read.js';
import { tables } from '../../reader.js';
import { drawn, onePage, pdfOf } from './pdf-of.js';

const open = (bytes: Uint8Array) => fromBytes(bytes, { tables, file: '甲.pdf' });

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await open(bytes)).text;
  } catch (error) {
    if (error instanceof DuizhaoError) return `${error.code} ${error.message}`;
    throw error;
  }
}

const FULL = '理论学习不深入不系统满足于一知半解没有真正学懂弄通做实';
const LINES = ['个人对照检查材料', '一、存在的主要问题', FULL, FULL, FULL, FULL, '完。'];
const TEXT = `个人对照检查材料\n一、存在的主要问题\n${FULL.repeat(4)}完。`;
const honest = pdfOf(onePage(['<<>>', drawn(...LINES)]));

it('Chinese fonts that are not in the file are read by the tables of the package', async () => {
  expect(await outcome(honest)).toBe(TEXT);
});

describe('is refused, with the case named', () => {
  const bomb = deflateSync(Buffer.alloc(400 * 1024 * 1024, 'q Q '));
  const ENCRYPTED = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<00><00>]`;
  it.each<[string, () => Uint8Array, string, string]>([
    [
      'a scan',
      () =>
        pdfOf(
          onePage(['<<>>', 'q 500 0 0 700 40 40 cm /X1 Do Q'], {
            8: [
              '<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8>>',
              new Uint8Array(64),
            ],
          }),
        ),
      'no-text',
      '需先做文字识别',
    ],
    ['a page without anything', () => pdfOf(onePage(['<<>>', ''])), 'no-text', '扫描件'],
    ['a password', () => pdfOf(onePage(['<<>>', drawn(...LINES)]), ENCRYPTED), 'encrypted', '加了密码'],
    ['the head of a file', () => honest.subarray(0, 300), 'damaged', '没有传完'],
    ['nothing behind the signature', () => Buffer.from('%PDF-1.7\n'), 'damaged', '没有传完'],
    ['no pages', () => pdfOf({ 1: '<</Type/Catalog>>' }), 'damaged', 'PDF 文件已损坏'],
    [
      'more pages than any document has',
      () =>
        pdfOf({
          1: '<</Type/Catalog/Pages 2 0 R>>',
          2: `<</Type/Pages/Count 501/Kids[${'3 0 R '.repeat(501)}]>>`,
          3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
        }),
      'too-large',
      '太大',
    ],
    ['a bomb', () => pdfOf(onePage(['<</Filter/FlateDecode>>', bomb])), 'too-large', '上限'],
  ])('%s', async (_, bytes, code, words) => {
    const says = await outcome(bytes());
    expect(says.startsWith(`${code} 甲.pdf：`), says).toBe(true);
    expect(says).toContain(words);
  });
});

describe('is read, or refused by name, and comes to an end', () => {
  const self = [
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 8 0 R>>>>>>',
    '/X1 Do /X1 Do',
  ] as const;
  it.each<[string, Uint8Array]>([
    ['a form that draws itself', pdfOf(onePage(['<<>>', `${drawn('甲乙')} /X1 Do`], { 8: self }))],
    [
      'a page that is its own parent',
      pdfOf({ ...onePage(['<<>>', drawn('甲乙')]), 2: '<</Type/Pages/Kids[2 0 R]/Count 1>>' }),
    ],
    ['arrays in arrays', pdfOf(onePage(['<<>>', `${'['.repeat(100_000)} ${drawn('甲乙')}`]))],
    ['a font that is none', pdfOf({ ...onePage(['<<>>', drawn('甲乙')]), 5: '<</Type/Font>>' })],
    ...[0.3, 0.5, 0.7, 0.9, 0.99].map((share): [string, Uint8Array] => [
      `cut at ${share}`,
      honest.subarray(0, honest.length * share),
    ]),
  ])('%s', async (_, bytes) => {
    expect(await outcome(bytes)).toMatch(
      /^(?:甲乙|个人对照检查材料\n|(?:damaged|no-text|too-large) 甲\.pdf：)/,
    );
  });
});
