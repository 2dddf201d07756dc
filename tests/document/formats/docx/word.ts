import { readDocx } from '../../../../src/document/formats/docx/read.js';
import type { Extracted, Revisions } from '../../../../src/document/formats/extracted.js';
import { zipOf } from '../zip-of.js';

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface WordFile {
  /** Content of `w:body`, or the whole part when it begins with `<?xml` or a root element. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
}

const NAMESPACES = `xmlns:w="${TRANSITIONAL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="${OFFICE}"`;

export const documentXml = (body: string): string =>
  body.startsWith('<?xml')
    ? body
    : `<?xml version="1.0"?>\n<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

/** The parts of a Word file. */
export function partsOf({ body, ...parts }: WordFile): Record<string, string> {
  const related = Object.entries(parts).filter(([, content]) => content !== undefined);
  const part = (name: string, content: string): string =>
    `<w:${name} xmlns:w="${TRANSITIONAL}">${content}</w:${name}>`;
  const types = ['document', ...related.map(([name]) => name)].map((name) => {
    const type = name === 'document' ? 'document.main' : name;
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  });
  const xmlTypes =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${xmlTypes}${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(body),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${related
      .map(([name], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(related.map(([name, content]) => [`word/${name}.xml`, part(name, content ?? '')])),
  };
}

export const wordFile = (file: WordFile): Buffer => zipOf(partsOf(file));

export const readWord = (file: WordFile, revisions: Revisions = 'accepted'): Promise<Extracted> =>
  readDocx(wordFile(file), { file: '甲.docx', revisions });

/** The text of a file that has a body only. */
export const textOf = async (
  body: string,
  parts: Omit<WordFile, 'body'> = {},
  revisions?: Revisions,
): Promise<string> => (await readWord({ body, ...parts }, revisions)).text;

/** A paragraph of one run, with properties. */
export const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${words === '' ? '' : r(words)}</w:p>`;
export const r = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const numbered = (numId: number, level?: number): string =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;
export const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

/** A level of a list: start 1, suffix nothing, unless told otherwise. */
export const lvl = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}">${more.includes('w:start') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${more}${more.includes('w:suff') ? '' : '<w:suff w:val="nothing"/>'}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstractNum = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
