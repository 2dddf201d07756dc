import { createReadStream } from 'node:fs';
import { readFile as readBytes, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { type Decoded, decode, unify } from './decode.js';
import type { Document, Encoding, Notice } from './document.js';
import { DuizhaoError } from './error.js';
import { type Foreign, looksBinary, recogniseForeign, unknownBinary } from './foreign.js';
import { type Extracted, fitting, type Revisions } from './formats/extracted.js';
import { readerOf } from './formats/index.js';
import { countLines } from './lines.js';
import { type Format, makeReading } from './reading.js';
import type { Tables } from './tables.js';

export interface ReadOptions {
  /** Name shown to people; the path, or `-`, when absent. */
  readonly file?: string;
  /** Forces an encoding instead of telling it from the bytes. */
  readonly encoding?: Encoding;
  /** Told from the file's name when absent: `.md` and `.markdown` are Markdown, all others text. */
  readonly format?: Format;
  /** Which side of Word's tracked changes is read; `accepted` when absent. */
  readonly revisions?: Revisions;
  readonly tables: Tables;
}

/** Larger files are refused: even with pictures no document of the kind reaches 64 MiB. */
export const LARGEST = 64 * 1024 * 1024;
/**
 * Longer texts, or with more lines, are refused: six million characters are a thousand documents, and more than that
 * takes more memory than an office machine has. What is kept for a line weighs more than its characters.
 */
const MOST_CHARACTERS = 6_000_000;
const MOST_LINES = 100_000;

/**
 * A string as a document. Pure.
 *
 * @throws DuizhaoError `too-large`
 */
export function fromText(text: string, options: ReadOptions): Document {
  return fromDecoded(unify(text, 'utf-8'), options);
}

/**
 * The bytes of a file as a document, by what they hold and not by the file's name.
 *
 * @throws DuizhaoError `unsupported-format`, `binary`, `damaged`, `encrypted`, `no-text`, `encoding` (not in the
 *   forced one), `too-large`
 */
export async function fromBytes(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const file = options.file ?? '-';
  if (bytes.length > LARGEST) throw tooLarge(file, bytes.length);
  const foreign = recogniseForeign(bytes);
  if (foreign !== null) {
    const readFormat = await readerOf(foreign.format);
    if (readFormat === null) throw refused(file, foreign);
    return fromExtracted(await readFormat(bytes, { ...options, file }), { ...options, file });
  }
  const decoded = decode(bytes, options.encoding);
  if (looksBinary(decoded.text)) {
    if (options.encoding === undefined) throw refused(file, unknownBinary);
    throw new DuizhaoError(
      'encoding',
      `${file}：按 ${options.encoding} 解码，大部分内容无法识别。请去掉 --encoding 让程序自己判断，或换一种编码。`,
    );
  }
  return fromDecoded(decoded, options);
}

/**
 * Reads a file.
 *
 * @throws DuizhaoError `not-found`, `is-directory`, `no-permission`, `unreadable`, `too-large`, and those of
 *   {@link fromBytes}
 */
export async function readFile(path: string, options: ReadOptions): Promise<Document> {
  const file = options.file ?? path;
  let bytes: Uint8Array;
  try {
    const kind = await stat(path);
    if (kind.size > LARGEST) throw tooLarge(file, kind.size);
    // A pipe or a device does not tell its size, and may have no end.
    bytes =
      kind.isFile() || kind.isDirectory()
        ? await readBytes(path)
        : await readStream(createReadStream(path), file);
  } catch (error) {
    throw error instanceof DuizhaoError ? error : unreadable(file, error);
  }
  return fromBytes(bytes, { ...options, file, format: options.format ?? formatOf(path) });
}

/**
 * Reads standard input, or any stream, to its end.
 *
 * @throws DuizhaoError `too-large`, `unreadable`, and those of {@link fromBytes}
 */
export async function readStdin(options: ReadOptions, stream: Readable = process.stdin): Promise<Document> {
  const file = options.file ?? '-';
  let bytes: Uint8Array;
  try {
    bytes = await readStream(stream, file);
  } catch (error) {
    throw error instanceof DuizhaoError ? error : unreadable(file, error);
  }
  return fromBytes(bytes, { ...options, file });
}

/** @throws DuizhaoError `too-large` as soon as it is, and whatever reading throws */
async function readStream(stream: Readable, file: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > LARGEST) throw tooLarge(file, size);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** A string of text, the bytes of a file, or the path of one. */
export type Source = string | Uint8Array | { readonly path: string };

/** Reads whatever is given; see {@link fromText}, {@link fromBytes}, {@link readFile}. */
export async function read(source: Source, options: ReadOptions): Promise<Document> {
  if (typeof source === 'string') return fromText(source, options);
  return source instanceof Uint8Array ? fromBytes(source, options) : readFile(source.path, options);
}

/** The format that a file's name stands for. */
export function formatOf(path: string): Format {
  return /^\.(?:md|markdown|mkd|mdown)$/i.test(extname(path)) ? 'markdown' : 'text';
}

function fromDecoded({ text, encoding, replaced }: Decoded, options: ReadOptions): Document {
  const file = options.file ?? '-';
  const format = options.format ?? formatOf(file);
  refuseLong(file, text);
  const { reading, notices } = makeReading(text, { format, tables: options.tables });
  const decoding: readonly Notice[] =
    replaced === 0
      ? []
      : [{ code: 'decoding', message: `按 ${encoding} 解码，有 ${replaced} 处无法识别，以“\ufffd”代替。` }];
  return { file, text, encoding, format, reading, notices: [...decoding, ...notices] };
}

/** What the reader of a format gives, as a document. Pure. */
export function fromExtracted(
  { format, paragraphs, places, notices: told, ...extracted }: Extracted,
  { file = '-', tables }: ReadOptions,
): Document {
  const text = fitting(extracted.text);
  refuseLong(file, text);
  const { reading, notices } = makeReading(text, { paragraphs, tables });
  return { file, text, encoding: 'utf-8', format, reading, places, notices: [...told, ...notices] };
}

const refused = (file: string, { code, name, advice }: Foreign): DuizhaoError =>
  new DuizhaoError(code, `${file}：不是纯文本，而是${/^[A-Z]/.test(name) ? ' ' : ''}${name}。${advice}。`);

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const tooLarge = (file: string, size: number): DuizhaoError =>
  new DuizhaoError(
    'too-large',
    `${file}：文件有 ${megabytes(size)}，超过上限 ${megabytes(LARGEST)}。请确认选对了文件，或分成几份。`,
  );

function refuseLong(file: string, text: string): void {
  const lines = text.length > MOST_LINES ? countLines(text) : 0;
  if (text.length <= MOST_CHARACTERS && lines <= MOST_LINES) return;
  const [size, most] =
    lines > MOST_LINES
      ? [`${inTenThousands(lines)}行`, `${inTenThousands(MOST_LINES)}行`]
      : [`${inTenThousands(text.length)}字`, `${inTenThousands(MOST_CHARACTERS)}字`];
  throw new DuizhaoError(
    'too-large',
    `${file}：正文有 ${size}，超过上限 ${most}，不像一份对照检查材料。没有读，请确认选对了文件，或分成几份。`,
  );
}

const inTenThousands = (count: number): string => `${Math.ceil(count / 10_000)} 万`;

function unreadable(file: string, cause: unknown): DuizhaoError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const options = { cause };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new DuizhaoError('not-found', `${file}：找不到这个文件。请检查路径和文件名。`, options);
    case 'EACCES':
    case 'EPERM':
      return new DuizhaoError('no-permission', `${file}：没有读取权限。请检查文件的权限设置。`, options);
    case 'EISDIR':
      return new DuizhaoError('is-directory', `${file}：这是文件夹，不是文件。请给出其中的文件。`, options);
    default: {
      const what = cause instanceof Error ? cause.message : String(cause);
      return new DuizhaoError(
        'unreadable',
        `${file}：读取失败（${what}）。请检查文件是否完好、磁盘是否可用。`,
        options,
      );
    }
  }
}
