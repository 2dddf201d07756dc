import { DuizhaoError } from '../../error.js';
import { assemble } from '../blocks.js';
import { readDocx } from '../docx/read.js';
import type { Extracted, FormatOptions, FormatReader } from '../extracted.js';
import { toWordFile } from '../office.js';

/**
 * Old Word and WPS files: by LibreOffice where it is installed, which keeps the automatic numbers; else the bare text.
 *
 * @throws DuizhaoError `damaged` when neither can read it
 */
export const readDoc: FormatReader = async (bytes, options) => {
  const word = await toWordFile(bytes, 'doc');
  if (word) return { ...(await readDocx(word, options)), format: 'doc' };
  return bareText(bytes, options);
};

async function bareText(bytes: Uint8Array, { file }: FormatOptions): Promise<Extracted> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const body = (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
    const blocks = body
      .split(/[\r\n]+/)
      .map((line) => ({ text: line.replace(/(?<!\t)\t+$/, ''), row: line.includes('\t') }));
    return assemble('doc', blocks, [
      {
        code: 'format',
        message:
          '本机没有可用的 LibreOffice，.doc 里自动生成的编号没有读到，结构可能认错。请在 Word 或 WPS 里另存为 .docx 再查。',
      },
    ]);
  } catch (error) {
    throw new DuizhaoError(
      'damaged',
      `${file}：这份 Word 97–2003 或 WPS 文档读不了，可能已损坏。请在 Word 或 WPS 里打开，另存为 .docx 再试。`,
      { cause: error },
    );
  }
}
