import type { Notice } from '../../document.js';
import type { Place } from '../../place.js';
import {
  type Extracted,
  type ExtractedParagraph,
  type FormatOptions,
  fitting,
  type Revisions,
} from '../extracted.js';
import { makeCounter } from './counter.js';
import { readNumbering } from './numbering.js';
import { openPackage, type Package } from './parts.js';
import type { Piece } from './piece.js';
import { type Paragraphs, type Scanned, scanDocument } from './scan.js';
import { headingLevelOf, isContents, readStyles } from './styles.js';

/** What a Word file says, and where each word of it stands in the XML of its main part. */
export interface DocxText extends Extracted {
  /** Ascending; without gaps but for the line ends between paragraphs. */
  readonly pieces: readonly Piece[];
}

/**
 * Reads a Word file.
 *
 * @throws DuizhaoError `damaged`, `encrypted`, `too-large`, `unsupported-format`
 */
export const readDocx = async (bytes: Uint8Array, options: FormatOptions): Promise<Extracted> => {
  const { pieces: _, ...extracted } = textOfPackage(openPackage(bytes, options.file), options.revisions);
  return extracted;
};

/** The text of an opened package. */
export function textOfPackage(opened: Package, revisions: Revisions = 'accepted'): DocxText {
  const { main, file } = opened;
  return assemble(scanDocument(main, file, revisions, paragraphsOf(opened)));
}

/** Tells numbers and levels by the styles and the numbering of the package. */
function paragraphsOf({ related, file }: Package): Paragraphs {
  const styles = readStyles(related('styles'), file);
  const listOf = readNumbering(related('numbering'), styles, file);
  const counter = makeCounter();
  return {
    numberOf: ({ style, numId, level }) => {
      const chain = styles.chain(style);
      const numbered = chain.find((entry) => entry.numId !== null);
      const id = numId ?? numbered?.numId ?? null;
      const list = id === null || id === 0 ? null : listOf(id);
      if (id === null || !list) return '';
      const linked = [...list.levels].find(([, { style: own }]) =>
        chain.some((entry) => entry.id === own),
      )?.[0];
      const own = level ?? linked ?? chain.find((entry) => entry.level !== null)?.level ?? 0;
      return counter.next(list, id, own);
    },
    headingLevelOf: ({ style, outlineLevel }) => {
      const chain = styles.chain(style);
      const stated = outlineLevel ?? chain.find((entry) => entry.outlineLevel !== null)?.outlineLevel ?? null;
      if (stated !== null) return stated < 9 ? stated + 1 : null;
      for (const entry of chain) {
        const level = headingLevelOf(entry);
        if (level !== null) return level;
      }
      return null;
    },
    isContents: ({ style }) => styles.chain(style).some(isContents),
  };
}

/** Longer paragraphs are no headings, whatever level they were given. */
const LONGEST_HEADING = 100;

function assemble({ blocks, notes, embedded }: Scanned): DocxText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const paragraphs: ExtractedParagraph[] = [];
  const places: Place[] = [];
  let at = 0;
  blocks.forEach((block, i) => {
    if (i > 0) {
      parts.push('\n');
      at++;
    }
    const start = at;
    for (const piece of block.pieces) {
      parts.push(piece.text);
      piece.start = at;
      pieces.push(piece);
      at += piece.text.length;
    }
    const { headingLevel, row } = block;
    const isHeading = headingLevel !== null && at - start <= LONGEST_HEADING;
    paragraphs.push({ start, end: at, row, ...(isHeading ? { headingLevel } : {}) });
    places.push({ start, page: null, paragraph: i + 1 });
  });
  const text = fitting(parts.join(''));
  return { format: 'docx', text, paragraphs, places, notices: noticesOf(notes, embedded), pieces };
}

function noticesOf(notes: number, embedded: number): readonly Notice[] {
  const notices: Notice[] = [];
  if (notes > 0) notices.push({ code: 'format', message: `脚注和尾注共 ${notes} 条，没有读。` });
  if (embedded > 0) notices.push({ code: 'format', message: `嵌入的文档 ${embedded} 份，没有读。` });
  return notices;
}
