import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { DuizhaoError } from '../../error.js';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements inside each other, and elements at all; pages that people read stay far below. */
const DEEPEST = 1000;
const MOST_ELEMENTS = 400_000;

/**
 * Parses a page as browsers do. The parser looks up through all open elements at each tag, so nesting is bounded
 * while it works and not behind it.
 *
 * @throws DuizhaoError `too-large`
 */
export function parseTree(html: string, file: string): Element {
  let depth = 0;
  let elements = 0;
  const refuse = (what: string): DuizhaoError =>
    new DuizhaoError('too-large', `${file}：网页里${what}，不像正常的文档。没有读，请确认文件的来源。`);
  const document = parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...args) => {
        if (++elements > MOST_ELEMENTS) throw refuse(`标签超过 ${MOST_ELEMENTS} 个`);
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush: () => {
        if (++depth > DEEPEST) throw refuse(`标签嵌套超过 ${DEEPEST} 层`);
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
  const root = document.childNodes.find(isElement);
  const body = root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body');
  if (!body) throw new DuizhaoError('no-text', `${file}：网页里没有正文。请用浏览器打开，确认内容后再试。`);
  return body;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value;
