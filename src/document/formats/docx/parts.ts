import { isUtf8, transcode } from 'node:buffer';
import { posix } from 'node:path';
import { DuizhaoError } from '../../error.js';
import { attribute, scanXml } from '../xml.js';
import { openZip, type Zip, type ZipEntry } from '../zip.js';

/** A text part of the package. */
export interface Part {
  readonly entry: ZipEntry;
  /** A byte order mark included. */
  readonly xml: string;
  readonly encoding: PartEncoding;
}

type PartEncoding = 'utf-8' | 'utf-16le';

/** A Word file as a package of parts that refer to each other. */
export interface Package {
  readonly file: string;
  readonly zip: Zip;
  readonly main: Part;
  /** The part that the main part refers to as of this type: styles, numbering, comments … */
  readonly related: (type: string) => Part | null;
  readonly part: (name: string) => Part | null;
}

/**
 * Opens a Word file. Only the parts that are asked for are unpacked.
 *
 * @throws DuizhaoError `damaged`, `encrypted`, `too-large`, `unsupported-format`
 */
export function openPackage(bytes: Uint8Array, file: string): Package {
  const zip = openZip(bytes, file);
  // Names of parts do not depend on case.
  const byName = new Map([...zip.entries.values()].map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string): Part | null => {
    const entry = byName.get(name.toLowerCase());
    return entry ? decodePart(entry, zip.unpack(entry), file) : null;
  };
  const roots = part('_rels/.rels');
  const mainName = roots && relationships(roots, file, '').get('officeDocument');
  const main = mainName ? part(mainName) : null;
  if (!main) throw new DuizhaoError('unsupported-format', `${file}：不是 Word 文档，里面没有正文。${ADVICE}`);
  const own = part(relationshipsOf(main.entry.name));
  const targets = own ? relationships(own, file, posix.dirname(main.entry.name)) : new Map<string, string>();
  return {
    file,
    zip,
    main,
    part,
    related: (type) => {
      const target = targets.get(type);
      return target === undefined ? null : part(target);
    },
  };
}

export const ADVICE = '请在 Word 或 WPS 里打开，另存为 .docx 后再试。';

/** Name of the part that tells what another part refers to. */
export const relationshipsOf = (name: string): string =>
  posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);

/** The last word of each type, which transitional and strict files share, → name of the part. */
function relationships({ entry, xml }: Part, file: string, folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  scanXml(xml, file, entry.name, {
    open: (tag) => {
      if (tag.local !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const type = attribute(tag, 'Type')?.split('/').at(-1) ?? '';
      const target = attribute(tag, 'Target') ?? '';
      const name = target.startsWith('/') ? target : posix.join('/', folder, target);
      if (!found.has(type)) found.set(type, name.slice(1));
    },
    close: () => {},
  });
  return found;
}

function decodePart(entry: ZipEntry, bytes: Uint8Array, file: string): Part {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return { entry, xml: decodeExactly(bytes, encoding), encoding };
  } catch {
    throw new DuizhaoError('damaged', `${file}：文件已损坏（${entry.name} 的编码有误）。${ADVICE}`);
  }
}

/** Several times quicker than the decoder of the platform, for UTF-8. */
function decodeExactly(bytes: Uint8Array, encoding: PartEncoding): string {
  if (encoding === 'utf-8' && isUtf8(bytes)) return transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The bytes of a part whose text was changed. */
export const encodePart = (xml: string, encoding: PartEncoding): Uint8Array =>
  Buffer.from(xml, encoding === 'utf-8' ? 'utf8' : 'utf16le');
