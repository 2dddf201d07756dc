import { type defaultTreeAdapter, parseFragment } from 'parse5';

type Node = ReturnType<typeof defaultTreeAdapter.createElement>;

/**
 * The words between the range marks of each comment, in the order of ids, read with another parser than the
 * product's: HTML's, which takes the names of elements as they stand and knows entities.
 */
export function commentedWords(xml: string): readonly string[] {
  const open = new Map<string, string[]>();
  const walk = (node: Node): void => {
    const id = (): string => node.attrs.find(({ name }) => name.endsWith(':id'))?.value ?? '';
    if (node.tagName.endsWith(':commentrangestart')) open.set(id(), []);
    else if (node.tagName.endsWith(':commentrangeend')) done.set(id(), (open.get(id()) ?? []).join(''));
    else if (/:(?:deltext|instrtext|rt)$/.test(node.tagName)) return;
    const isText = /:t$/.test(node.tagName);
    for (const child of node.childNodes) {
      if ('tagName' in child) walk(child);
      else if (isText && 'value' in child)
        for (const [own, words] of open) if (!done.has(own)) words.push(child.value);
    }
  };
  const done = new Map<string, string>();
  // HTML knows neither empty elements of this kind nor CDATA.
  const html = xml
    .replace(/^[\s\S]*?<w:body>/, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    )
    .replace(/<([\w:]+)([^<>]*?)\/>/g, '<$1$2></$1>');
  for (const child of parseFragment(html).childNodes) if ('tagName' in child) walk(child);
  return [...done].sort(([a], [b]) => Number(a) - Number(b)).map(([, words]) => words);
}
