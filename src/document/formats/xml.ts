import { DuizhaoError } from '../error.js';
import { Names, type XmlName } from './xml-names.js';

/** An element as it opens or closes. */
export interface XmlTag extends XmlName {
  /** Names as written, prefix included, each followed by its value. */
  readonly attributes: readonly string[];
  readonly isSelfClosing: boolean;
}

/** What a scan calls; positions in units of the scanned string. */
export interface XmlHandler {
  /** @param start of the `<`; @param end behind the `>` */
  readonly open: (tag: XmlTag, start: number, end: number) => void;
  /** @param end behind the `>` */
  readonly close: (tag: XmlTag, end: number) => void;
  /** Text with entities resolved. @param exact whether [start, end) is its source, without CDATA and the like */
  readonly text?: (text: string, start: number, end: number, exact: boolean) => void;
}

/** Elements inside each other; Word itself stays far below. */
const DEEPEST = 512;

/**
 * Scans XML once, without building a tree. A document type is refused: it is where entity bombs and references to
 * other files live, and Office formats forbid it.
 *
 * @param part name of the part, for messages
 * @throws DuizhaoError `damaged`
 */
export function scanXml(xml: string, file: string, part: string, handler: XmlHandler): void {
  try {
    new Scanner(xml, handler).run();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new DuizhaoError(
      'damaged',
      `${file}：文件已损坏（${part} ${error.message}）。请在原来的软件里打开，另存后再试。`,
    );
  }
}

/** Value of an attribute by its name without prefix; Office's own elements have no two of one name. */
export function attribute({ attributes }: XmlTag, local: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] ?? '';
    if (
      name.endsWith(local) &&
      (name.length === local.length || name.charCodeAt(name.length - local.length - 1) === COLON)
    )
      return attributes[i + 1];
  }
  return undefined;
}

/** What is wrong with the XML, in Chinese. */
class Malformed extends Error {
  constructor(what = '不是合规的 XML') {
    super(what);
  }
}

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** Controls, and the units that are no characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\ufffd]/;
/** Tags that recur are kept as read, up to so many of up to this length. */
const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 120;

class Scanner {
  private at = 0;
  private readonly names = new Names();
  private readonly opened: XmlTag[] = [];
  private hasRoot = false;
  private readonly hasReferences: boolean;
  private readonly hasReturns: boolean;
  private readonly hasSectionEnds: boolean;
  /** Tags by their source; valid while no namespace is declared below the root. */
  private readonly known = new Map<string, XmlTag>();

  constructor(
    private readonly xml: string,
    private readonly handler: XmlHandler,
  ) {
    if (!xml.isWellFormed()) throw new Malformed();
    this.hasReferences = xml.includes('&');
    this.hasReturns = xml.includes('\r');
    this.hasSectionEnds = xml.includes(']]>');
  }

  run(): void {
    const { xml } = this;
    if (xml.charCodeAt(0) === 0xfeff) this.at = 1;
    const first = this.at;
    // Whether the last thing was a tag: what follows it up to the next thing is a text of its own.
    let behindTag = true;
    for (;;) {
      const start = xml.indexOf('<', this.at);
      const end = start < 0 ? xml.length : start;
      if (end > this.at) this.textTo(end, behindTag && !this.isMarked(end));
      if (start < 0) break;
      const next = xml.charCodeAt(start + 1);
      behindTag = next !== EXCLAMATION && next !== QUESTION;
      if (next === SLASH) this.closeTag(start);
      else if (next === EXCLAMATION) this.declaration(start);
      else if (next === QUESTION) this.instruction(start, first);
      else this.openTag(start);
    }
    if (!this.hasRoot || this.opened.length > 0) throw new Malformed();
  }

  /** Whether the text goes on behind a comment or the like. */
  private isMarked(end: number): boolean {
    const next = this.xml.charCodeAt(end + 1);
    return next === EXCLAMATION || next === QUESTION;
  }

  private textTo(end: number, exact: boolean): void {
    const { xml, at: start } = this;
    this.at = end;
    const { text } = this.handler;
    const inside = this.opened.length > 0;
    const words = xml.slice(start, end);
    if (!inside) {
      if (/[^ \t\r\n]/.test(words)) throw new Malformed();
      return;
    }
    if (FORBIDDEN.test(words) || (this.hasSectionEnds && words.includes(']]>'))) throw new Malformed();
    const resolved = this.resolved(words);
    text?.(resolved, start, end, exact);
  }

  private resolved(words: string): string {
    const ended = this.hasReturns ? words.replace(/\r\n?/g, '\n') : words;
    return this.hasReferences && ended.includes('&') ? withReferences(ended) : ended;
  }

  private openTag(start: number): void {
    const { xml, opened } = this;
    const close = xml.indexOf('>', start);
    const source = close - start < LONGEST_KNOWN ? xml.slice(start, close + 1) : '';
    let tag = this.names.isPlain ? this.known.get(source) : undefined;
    if (tag) this.at = close + 1;
    else {
      tag = this.parseTag(start);
      if (
        this.names.isPlain &&
        this.known.size < MOST_KNOWN &&
        source.length === this.at - start &&
        opened.length > 0
      )
        this.known.set(source, tag);
    }
    if (opened.length === 0) {
      if (this.hasRoot) throw new Malformed();
      this.hasRoot = true;
    }
    if (opened.length >= DEEPEST) throw new Malformed(`嵌套超过 ${DEEPEST} 层`);
    this.handler.open(tag, start, this.at);
    if (!tag.isSelfClosing) opened.push(tag);
    else {
      this.handler.close(tag, this.at);
      this.names.close(opened.length + 1);
    }
  }

  private parseTag(start: number): XmlTag {
    const { xml } = this;
    this.at = start + 1;
    const name = this.name();
    const attributes: string[] = [];
    let isSelfClosing = false;
    for (;;) {
      const spaced = this.skipSpace();
      const unit = xml.charCodeAt(this.at);
      if (unit === GREATER) break;
      if (unit === SLASH) {
        if (xml.charCodeAt(++this.at) !== GREATER) throw new Malformed();
        isSelfClosing = true;
        break;
      }
      if (!spaced) throw new Malformed();
      const key = this.name();
      for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === key) throw new Malformed();
      attributes.push(key, this.value());
    }
    this.at++;
    const { local, uri } = this.names.open(name, attributes, this.opened.length + 1);
    return { name, local, uri, attributes, isSelfClosing };
  }

  private value(): string {
    const { xml } = this;
    this.skipSpace();
    if (xml.charCodeAt(this.at++) !== EQUALS) throw new Malformed();
    this.skipSpace();
    const quote = xml.charCodeAt(this.at);
    if (quote !== DOUBLE_QUOTE && quote !== QUOTE) throw new Malformed();
    const end = xml.indexOf(quote === QUOTE ? "'" : '"', this.at + 1);
    if (end < 0) throw new Malformed();
    const words = xml.slice(this.at + 1, end);
    if (words.includes('<') || FORBIDDEN.test(words)) throw new Malformed();
    this.at = end + 1;
    return /[\t\r\n&]/.test(words) ? withReferences(words.replace(/\r\n|[\t\r\n]/g, ' ')) : words;
  }

  private closeTag(start: number): void {
    const tag = this.opened.pop();
    if (!tag || !this.xml.startsWith(tag.name, start + 2)) throw new Malformed();
    this.at = start + 2 + tag.name.length;
    if (this.xml.charCodeAt(this.at) !== GREATER) {
      this.skipSpace();
      if (this.xml.charCodeAt(this.at) !== GREATER) throw new Malformed();
    }
    this.at++;
    this.handler.close(tag, this.at);
    this.names.close(this.opened.length + 1);
  }

  private declaration(start: number): void {
    const { xml } = this;
    if (xml.startsWith('<!--', start)) {
      const end = xml.indexOf('--', start + 4);
      if (end < 0 || xml.charCodeAt(end + 2) !== GREATER) throw new Malformed();
      this.at = end + 3;
      this.checkCharacters(start);
    } else if (xml.startsWith('<![CDATA[', start) && this.opened.length > 0) {
      const end = xml.indexOf(']]>', start + 9);
      if (end < 0) throw new Malformed();
      const words = xml.slice(start + 9, end).replace(/\r\n?/g, '\n');
      this.at = end + 3;
      this.checkCharacters(start);
      if (words !== '') this.handler.text?.(words, start, this.at, false);
    } else if (xml.startsWith('<!DOCTYPE', start)) {
      throw new Malformed('带有文档类型声明 DOCTYPE，不是办公软件写出来的');
    } else throw new Malformed();
  }

  private instruction(start: number, first: number): void {
    this.at = start + 2;
    const target = this.name();
    const end = this.xml.indexOf('?>', this.at);
    const known = isSpace(this.xml.charCodeAt(this.at)) || end === this.at;
    if (end < 0 || !known || (/^xml$/i.test(target) && start !== first)) throw new Malformed();
    this.at = end + 2;
    this.checkCharacters(start);
  }

  private checkCharacters(start: number): void {
    if (FORBIDDEN.test(this.xml.slice(start, this.at))) throw new Malformed();
  }

  private skipSpace(): boolean {
    const from = this.at;
    while (isSpace(this.xml.charCodeAt(this.at))) this.at++;
    return this.at > from;
  }

  private name(): string {
    const { xml } = this;
    const start = this.at;
    while (!endsName(xml.charCodeAt(this.at))) this.at++;
    const name = xml.slice(start, this.at);
    if (!this.names.isName(name)) throw new Malformed();
    return name;
  }
}

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);

/** At the end of the string, too, where there is no unit. */
const endsName = (unit: number): boolean =>
  !(unit > 32) || unit === SLASH || unit === GREATER || unit === EQUALS || unit === LESS || unit === QUESTION;

const REFERENCE = /&(?:#x([\da-fA-F]{1,8})|#(\d{1,9})|(lt|gt|amp|quot|apos));|&/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const withReferences = (words: string): string =>
  words.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 32 && code < 0xd800) ||
      (code >= 0xe000 && code < 0xfffe) ||
      (code >= 0x1_0000 && code <= 0x10_ffff);
    if (!isCharacter) throw new Malformed();
    return String.fromCodePoint(code);
  });
