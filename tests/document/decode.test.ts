import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, unify } from '../../src/document/decode.js';
import type { Encoding } from '../../src/document/document.js';
import { bytesOf, gb18030, marks } from './encode.js';

const text = '一、存在的主要问题\n（一）学习不够深入，“两张皮”现象仍在。\n2021年查摆问题12项。\n';

describe('the encoding is told from the bytes', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', bytesOf(text, 'utf-8'), 'utf-8'],
    ['UTF-8 with mark', marks('utf-8', bytesOf(text, 'utf-8')), 'utf-8'],
    ['UTF-16LE with mark', marks('utf-16le', bytesOf(text, 'utf-16le')), 'utf-16le'],
    ['UTF-16BE with mark', marks('utf-16be', bytesOf(text, 'utf-16be')), 'utf-16be'],
    ['UTF-16LE', bytesOf(text, 'utf-16le'), 'utf-16le'],
    ['UTF-16BE', bytesOf(text, 'utf-16be'), 'utf-16be'],
    ['GB18030', gb18030(text), 'gb18030'],
    ['GB18030 with mark', marks('gb18030', gb18030(text)), 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding, replaced: 0 });
  });

  it('GBK that other detectors take for Shift_JIS', () => {
    expect(decode(gb18030('审计意见'))).toEqual({ text: '审计意见', encoding: 'gb18030', replaced: 0 });
  });

  it('ASCII is UTF-8, though in pairs it looks like Han', () => {
    expect(decode(bytesOf('Bush hid the facts', 'utf-8')).encoding).toBe('utf-8');
  });

  it('plain ASCII in UTF-16 is seen by its zero bytes', () => {
    expect(decode(bytesOf('2021-12-30 10:20', 'utf-16le'))).toMatchObject({
      text: '2021-12-30 10:20',
      encoding: 'utf-16le',
    });
  });

  it('no bytes are no text', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', replaced: 0 });
  });
});

describe('damage', () => {
  it('UTF-8 cut inside a character stays UTF-8', () => {
    const bytes = bytesOf(text.trimEnd(), 'utf-8');
    expect(decode(bytes.subarray(0, bytes.length - 1))).toEqual({
      text: `${text.trimEnd().slice(0, -1)}\ufffd`,
      encoding: 'utf-8',
      replaced: 1,
    });
  });

  it('GB18030 with one bad byte is read with the place counted', () => {
    const bytes = new Uint8Array([...gb18030('整改措施。'), 0xff, ...gb18030('\n努力方向。')]);
    expect(decode(bytes)).toEqual({ text: '整改措施。\ufffd\n努力方向。', encoding: 'gb18030', replaced: 1 });
  });

  it('a forced encoding is obeyed, what does not fit is counted', () => {
    const { encoding, replaced } = decode(gb18030(text), 'utf-8');
    expect(encoding).toBe('utf-8');
    expect(replaced).toBeGreaterThan(20);
  });

  it('Big5 has to be asked for', () => {
    // 對照檢查 in Big5.
    const bytes = Uint8Array.of(0xb9, 0xef, 0xb7, 0xd3, 0xc0, 0xcb, 0xac, 0x64);
    expect(decode(bytes, 'big5')).toEqual({ text: '對照檢查', encoding: 'big5', replaced: 0 });
    expect(decode(bytes).encoding).not.toBe('big5');
  });
});

describe('the text is made uniform', () => {
  it.each([
    ['CR LF', '一\r\n二'],
    ['CR', '一\r二'],
    ['next line', '一\u0085二'],
    ['line separator', '一\u2028二'],
    ['paragraph separator', '一\u2029二'],
    ['vertical tab', '一\v二'],
  ])('%s becomes a line end', (_, raw) => {
    expect(unify(raw, 'utf-8').text).toBe('一\n二');
  });

  it('a form feed stays: it is no line end', () => {
    expect(unify('一\f二', 'utf-8').text).toBe('一\f二');
  });

  it('lone surrogates and NUL become U+FFFD of the same length, pairs stay', () => {
    expect(unify('甲\ud800乙\udc00丙\0丁𠮷', 'utf-8')).toEqual({
      text: '甲\ufffd乙\ufffd丙\ufffd丁𠮷',
      encoding: 'utf-8',
      replaced: 3,
    });
  });
});

describe('properties', () => {
  it('what is encoded is decoded again', () => {
    const line = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(line, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (raw, encoding) => {
        const { text: expected } = unify(raw, encoding);
        expect(decode(marks(encoding, bytesOf(expected, encoding))).text).toBe(expected);
      }),
    );
  });

  it('any bytes give text without lone surrogates, NUL or carriage returns', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decode(bytes).text).not.toMatch(/[\0\r\p{Surrogate}]/u);
      }),
    );
  });
});
