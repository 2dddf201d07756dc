import type { Encoding } from './document.js';
import { stringOf } from './units.js';

/** Text as the reader sees it, and how it was got. */
export interface Decoded {
  /** Line ends are `\n`, no byte order mark, no lone surrogates, no NUL. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Places that could not be decoded and stand as U+FFFD. */
  readonly replaced: number;
}

/**
 * Bytes → text. The encoding is told by, in this order: byte order mark, UTF-16 without mark, strict UTF-8,
 * UTF-8 with a little damage, strict GB18030, lossy GB18030. Big5 cannot be told from GB18030 and has to be
 * asked for.
 *
 * @param encoding forces an encoding; what does not fit is replaced and counted
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const mark = byteOrderMark(bytes);
  const chosen = encoding ?? mark?.encoding;
  if (chosen !== undefined) {
    return lossy(mark?.encoding === chosen ? bytes.subarray(mark.length) : bytes, chosen);
  }
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 === null || utf8.includes('\0')) {
    const utf16 = utf16WithoutMark(bytes);
    if (utf16 !== null) return lossy(bytes, utf16);
  }
  if (utf8 !== null) return unify(utf8, 'utf-8');
  const damaged = lossy(bytes, 'utf-8');
  if (count(damaged.text, HAN) >= 10 * damaged.replaced) return damaged;
  const gb = strict(bytes, 'gb18030');
  return gb === null ? lossy(bytes, 'gb18030') : unify(gb, 'gb18030');
}

/**
 * Makes any string fit to be `Document.text`. Every kind of line end becomes `\n`: CR LF, CR, NEL, LS, PS and
 * vertical tab (Word's soft break). A form feed stays: editors do not count it as a line end, and it tells
 * where a page ended. Lone surrogates and NUL become U+FFFD, because native segmenters cannot take them.
 */
export function unify(raw: string, encoding: Encoding): Decoded {
  if (!UNUSUAL.test(raw)) return { text: raw, encoding, replaced: 0 };
  const units = new Uint16Array(raw.length);
  let length = 0;
  let replaced = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (LINE_ENDS.has(unit)) {
      units[length++] = LF;
      if (unit === CR && raw.charCodeAt(i + 1) === LF) i++;
    } else if (unit >= 0xd800 && unit < 0xdc00 && isTrailing(raw.charCodeAt(i + 1))) {
      units[length++] = unit;
      units[length++] = raw.charCodeAt(++i);
    } else if (unit === 0 || (unit >= 0xd800 && unit < 0xe000)) {
      units[length++] = REPLACEMENT;
      replaced++;
    } else {
      units[length++] = unit;
    }
  }
  return { text: stringOf(units, length), encoding, replaced };
}

const LF = 10;
const CR = 13;
const REPLACEMENT = 0xfffd;
const LINE_ENDS = new Set([11, CR, 0x85, 0x2028, 0x2029]);
const UNUSUAL = /[\0\v\r\u0085\u2028\u2029\ud800-\udfff]/;
const isTrailing = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
const HAN = /[\u4e00-\u9fff]/g;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, length: mark.length };
  }
  return null;
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lossy(bytes: Uint8Array, encoding: Encoding): Decoded {
  const exact = strict(bytes, encoding);
  if (exact !== null) return unify(exact, encoding);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const decoded = unify(text, encoding);
  return { ...decoded, replaced: decoded.replaced + count(text, /\ufffd/g) };
}

function count(text: string, what: RegExp): number {
  let n = 0;
  for (const _ of text.matchAll(what)) n++;
  return n;
}

/**
 * UTF-16 by what its units would be: nearly all Han, Chinese punctuation or ASCII in one byte order, and
 * clearly fewer in the other. Looked at only when the bytes are no clean UTF-8, since ASCII taken in pairs
 * looks like Han.
 */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const length = Math.min(bytes.length, 16_384);
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (likely(first | (second << 8))) little++;
    if (likely((first << 8) | second)) big++;
  }
  const units = length / 2;
  if (little >= 0.95 * units && big < 0.8 * units) return 'utf-16le';
  if (big >= 0.95 * units && little < 0.8 * units) return 'utf-16be';
  return null;
}

const likely = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x3000 && unit < 0x3030) ||
  (unit >= 0xff00 && unit < 0xff60) ||
  (unit >= 0x2010 && unit < 0x2030) ||
  unit === 10 ||
  unit === 13 ||
  unit === 9;
