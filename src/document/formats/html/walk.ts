import type { TextBlock } from '../blocks.js';
import { blocksOfTable, type Cell } from '../rows.js';
import { markersOf } from './markers.js';
import { hidden } from './shown.js';
import { attribute, type Element, isElement, type Node } from './tree.js';

export interface Walked {
  readonly blocks: readonly TextBlock[];
  /** Elements left out as notes. */
  readonly notes: number;
}

const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** White space of HTML, which is one space; the ideographic space is none of it. */
const SPACE = /[ \t\n\f\r]+/g;

/** The paragraphs, headings, list items and rows in an element, in their order. */
export function walk(root: Element): Walked {
  const writer = new Writer();
  writer.element(root);
  writer.end();
  return { blocks: writer.blocks, notes: writer.notes };
}

class Writer {
  blocks: TextBlock[] = [];
  notes = 0;
  private line = '';
  private headingLevel: number | undefined;
  private preserved = false;
  /** Number of a list item that waits for its first word. */
  private marker = '';

  node(node: Node): void {
    if (isElement(node)) this.element(node);
    else if (node.nodeName === '#text' && 'value' in node) this.words(node.value);
  }

  element(element: Element): void {
    const away = hidden(element);
    if (away) {
      if (away === 'note' && element.tagName === 'div') this.notes++;
      return;
    }
    const { tagName } = element;
    if (tagName === 'br') {
      this.line = `${this.line.trimEnd()}\n`;
    } else if (tagName === 'table') {
      this.end();
      this.table(element);
    } else if (tagName === 'ol' || tagName === 'ul') {
      this.list(element);
    } else if (BLOCKS.has(tagName)) {
      this.block(element);
    } else {
      for (const child of element.childNodes) this.node(child);
    }
  }

  /** Ends the paragraph that is open. */
  end(): void {
    const text = this.line.replace(/^[ \n]+|(?<![ \n])[ \n]+$/g, '');
    this.line = '';
    if (text.trim() === '') return;
    const { headingLevel, marker } = this;
    this.marker = '';
    this.blocks.push({ text: marker + text, ...(headingLevel === undefined ? {} : { headingLevel }) });
  }

  private words(value: string): void {
    if (this.preserved) {
      const [first = '', ...rest] = value.split(/\r\n?|\n/);
      this.line += first;
      for (const line of rest) {
        this.end();
        this.line = line;
      }
      return;
    }
    const words = value.replace(SPACE, ' ');
    this.line += /[ \n]$/.test(this.line) ? words.replace(/^ /, '') : words;
  }

  private block(element: Element): void {
    this.end();
    const { headingLevel, preserved } = this;
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level !== undefined) this.headingLevel = Number(level);
    if (element.tagName === 'pre') this.preserved = true;
    for (const child of element.childNodes) this.node(child);
    this.end();
    this.headingLevel = headingLevel;
    this.preserved = preserved;
  }

  private list(list: Element): void {
    this.end();
    const markers = markersOf(list);
    for (const child of list.childNodes) {
      if (isElement(child)) this.marker = markers.get(child) ?? '';
      this.node(child);
    }
    this.end();
    this.marker = '';
  }

  private table(table: Element): void {
    const before = this.blocks;
    const rows: Cell[][] = [];
    const captions: TextBlock[] = [];
    const inside = (element: Element): readonly TextBlock[] => {
      this.blocks = [];
      this.element(element);
      this.end();
      const { blocks } = this;
      this.blocks = [];
      return blocks;
    };
    const read = (part: Element): void => {
      for (const child of part.childNodes.filter(isElement)) {
        if (hidden(child)) continue;
        const { tagName } = child;
        if (tagName === 'caption') captions.push(...inside(child));
        else if (/^t(?:head|body|foot)$/.test(tagName)) read(child);
        else if (tagName === 'tr') {
          const cells = child.childNodes.filter(isElement).filter((cell) => !hidden(cell));
          rows.push(
            cells.map((cell) => ({
              blocks: inside(cell),
              columns: Number(attribute(cell, 'colspan') ?? 1),
              rows: Number(attribute(cell, 'rowspan') ?? 1),
            })),
          );
        }
      }
    };
    read(table);
    this.blocks = before;
    this.blocks.push(...captions, ...blocksOfTable(rows));
  }
}
