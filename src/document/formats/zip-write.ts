import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.js';
import type { Zip, ZipEntry } from './zip.js';

/**
 * An archive with some entries changed or added. All others are copied as they are, byte for byte, in their order.
 *
 * @param changes name → new content
 * @param like entry whose time the new entries take, so that the same input gives the same bytes
 */
export function rewriteZip(zip: Zip, changes: ReadonlyMap<string, Uint8Array>, like: ZipEntry): Uint8Array {
  const { bytes, directoryAt } = zip;
  const pieces: Uint8Array[] = [];
  const records = new Map<ZipEntry, Uint8Array>();
  let at = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const ordered = [...zip.entries.values()].toSorted((a, b) => a.at - b.at);
  ordered.forEach((entry, i) => {
    const content = changes.get(entry.name);
    const offset = at;
    if (content === undefined) {
      put(bytes.subarray(entry.at, ordered[i + 1]?.at ?? directoryAt));
      records.set(entry, moved(entry.record, offset));
    } else {
      const { local, record } = pack(entry.name, content, entry, offset);
      put(local);
      records.set(entry, record);
    }
  });
  const added: Uint8Array[] = [];
  for (const [name, content] of changes) {
    if (zip.entries.has(name)) continue;
    const { local, record } = pack(name, content, like, at);
    put(local);
    added.push(record);
  }
  // The directory keeps its own order, which need not be that of the data.
  const directory = [
    ...[...zip.entries.values()].map((entry) => records.get(entry) ?? entry.record),
    ...added,
  ];
  const start = at;
  for (const record of directory) put(record);
  put(endRecord(directory.length, at - start, start));
  return Buffer.concat(pieces);
}

/** Names are in UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

function pack(
  name: string,
  content: Uint8Array,
  like: ZipEntry,
  at: number,
): { readonly local: Uint8Array; readonly record: Uint8Array } {
  const data = deflateRawSync(content);
  const nameBytes = Buffer.from(name, 'utf8');
  const times = Buffer.from(like.record.subarray(12, 16));
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(VERSION, 0);
  shared.writeUInt16LE(UTF8, 2);
  shared.writeUInt16LE(DEFLATED, 4);
  times.copy(shared, 6);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(nameBytes.length, 22);
  const behind = Buffer.alloc(14);
  behind.writeUInt32LE(at, 10);
  return {
    local: Buffer.concat([signature(0x04034b50), shared, nameBytes, data]),
    record: Buffer.concat([signature(0x02014b50), uint16(VERSION), shared, behind, nameBytes]),
  };
}

function moved(record: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(record);
  copy.writeUInt32LE(at, 42);
  return copy;
}

function endRecord(count: number, size: number, start: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

function signature(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
