import { type Decoded, decode } from '../../decode.js';
import type { Encoding } from '../../document.js';

/** How much of a page browsers look at for its encoding. */
const HEAD = 1024;

/**
 * Decodes a page. What it says of its encoding is often not true of a saved copy, so the bytes are believed first;
 * Big5 alone cannot be told from the bytes.
 */
export function decodePage(bytes: Uint8Array, asked?: Encoding): Decoded {
  if (asked !== undefined) return decode(bytes, asked);
  const decoded = decode(bytes);
  if (decoded.encoding !== 'gb18030') return decoded;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString(
    'latin1',
  );
  return /<meta[^<>]+charset\s*=\s*["']?big5/i.test(head) ? decode(bytes, 'big5') : decoded;
}
