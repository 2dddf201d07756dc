/** Makes files of other formats of a text: Word by the npm package `docx`, all others of that by LibreOffice. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Document as TextDocument } from '../../../src/document/document.js';
import { findLibreOffice } from '../../../src/document/libreoffice.js';

export type Converted = 'pdf' | 'odt' | 'html' | 'doc';

/** Null where LibreOffice is not installed. */
export const libreOffice = await findLibreOffice();

/** Twentieths of a point: two characters of 16 pt. */
const INDENT = 640;
/** The running head of all files. */
export const HEAD = '民主生活会材料';
const FONT = { eastAsia: 'Noto Serif CJK SC', ascii: 'Noto Serif CJK SC', hAnsi: 'Noto Serif CJK SC' };

/**
 * The paragraphs of a document as its author had them before lines were wrapped and pages numbered, in the
 * characters of its text; rows of tables with tabs.
 */
export function paragraphsOf({ text, reading }: TextDocument): readonly string[] {
  return reading.paragraphs.map(({ span }) => {
    let words = '';
    for (let i = span.start; i < span.end; i++) words += text.charAt(reading.offsets[i] ?? -1);
    return words.replace(/\n/g, '');
  });
}

/** A Word file as offices write it: first lines indented, real tables, a running head and page numbers. */
export async function makeWord(paragraphs: readonly string[]): Promise<Uint8Array> {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 });
  const document = new Document({
    sections: [
      {
        children: groupRows(paragraphs).map((group) =>
          typeof group === 'string'
            ? new Paragraph({ indent: { firstLine: INDENT }, children: [run(group, 32)] })
            : tableOf(group),
        ),
        headers: { default: new Header({ children: [new Paragraph({ children: [run(HEAD, 21)] })] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
          }),
        },
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const run = (text: string, size: number): TextRun => new TextRun({ text, font: FONT, size });

function groupRows(paragraphs: readonly string[]): readonly (string | readonly string[])[] {
  const groups: (string | string[])[] = [];
  for (const words of paragraphs) {
    const last = groups.at(-1);
    if (!words.includes('\t')) groups.push(words);
    else if (typeof last === 'object') last.push(words);
    else groups.push([words]);
  }
  return groups;
}

function tableOf(lines: readonly string[]): Table {
  const rows = lines.map((line) => line.split('\t'));
  const columns = Math.max(...rows.map(({ length }) => length));
  const cell = (words: string): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [run(words, 21)] })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) => new TableRow({ children: Array.from({ length: columns }, (_, i) => cell(cells[i] ?? '')) }),
    ),
  });
}

/**
 * Converts files, all in one start of LibreOffice.
 *
 * @param files name without ending → bytes
 */
export function convert(
  files: ReadonlyMap<string, Uint8Array>,
  from: string,
  to: string,
): ReadonlyMap<string, Uint8Array> {
  if (libreOffice === null) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-conversion-'));
  try {
    mkdirSync(join(folder, 'out'));
    for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.${from}`), bytes);
    const { stderr } = spawnSync(
      libreOffice,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        ...[...files.keys()].map((name) => join(folder, `${name}.${from}`)),
      ],
      { encoding: 'utf8' },
    );
    const ending = to.split(':')[0] ?? to;
    return new Map(
      [...files.keys()].map((name) => {
        try {
          return [name, readFileSync(join(folder, 'out', `${name}.${ending}`))];
        } catch (error) {
          throw new Error(`LibreOffice gave no ${ending} of ${name}: ${stderr}`, { cause: error });
        }
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
