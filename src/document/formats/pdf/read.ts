import type { Notice } from '../../document.js';
import { DuizhaoError } from '../../error.js';
import { assemble } from '../blocks.js';
import type { FormatReader } from '../extracted.js';
import { withoutEdges } from './edges.js';
import { linesOf, mostCommon } from './lines.js';
import { withoutNotes } from './notes.js';
import { pagesOf } from './pages.js';
import { blocksOf } from './paragraphs.js';
import { stretchesOf } from './tables.js';

/**
 * The text of a PDF in paragraphs, without running heads, page numbers and notes at the ends of pages.
 *
 * @throws DuizhaoError `no-text` where there are only pictures, `damaged`, `encrypted`, `too-large`
 */
export const readPdf: FormatReader = async (bytes, { file }) => {
  const pages = (await pagesOf(bytes, file)).map((page, i) => linesOf(page, i + 1));
  const all = pages.flat();
  if (all.length === 0)
    throw new DuizhaoError('no-text', `${file}：这份 PDF 里没有文字，可能是扫描件，需先做文字识别（OCR）。`);
  const { lines, edges } = withoutEdges(pages);
  const { stretches, notes } = withoutNotes(stretchesOf(lines), mostCommon(all.map(({ size }) => size)));
  const notices: Notice[] = [];
  if (edges > 0) notices.push({ code: 'page-noise', message: `跳过了页眉、页脚和页码，共${edges}行。` });
  if (notes > 0) notices.push({ code: 'page-noise', message: `没有读各页末尾的脚注，共${notes}行。` });
  return assemble('pdf', blocksOf(stretches), notices);
};
