import { inflateRawSync } from 'node:zlib';
import { DuizhaoError } from '../error.js';
import { crc32 } from './crc32.js';

/** One file of an archive, as the central directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins, where its data begin. */
  readonly at: number;
  readonly dataAt: number;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

/** An archive whose directory was checked. */
export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Where the central directory begins. */
  readonly directoryAt: number;
  /**
   * Unpacks one entry.
   *
   * @throws DuizhaoError `damaged`, `too-large`
   */
  readonly unpack: (entry: ZipEntry) => Uint8Array;
}

/** Most entries of an archive, and most bytes they may claim to hold together. */
const MOST_ENTRIES = 10_000;
const LARGEST_TOTAL = 1024 * 1024 * 1024;
/** Largest entry that is unpacked: some fifteen million characters. */
export const LARGEST_ENTRY = 48 * 1024 * 1024;
/**
 * A large entry that packs better than this was not written by a person: the documents of the corpus pack 3 to 5 times
 * as Word files, and repeated markup hardly ever 20 times.
 */
const BEST_PACKED = 50;
const LARGE_ENTRY = 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const RECORD_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const RECORD_LENGTH = 46;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
/** Sizes stand behind the data, not in the local header. */
const SIZES_BEHIND = 8;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive: reads the directory and refuses what honest programs do not write, before anything is
 * unpacked. Word writes neither ZIP64 nor several disks.
 *
 * @param file name shown to people
 * @throws DuizhaoError `damaged`, `encrypted`, `too-large`
 */
export function openZip(bytes: Uint8Array, file: string): Zip {
  const refuse = refusals(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw refuse.damaged('压缩目录找不到，文件可能没有传完');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const directoryAt = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw refuse.tooLarge(`里面有 ${count} 个文件，不像正常的文档`);
  if (directoryAt + size > end || size < count * RECORD_LENGTH) throw refuse.damaged('压缩目录有误');
  const entries = new Map<string, ZipEntry>();
  let at = directoryAt;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + RECORD_LENGTH > end || view.getUint32(at, true) !== RECORD_SIGNATURE)
      throw refuse.damaged('压缩目录有误');
    const entry = readRecord(bytes, view, at, directoryAt);
    if (entry === null) throw refuse.damaged('压缩目录与内容不符');
    if (entry === 'encrypted') throw refuse.encrypted();
    if (entries.has(entry.name)) throw refuse.damaged(`“${entry.name}”出现了两次`);
    total += entry.size;
    if (total > LARGEST_TOTAL) throw refuse.tooLarge('解压后的大小不正常，可能是压缩炸弹');
    entries.set(entry.name, entry);
    at += entry.record.length;
  }
  if (overlap([...entries.values()])) throw refuse.damaged('压缩目录里的文件互相重叠');
  return { bytes, entries, directoryAt, unpack: (entry) => unpack(bytes, entry, refuse) };
}

interface Refusals {
  readonly damaged: (what: string) => DuizhaoError;
  readonly tooLarge: (what: string) => DuizhaoError;
  readonly encrypted: () => DuizhaoError;
}

const refusals = (file: string): Refusals => ({
  damaged: (what) =>
    new DuizhaoError('damaged', `${file}：文件已损坏（${what}）。请重新取得一份，或另存后再试。`),
  tooLarge: (what) => new DuizhaoError('too-large', `${file}：${what}。没有读，请确认文件的来源。`),
  encrypted: () => new DuizhaoError('encrypted', `${file}：压缩包加了密码。请先去掉密码再试。`),
});

/** The end record stands last, behind it at most a comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return -1;
}

/** Null where the record and what it tells of do not fit together. */
function readRecord(
  bytes: Uint8Array,
  view: DataView,
  record: number,
  directoryAt: number,
): ZipEntry | 'encrypted' | null {
  const flags = view.getUint16(record + 8, true);
  const method = view.getUint16(record + 10, true);
  const crc = view.getUint32(record + 16, true);
  const packedSize = view.getUint32(record + 20, true);
  const size = view.getUint32(record + 24, true);
  const nameLength = view.getUint16(record + 28, true);
  const length =
    RECORD_LENGTH + nameLength + view.getUint16(record + 30, true) + view.getUint16(record + 32, true);
  const at = view.getUint32(record + 42, true);
  const end = record + length;
  if (end > bytes.length || at + LOCAL_LENGTH > directoryAt) return null;
  if ((flags & ENCRYPTED) !== 0) return 'encrypted';
  if (view.getUint32(at, true) !== LOCAL_SIGNATURE || view.getUint16(at + 8, true) !== method) return null;
  if ((flags & SIZES_BEHIND) === 0) {
    if (view.getUint32(at + 18, true) !== packedSize || view.getUint32(at + 22, true) !== size) return null;
  }
  const localNameLength = view.getUint16(at + 26, true);
  const dataAt = at + LOCAL_LENGTH + localNameLength + view.getUint16(at + 28, true);
  if (dataAt + packedSize > directoryAt) return null;
  const name = bytes.subarray(record + RECORD_LENGTH, record + RECORD_LENGTH + nameLength);
  const localName = bytes.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + localNameLength);
  if (Buffer.compare(name, localName) !== 0) return null;
  return {
    name: Buffer.from(name).toString('utf8'),
    method,
    crc,
    packedSize,
    size,
    at,
    dataAt,
    record: bytes.subarray(record, end),
  };
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = entries.toSorted((a, b) => a.at - b.at);
  return ordered.some(({ at }, i) => {
    const before = ordered[i - 1];
    return before !== undefined && before.dataAt + before.packedSize > at;
  });
}

function unpack(bytes: Uint8Array, entry: ZipEntry, refuse: Refusals): Uint8Array {
  const { name, method, size, packedSize, dataAt } = entry;
  if (size > LARGEST_ENTRY)
    throw refuse.tooLarge(`“${name}”解压后有 ${Math.ceil(size / 1024 / 1024)} MB，超过上限`);
  if (size > LARGE_ENTRY && size > BEST_PACKED * packedSize)
    throw refuse.tooLarge(`“${name}”解压后是压缩时的 ${Math.round(size / packedSize)} 倍，可能是压缩炸弹`);
  const data = bytes.subarray(dataAt, dataAt + packedSize);
  let unpacked: Uint8Array;
  if (method === STORED) unpacked = data;
  else if (method === DEFLATED) {
    try {
      unpacked = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    } catch (error) {
      const lies = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw lies
        ? refuse.tooLarge(`“${name}”解压后比标明的大，可能是压缩炸弹`)
        : refuse.damaged(`“${name}”解压不了`);
    }
  } else throw refuse.damaged(`“${name}”的压缩方式无法识别`);
  if (unpacked.length !== size || crc32(unpacked) !== entry.crc) throw refuse.damaged(`“${name}”校验不符`);
  return unpacked;
}
