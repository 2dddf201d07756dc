import type { DocumentFormat } from './document.js';
import type { ErrorCode } from './error.js';

/** A kind of file that is not plain text. */
export interface Foreign {
  readonly code: Extract<ErrorCode, 'binary' | 'unsupported-format' | 'encrypted'>;
  /** The format, when there may be a reader for it: see `formats/index.ts`. */
  readonly format?: DocumentFormat;
  /** Chinese: what the file seems to be. */
  readonly name: string;
  /** Chinese: what to do about it. */
  readonly advice: string;
}

const READS = '这一版读纯文本、Markdown、Word、WPS、PDF、ODT 和网页';
const SAVE_AS_TEXT = `${READS}，请在 Word 或 WPS 里另存为 .docx 或纯文本（.txt）后再试`;
const REMOVE_PASSWORD = '请在 Word 或 WPS 里去掉密码后再试';
const COPY_AS_TEXT = `${READS}，请把正文复制出来，存为“纯文本（.txt）”后再试`;

/**
 * Recognises by content, never by name, files that hold no plain text: Word, PDF, archives, pictures,
 * rich text, web pages. Text in any encoding (UTF-16 included) gives `null`.
 */
export function recogniseForeign(bytes: Uint8Array): Foreign | null {
  for (const [signature, foreign] of SIGNATURES) {
    if (signature.every((byte, i) => byte === null || bytes[i] === byte)) return foreign(bytes);
  }
  return markup(bytes);
}

/**
 * Whether decoded text is no text: more than one unit in ten is a control character or could not be decoded
 * (NUL among them). Line ends, tabs and page breaks do not count. Looks at the first 64 Ki units.
 */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit < 32 && (unit < 9 || unit > 13) && unit !== 26) || unit === 0x7f || unit === 0xfffd) controls++;
  }
  return controls * 10 > length;
}

/** For content that is no text and has no signature known here. */
export const unknownBinary: Foreign = {
  code: 'binary',
  name: '二进制数据',
  advice: `${READS}，请确认选对了文件`,
};

type Bytes = readonly (number | null)[];
const bytesOf = (ascii: string): Bytes => [...ascii].map((char) => char.charCodeAt(0));
const fixed = (foreign: Foreign) => () => foreign;
const picture = (name: string) =>
  fixed({ code: 'binary', name, advice: '图片需先做文字识别（OCR），存为纯文本后再试' });

const SIGNATURES: readonly (readonly [Bytes, (bytes: Uint8Array) => Foreign])[] = [
  [bytesOf('PK\x03\x04'), zip],
  [bytesOf('PK\x05\x06'), zip],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], ole],
  [
    bytesOf('%PDF-'),
    fixed({ code: 'unsupported-format', format: 'pdf', name: 'PDF 文件', advice: COPY_AS_TEXT }),
  ],
  [bytesOf('{\\rtf'), fixed({ code: 'unsupported-format', name: 'RTF 文件', advice: SAVE_AS_TEXT })],
  [[0x89, ...bytesOf('PNG\r\n')], picture('PNG 图片')],
  [[0xff, 0xd8, 0xff], picture('JPEG 图片')],
  [bytesOf('GIF8'), picture('GIF 图片')],
  [bytesOf('II*\0'), picture('TIFF 图片')],
  [bytesOf('MM\0*'), picture('TIFF 图片')],
  [[...bytesOf('RIFF'), null, null, null, null, ...bytesOf('WEBP')], picture('WebP 图片')],
  [[...bytesOf('BM'), null, null, null, null, 0, 0, 0, 0], picture('BMP 图片')],
  [[0x1f, 0x8b, 8], archive],
  [bytesOf('Rar!\x1a'), archive],
  [[...bytesOf('7z'), 0xbc, 0xaf, 0x27, 0x1c], archive],
  [[0x7f, ...bytesOf('ELF')], fixed(unknownBinary)],
  [[...bytesOf('MZ'), null, 0, null, 0, null, 0], fixed(unknownBinary)],
];

function archive(): Foreign {
  return { code: 'binary', name: '压缩包', advice: `${READS}，请先解压` };
}

function zip(bytes: Uint8Array): Foreign {
  const office = (name: string, format?: DocumentFormat): Foreign => ({
    code: 'unsupported-format',
    name,
    ...(format ? { format } : {}),
    advice: SAVE_AS_TEXT,
  });
  if (holds(bytes, 'word/')) return office('Word 文档（.docx）', 'docx');
  if (holds(bytes, 'opendocument.text')) return office('OpenDocument 文档（.odt）', 'odt');
  if (holds(bytes, 'xl/')) return office('Excel 表格（.xlsx）');
  if (holds(bytes, 'ppt/')) return office('演示文稿（.pptx）');
  return archive();
}

/** Old Office files and encrypted new ones share one container; its directory is in UTF-16. */
function ole(bytes: Uint8Array): Foreign {
  if (holds(bytes, wide('EncryptedPackage'))) {
    return {
      code: 'encrypted',
      name: '加了密码的 Office 文档',
      advice: REMOVE_PASSWORD,
    };
  }
  if (holds(bytes, wide('Workbook'))) {
    return { code: 'unsupported-format', name: 'Excel 表格（.xls）', advice: SAVE_AS_TEXT };
  }
  if (holds(bytes, wide('PowerPoint Document'))) {
    return { code: 'unsupported-format', name: '演示文稿（.ppt）', advice: SAVE_AS_TEXT };
  }
  if (isEncryptedWord(bytes)) {
    return { code: 'encrypted', name: '加了密码的 Word 或 WPS 文档', advice: REMOVE_PASSWORD };
  }
  const name = 'Word 或 WPS 文档（.doc、.wps）';
  return { code: 'unsupported-format', format: 'doc', name, advice: SAVE_AS_TEXT };
}

/** Where a directory entry of the container tells the first sector of its stream. */
const FIRST_SECTOR = 116;
/** Of the stream `WordDocument`: how it begins, where its flags stand, and the one of a password. */
const WORD_STREAM = 0xa5ec;
const WORD_FLAGS = 10;
const WORD_ENCRYPTED = 0x0100;

function isEncryptedWord(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = buffer.indexOf(wide('WordDocument'), 0, 'latin1');
  if (entry < 0 || entry + FIRST_SECTOR + 4 > buffer.length) return false;
  const shift = buffer.readUInt16LE(30) === 12 ? 12 : 9;
  const start = (buffer.readUInt32LE(entry + FIRST_SECTOR) + 1) * 2 ** shift;
  if (start + WORD_FLAGS + 2 > buffer.length || buffer.readUInt16LE(start) !== WORD_STREAM) return false;
  return (buffer.readUInt16LE(start + WORD_FLAGS) & WORD_ENCRYPTED) !== 0;
}

const wide = (ascii: string): string => [...ascii].map((char) => `${char}\0`).join('');

function holds(bytes: Uint8Array, ascii: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ascii, 0, 'latin1');
}

/** Saved web pages and Word's XML are text to a decoder, but their tags would drown the words. */
function markup(bytes: Uint8Array): Foreign | null {
  // Without its NUL bytes UTF-16 of ASCII is ASCII.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (
    /^(?:\s*<\?xml[^<>]*>)?(?:\s|<!--(?:[^-]|-(?!->))*-->)*<(?:!doctype html|html|head|body)[\s>]/i.test(head)
  ) {
    return { code: 'unsupported-format', format: 'html', name: '网页（HTML）', advice: COPY_AS_TEXT };
  }
  if (/^\s*<\?xml\s/i.test(head)) {
    return { code: 'unsupported-format', name: 'XML 文件', advice: SAVE_AS_TEXT };
  }
  if (/^MIME-Version:/i.test(head)) {
    return { code: 'unsupported-format', name: '单文件网页（.mht）', advice: COPY_AS_TEXT };
  }
  return null;
}
