import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside. */
  readonly text: string;
  readonly classes: readonly string[];
  readonly parent: Element | null;
}

/** All elements of a page as a browser reads it, in order. */
export function elementsOf(page: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, parent: Element | null): void => {
    let own = parent;
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      own = {
        tag: node.tagName,
        attributes,
        text: textOf(node),
        classes: (attributes.class ?? '').split(' ').filter((name) => name !== ''),
        parent,
      };
      found.push(own);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, own);
  };
  visit(parse(page), null);
  return found;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export const withClass = (elements: readonly Element[], name: string): readonly Element[] =>
  elements.filter(({ classes }) => classes.includes(name));
