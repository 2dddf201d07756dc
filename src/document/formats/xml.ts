import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DuizhaoError } from '../error.js';

export type XmlTag = SaxesTagNS;

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
  const parser = new SaxesParser({ xmlns: true, position: false });
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
    handler.open(tag, start, end);
  });
  parser.on('closetag', (tag) => {
    depth--;
    at = parser.position;
    handler.close(tag, at);
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
    const found = attributes[name];
    if (found?.local === local && found.prefix !== 'xmlns') return found.value;
  }
  return undefined;
}
