import type { Notice } from '../../document.js';
import { DuizhaoError } from '../../error.js';
import { assemble } from '../blocks.js';
import type { FormatReader } from '../extracted.js';
import { decodePage } from './charset.js';
import { findMainText, type MainText } from './main-text.js';
import { parseTree } from './tree.js';
import { type Walked, walk } from './walk.js';

/** Larger pages are pictures in disguise; the tree of one takes some twenty times its size. */
const LARGEST = 12 * 1024 * 1024;

/** Reads a web page: its text, without navigation and the like. */
export const readHtml: FormatReader = async (bytes, { file, encoding }) => {
  const { text, replaced } = decodePage(bytes, encoding);
  const html = withoutPictures(text);
  if (html.length > LARGEST)
    throw new DuizhaoError(
      'too-large',
      `${file}：网页太大，不像正常的文档。请把正文复制出来，存为“纯文本（.txt）”后再试。`,
    );
  const main = findMainText(parseTree(html, file));
  const walked = walk(main.element);
  const title = main.title ? walk(main.title).blocks : [];
  return assemble('html', [...title, ...walked.blocks], noticesOf(main, walked, replaced));
};

const PICTURE = ';base64,';

/** Takes out the pictures that stand in the page itself. By hand: they are longer than a pattern can match. */
function withoutPictures(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf(PICTURE); at >= 0; at = html.indexOf(PICTURE, from)) {
    const start = at + PICTURE.length;
    kept.push(html.slice(from, start));
    from = start;
    while (from < html.length && isBase64(html.charCodeAt(from))) from++;
  }
  return kept.join('') + html.slice(from);
}

/** Letters, digits, + / = and the line ends between. */
const isBase64 = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 47 && unit <= 57) ||
  unit === 43 ||
  unit === 61 ||
  unit === 10 ||
  unit === 13;

function noticesOf({ outside }: MainText, { notes }: Walked, replaced: number): readonly Notice[] {
  const notices: Notice[] = [];
  if (replaced > 0)
    notices.push({ code: 'decoding', message: `有 ${replaced} 处无法识别，以“\ufffd”代替。` });
  if (outside > 0)
    notices.push({ code: 'format', message: `略去网页正文以外的文字 ${outside} 字（导航、页脚等）。` });
  if (notes > 0) notices.push({ code: 'format', message: `脚注和尾注共 ${notes} 条，没有读。` });
  return notices;
}
