import { posix } from 'node:path';
import { DuizhaoError } from '../../error.js';
import type { Span } from '../../span.js';
import type { Revisions } from '../extracted.js';
import { attribute, scanXml } from '../xml.js';
import { rewriteZip } from '../zip-write.js';
import { attributeOf, insertMarks, prefixOf } from './marks.js';
import { AUTHOR, cutOut, INITIALS, ownComments, withoutMarks } from './own-marks.js';
import { ADVICE, encodePart, openPackage, type Package, type Part, relationshipsOf } from './parts.js';
import { textOfPackage } from './read.js';

/** A comment on words of the text. */
export interface Comment {
  /** In units of `Document.text`; empty where the document as a whole is meant. */
  readonly span: Span;
  /** Paragraphs of the comment. */
  readonly says: readonly string[];
}

export interface CommentOptions {
  /** Name shown to people. */
  readonly file: string;
  readonly revisions: Revisions;
  /** The text that the spans point into; a file that reads otherwise was changed in between. */
  readonly text: string;
  /** Where comments on the document as a whole stand. */
  readonly title: Span;
}

/**
 * A copy of a Word file with comments on the very words. All parts but four are copied byte for byte; the document
 * part changes by the marks only. Comments that an earlier run wrote are replaced, those of others stay. The same
 * input gives the same bytes: comments bear no date.
 *
 * @throws DuizhaoError `unreadable` when the file was changed in between, and those of reading
 */
export function commentDocx(
  bytes: Uint8Array,
  comments: readonly Comment[],
  options: CommentOptions,
): Uint8Array {
  const { file, revisions, title } = options;
  const opened = openPackage(bytes, file);
  const existing = opened.related('comments');
  const own = existing ? ownComments(existing, file) : { stretches: [], ids: new Set<string>() };
  const main = { ...opened.main, xml: withoutMarks(opened.main, own.ids, file) };
  const { text, pieces } = textOfPackage({ ...opened, main }, revisions);
  if (text !== options.text) {
    throw new DuizhaoError('unreadable', `${file}：文件在检查期间被改动了，没有写批注。请再运行一次。`);
  }
  const others = existing && { ...existing, xml: cutOut(existing.xml, own.stretches) };
  const first = others ? highestId(others, file) + 1 : 0;
  const numbered = comments.map(({ span, says }, i) => ({
    id: first + i,
    says,
    span: span.start < span.end ? span : title,
  }));
  const changes = new Map<string, Uint8Array>();
  const put = (
    { entry, encoding }: Pick<Part, 'encoding'> & { entry: { name: string } },
    xml: string,
  ): void => {
    changes.set(entry.name, encodePart(xml, encoding));
  };
  put(main, insertMarks(main.xml, pieces, numbered));
  const write = (prefix: string, xml: string): string =>
    numbered.map(({ id, says }) => commentXml(id, says, prefix, xml)).join('');
  if (others)
    put(
      others,
      appended(others, file, (prefix) => write(prefix, others.xml)),
    );
  else if (numbered.length > 0) {
    const name = freeName(opened);
    const root = `<w:comments xmlns:w="${wordNamespace(main.xml)}">`;
    changes.set(name, encodePart(`${DECLARATION}${root}${write('w:', root)}</w:comments>`, 'utf-8'));
    register(opened, name, put, changes);
  }
  return rewriteZip(opened.zip, changes, opened.main.entry);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

function commentXml(id: number, says: readonly string[], prefix: string, xml: string): string {
  const own = (name: string, value: string): string => attributeOf(xml, prefix, name, value);
  const once =
    prefix === ''
      ? `${own('id', String(id))} w:author="${AUTHOR}" w:initials="${INITIALS}"`
      : own('id', String(id)) + own('author', AUTHOR) + own('initials', INITIALS);
  const paragraphs = says.map(
    (words) =>
      `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${escaped(words)}</${prefix}t></${prefix}r></${prefix}p>`,
  );
  return `<${prefix}comment${once}>${paragraphs.join('')}</${prefix}comment>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Controls have no place in XML, not even as entities. */
const escaped = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

function highestId({ xml, entry }: Part, file: string): number {
  let highest = -1;
  scanXml(xml, file, entry.name, {
    open: (tag) => {
      if (tag.local === 'comment') highest = Math.max(highest, Number(attribute(tag, 'id')) || 0);
    },
    close: () => {},
  });
  return highest;
}

/** The part with more at the end of its root element. */
function appended({ xml, entry }: Part, file: string, more: (prefix: string) => string): string {
  let root = { name: '', end: 0, empty: false };
  let depth = 0;
  scanXml(xml, file, entry.name, {
    open: (tag, _, end) => {
      if (depth++ === 0) root = { name: tag.name, end, empty: tag.isSelfClosing };
    },
    close: () => {
      depth--;
    },
  });
  const words = more(root.name.includes(':') ? `${root.name.split(':')[0]}:` : '');
  if (root.empty) return `${xml.slice(0, root.end - 2)}>${words}</${root.name}>${xml.slice(root.end)}`;
  const at = xml.lastIndexOf(`</${root.name}`);
  return xml.slice(0, at) + words + xml.slice(at);
}

function freeName({ part, main }: Package): string {
  const folder = posix.dirname(main.entry.name);
  for (let i = 0; ; i++) {
    const name = posix.join(folder, `comments${i === 0 ? '' : i}.xml`);
    if (part(name) === null) return name;
  }
}

/** Tells the package of the new part: what it is, and that the document refers to it. */
function register(
  { part, main, file }: Package,
  name: string,
  put: (part: Part, xml: string) => void,
  changes: Map<string, Uint8Array>,
): void {
  const types = part('[Content_Types].xml');
  if (!types) throw new DuizhaoError('damaged', `${file}：文件已损坏（没有 [Content_Types].xml）。${ADVICE}`);
  put(
    types,
    appended(
      types,
      file,
      (prefix) => `<${prefix}Override PartName="/${name}" ContentType="${CONTENT_TYPE}"/>`,
    ),
  );
  const strict = wordNamespace(main.xml).includes('purl.oclc.org');
  const type = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const target = posix.relative(posix.dirname(main.entry.name), name);
  const relationship = (prefix: string, id: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const relationships = part(relationshipsOf(main.entry.name));
  if (relationships) {
    let id = 'rIdDuizhao';
    while (relationships.xml.includes(`"${id}"`)) id += '1';
    put(
      relationships,
      appended(relationships, file, (prefix) => relationship(prefix, id)),
    );
  } else {
    const root = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
    const xml = `${DECLARATION}${root}${relationship('', 'rIdDuizhao')}</Relationships>`;
    changes.set(relationshipsOf(main.entry.name), encodePart(xml, 'utf-8'));
  }
}

/** Namespace of the document's own elements: transitional or strict. */
function wordNamespace(xml: string): string {
  const prefix = prefixOf(xml).slice(0, -1);
  const declaration = new RegExp(`\\bxmlns${prefix === '' ? '' : `:${prefix}`}=["']([^"']*)`);
  return declaration.exec(xml)?.[1] ?? '';
}
