import * as zlib from 'node:zlib';

/** CRC-32 as ZIP has it; older versions of Node have none of their own. */
export const crc32: (bytes: Uint8Array) => number =
  'crc32' in zlib && typeof zlib.crc32 === 'function' ? (bytes) => Number(zlib.crc32(bytes)) : ownCrc32;

export function ownCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
