import { SaxesParser } from 'saxes';
import { DuizhaoError } from '../error.js';

/** An element as it opens or closes. */
export interface XmlTag extends XmlName {
  /** By name as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
}

interface XmlName {
  /** As written, prefix included. */
  readonly name: string;
  readonly local: string;
  /** Namespace; empty for none. */
  readonly uri: string;
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
  const damaged = (what: string): DuizhaoError =>
    new DuizhaoError('damaged', `${file}：文件已损坏（${part} ${what}）。请在原来的软件里打开，另存后再试。`);
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names = new Names();
  let depth = 0;
  // Where the last piece ended, and whether only plain text may follow.
  let at = 0;
  parser.on('doctype', () => {
    throw damaged('带有文档类型声明 DOCTYPE，不是办公软件写出来的');
  });
  parser.on('error', () => {
    throw damaged('不是合规的 XML');
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw damaged(`嵌套超过 ${DEEPEST} 层`);
    const end = parser.position;
    // A tag holds no other `<`: attribute values must escape it.
    const start = xml.lastIndexOf('<', end - 1);
    at = end;
    const { name, local, uri } = names.open(tag.name, tag.attributes, depth);
    handler.open(
      { name, local, uri, attributes: tag.attributes, isSelfClosing: tag.isSelfClosing },
      start,
      end,
    );
  });
  parser.on('closetag', (tag) => {
    at = parser.position;
    const { name, local, uri } = names.of(tag.name);
    handler.close({ name, local, uri, attributes: tag.attributes, isSelfClosing: tag.isSelfClosing }, at);
    names.close(depth--);
  });
  if (handler.text) {
    const { text } = handler;
    parser.on('text', (words) => {
      const end = parser.position - 1;
      text(
        words,
        at,
        end,
        xml.charCodeAt(at - 1) === GREATER && !xml.startsWith(']]>', at - 3) && !isComment(xml, at),
      );
      at = end;
    });
    parser.on('cdata', (words) => {
      const end = parser.position;
      text(words, at, end, false);
      at = end;
    });
  }
  parser.write(xml).close();
}

const GREATER = 62;
const isComment = (xml: string, at: number): boolean => xml.charCodeAt(at) === 60;

/** Value of an attribute by its name without prefix; Office's own elements have no two of one name. */
export function attribute({ attributes }: XmlTag, local: string): string | undefined {
  for (const name in attributes) {
    if (
      name.endsWith(local) &&
      (name.length === local.length || name.charCodeAt(name.length - local.length - 1) === COLON)
    )
      return attributes[name];
  }
  return undefined;
}

const COLON = 58;

interface Scope {
  readonly depth: number;
  /** Prefix → namespace. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Names seen in this scope, resolved. */
  readonly known: Map<string, XmlName>;
}

/** Resolves the namespaces of names. Several times quicker than the parser's own way, since names recur. */
class Names {
  private readonly scopes: Scope[] = [];
  private scope: Scope = { depth: 0, namespaces: new Map(), known: new Map() };

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): XmlName {
    let namespaces: Map<string, string> | null = null;
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      namespaces ??= new Map(this.scope.namespaces);
      if (key === 'xmlns') namespaces.set('', attributes[key] ?? '');
      else if (key.charCodeAt(5) === COLON) namespaces.set(key.slice(6), attributes[key] ?? '');
    }
    if (namespaces !== null) {
      this.scopes.push(this.scope);
      this.scope = { depth, namespaces, known: new Map() };
    }
    return this.of(name);
  }

  of(name: string): XmlName {
    const { known, namespaces } = this.scope;
    const found = known.get(name);
    if (found) return found;
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const made = { name, local, uri: namespaces.get(colon < 0 ? '' : name.slice(0, colon)) ?? '' };
    known.set(name, made);
    return made;
  }

  close(depth: number): void {
    if (this.scope.depth === depth) this.scope = this.scopes.pop() ?? this.scope;
  }
}
