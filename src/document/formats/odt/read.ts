import { DuizhaoError } from '../../error.js';
import { assemble, type TextBlock } from '../blocks.js';
import type { FormatReader } from '../extracted.js';
import { blocksOfTable, type Cell } from '../rows.js';
import { attribute, scanXml, type XmlTag } from '../xml.js';
import { openZip, type Zip } from '../zip.js';
import { Lists } from './lists.js';

/** Most white space that one `text:s` may stand for. */
const MOST_SPACES = 100;

/**
 * The text of an OpenDocument text: headings with their levels, paragraphs with the numbers of their lists, tables as
 * rows. Deleted text of tracked changes, notes and comments are left out.
 *
 * @throws DuizhaoError `damaged`, `encrypted`, `too-large`
 */
export const readOdt: FormatReader = async (bytes, { file }) => {
  const zip = openZip(bytes, file);
  if (partOf(zip, 'META-INF/manifest.xml')?.includes(':encryption-data')) {
    throw new DuizhaoError('encrypted', `${file}：文件加了密码。请在原来的软件里去掉密码后再试。`);
  }
  const content = partOf(zip, 'content.xml');
  if (content === null)
    throw new DuizhaoError(
      'damaged',
      `${file}：文件已损坏（没有 content.xml）。请在原来的软件里打开，另存后再试。`,
    );
  const lists = new Lists();
  const styles = partOf(zip, 'styles.xml');
  if (styles !== null) scan(styles, file, 'styles.xml', lists);
  return assemble('odt', scan(content, file, 'content.xml', lists), []);
};

function partOf(zip: Zip, name: string): string | null {
  const entry = zip.entries.get(name);
  return entry ? new TextDecoder().decode(zip.unpack(entry)) : null;
}

/** Elements whose text is none of the document's. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'tracked-changes',
  'note',
  'annotation',
  'title',
  'desc',
  'ruby-text',
  'table-of-content',
  'forms',
]);

interface List {
  readonly style: string;
}

interface OpenParagraph {
  text: string;
  readonly level: number | null;
}

/** A table being read: finished rows, and the cells of the one that is open. */
interface OpenTable {
  readonly rows: Cell[][];
  cells: Cell[];
}

function scan(xml: string, file: string, part: string, lists: Lists): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  /** Where blocks go: the document, or the innermost cell. */
  const targets: TextBlock[][] = [blocks];
  const tables: OpenTable[] = [];
  const spans: { columns: number; rows: number }[] = [];
  const open: List[] = [];
  let style = '';
  let skipped = 0;
  let paragraph: OpenParagraph | null = null;
  /** Paragraphs around the one that is open: text boxes stand inside of them. */
  const around: (OpenParagraph | null)[] = [];
  let number = '';

  const begin = (tag: XmlTag): void => {
    switch (tag.local) {
      case 'list-style':
        style = attribute(tag, 'name') ?? '';
        break;
      case 'list-level-style-number':
      case 'list-level-style-bullet':
        lists.define(style, tag);
        break;
      case 'list': {
        const outer = open.at(-1);
        const own = attribute(tag, 'style-name') ?? outer?.style ?? '';
        const continued = attribute(tag, 'continue-numbering') === 'true' || attribute(tag, 'continue-list');
        if (!outer && !continued) lists.restart(own);
        open.push({ style: own });
        break;
      }
      case 'list-item': {
        const list = open.at(-1);
        if (list) number = lists.next(list.style, open.length, attribute(tag, 'start-value'));
        break;
      }
      case 'h':
      case 'p':
        around.push(paragraph);
        paragraph = {
          text: number,
          level: tag.local === 'h' ? Number(attribute(tag, 'outline-level') ?? 1) : null,
        };
        number = '';
        break;
      case 's':
        if (paragraph)
          paragraph.text += ' '.repeat(Math.min(Number(attribute(tag, 'c') ?? 1) || 1, MOST_SPACES));
        break;
      case 'tab':
        if (paragraph) paragraph.text += tables.length > 0 ? ' ' : '\t';
        break;
      case 'line-break':
        if (paragraph) paragraph.text += '\n';
        break;
      case 'table':
        tables.push({ rows: [], cells: [] });
        break;
      case 'table-cell':
      case 'covered-table-cell':
        targets.push([]);
        spans.push({
          columns: Number(attribute(tag, 'number-columns-spanned') ?? 1),
          rows: Number(attribute(tag, 'number-rows-spanned') ?? 1),
        });
        break;
      default:
    }
  };

  const end = (local: string): void => {
    switch (local) {
      case 'list':
        open.pop();
        break;
      case 'h':
      case 'p':
        if (paragraph) {
          const { text, level } = paragraph;
          targets.at(-1)?.push({ text, ...(level !== null && level >= 1 ? { headingLevel: level } : {}) });
        }
        paragraph = around.pop() ?? null;
        break;
      case 'table-cell': {
        const own = targets.pop() ?? [];
        const span = spans.pop() ?? { columns: 1, rows: 1 };
        tables.at(-1)?.cells.push({ blocks: own.filter(({ text }) => text.trim() !== ''), ...span });
        break;
      }
      case 'covered-table-cell':
        targets.pop();
        spans.pop();
        break;
      case 'table-row': {
        const table = tables.at(-1);
        if (table) {
          table.rows.push(table.cells);
          table.cells = [];
        }
        break;
      }
      case 'table': {
        const table = tables.pop();
        if (table) targets.at(-1)?.push(...blocksOfTable(table.rows));
        break;
      }
      default:
    }
  };

  scanXml(xml, file, part, {
    open: (tag) => {
      if (skipped > 0 || LEFT_OUT.has(tag.local)) skipped++;
      else begin(tag);
    },
    close: ({ local }) => {
      if (skipped > 0) skipped--;
      else end(local);
    },
    text: (text) => {
      if (skipped === 0 && paragraph) paragraph.text += text.replace(/[\t\n\r ]+/g, ' ');
    },
  });
  return blocks;
}
