import type { Encoding } from '../../src/document/document.js';

/** Text in an encoding, without byte order mark. */
export function bytesOf(text: string, encoding: Exclude<Encoding, 'gb18030' | 'big5'>): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
}

const MARKS: Readonly<Record<Exclude<Encoding, 'big5'>, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/** With the byte order mark of an encoding in front. */
export const marks = (encoding: Exclude<Encoding, 'big5'>, bytes: Uint8Array): Uint8Array =>
  new Uint8Array([...MARKS[encoding], ...bytes]);

/** Text in GB18030; characters of the Basic Multilingual Plane only. */
export function gb18030(text: string): Uint8Array {
  return new Uint8Array(
    [...text].flatMap((char) => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
      const bytes = CODES.get(char);
      if (bytes === undefined) throw new RangeError(`${char} is beyond this encoder`);
      return bytes;
    }),
  );
}

/** Node has no encoder: all sequences of two and four bytes, decoded once. */
const CODES: ReadonlyMap<string, readonly number[]> = (() => {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if (char.length === 1 && char !== '\ufffd') codes.set(char, bytes);
  };
  for (let code = 0; code < 39_420; code++) {
    const rest = Math.floor(code / 10);
    add(
      0x81 + Math.floor(rest / 1260),
      0x30 + (Math.floor(rest / 126) % 10),
      0x81 + (rest % 126),
      0x30 + (code % 10),
    );
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(lead, trail);
  }
  return codes;
})();
