import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/document/formats/crc32.js';

/** How one file of a test archive differs from an honest one. */
export interface Lies {
  /** Claimed in both headers. */
  readonly size?: number;
  /** Claimed in the local header only. */
  readonly localSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Not packed, and said so. */
  readonly stored?: boolean;
  /** Where the directory says that it begins. */
  readonly at?: number;
  readonly name?: string;
}

/** Builds an archive by hand, honest or not. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  lies: Readonly<Record<string, Lies>> = {},
): Buffer {
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(files)) {
    const content = Buffer.from(given);
    const own = lies[name] ?? {};
    const data = own.stored ? content : deflateRawSync(content);
    const header = (size: number): Buffer => {
      const fields = Buffer.alloc(26);
      fields.writeUInt16LE(20, 0);
      fields.writeUInt16LE(own.flags ?? 0x800, 2);
      fields.writeUInt16LE(own.method ?? (own.stored ? 0 : 8), 4);
      fields.writeUInt32LE(0x2a21_0000, 6);
      fields.writeUInt32LE(own.crc ?? crc32(content), 10);
      fields.writeUInt32LE(data.length, 14);
      fields.writeUInt32LE(size, 18);
      fields.writeUInt16LE(Buffer.byteLength(own.name ?? name), 22);
      return fields;
    };
    const size = own.size ?? content.length;
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      header(own.localSize ?? size),
      Buffer.from(own.name ?? name),
      data,
    ]);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(own.at ?? at, 10);
    records.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
        header(size),
        behind,
        Buffer.from(own.name ?? name),
      ]),
    );
    pieces.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}
