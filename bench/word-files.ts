import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { commentDocx } from '../src/document/formats/docx/comments.js';
import { openPackage } from '../src/document/formats/docx/parts.js';
import { textOfPackage } from '../src/document/formats/docx/read.js';
import { partsOf } from '../tests/document/formats/docx/word.js';
import { zipOf } from '../tests/document/formats/zip-of.js';
import { type Comparison, interleave } from './compare.js';

const FILE = 'long.docx';
const FONTS =
  '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>';
const PROPERTIES = `<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr>${FONTS}</w:rPr></w:pPr>`;
/** Characters of a run, as Word parts words when they are edited. */
const RUN = 18;

/** Reading and commenting a Word file whose main part is long. */
export async function wordFiles(options: {
  readonly sample: string;
  /** Characters of `document.xml`. */
  readonly length: number;
  readonly comments: number;
  readonly rounds: number;
  readonly limits: { readonly read: number; readonly comment: number };
}): Promise<readonly Comparison[]> {
  const { sample, length, comments, rounds, limits } = options;
  const body = bodyOf(readFileSync(sample, 'utf8'), length);
  // Not packed: a text that repeats packs like a bomb.
  const bytes = zipOf(partsOf({ body }), { 'word/document.xml': { stored: true } });
  const opened = openPackage(bytes, FILE);
  const reading = interleave(
    rounds,
    () => textOfPackage(openPackage(bytes, FILE)),
    () => bareScan(opened.main.xml),
  );
  const { text } = textOfPackage(opened);
  const step = Math.floor(text.length / comments);
  const given = Array.from({ length: comments }, (_, i) => ({
    span: { start: i * step, end: i * step + 40 },
    says: ['这里只有提法，没有事例。', '建议：写明时间、地点、事情和后果。'],
  }));
  const title = { start: 0, end: 10 };
  const commenting = interleave(
    3,
    () => commentDocx(bytes, given, { file: FILE, revisions: 'accepted', text, title }),
    () => {},
  );
  return [
    { name: `read document.xml of ${length / 1e6} M`, ...reading, limit: limits.read },
    { name: `${comments} comments in it`, ours: commenting.ours, theirs: 1000, limit: limits.comment },
  ];
}

function bodyOf(text: string, length: number): string {
  const paragraphs = text.split('\n').filter((line) => line !== '');
  let xml = '';
  for (let i = 0; xml.length < length; i++) {
    const words = paragraphs[i % paragraphs.length] ?? '';
    const id = i.toString(16).toUpperCase().padStart(8, '0');
    xml += `<w:p w:rsidR="${id}" w:rsidRDefault="00A77B3E">${PROPERTIES}`;
    for (let at = 0; at < words.length; at += RUN)
      xml += `<w:r><w:rPr>${FONTS}</w:rPr><w:t>${words.slice(at, at + RUN)}</w:t></w:r>`;
    xml += '</w:p>';
  }
  return xml;
}

function bareScan(xml: string): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  for (const event of ['opentag', 'closetag', 'text'] as const) parser.on(event, () => {});
  parser.write(xml).close();
}
