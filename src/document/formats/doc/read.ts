import { DuizhaoError } from '../../error.js';
import { assemble, type TextBlock } from '../blocks.js';
import { readDocx } from '../docx/read.js';
import type { Extracted, FormatOptions } from '../extracted.js';
import { type Conversion, toWordFile } from '../office.js';

/**
 * Old Word and WPS files: by LibreOffice where it is installed, which keeps the automatic numbers; else the bare text.
 *
 * @param office path of LibreOffice; looked for when absent, null for none
 * @throws DuizhaoError `damaged` when neither can read it
 */
export async function readDoc(
  bytes: Uint8Array,
  options: FormatOptions,
  office?: string | null,
): Promise<Extracted> {
  const word = await toWordFile(bytes, 'doc', office);
  if (typeof word === 'string') return bareText(bytes, options, word);
  return { ...(await readDocx(word, options)), format: 'doc' };
}

/** Why the automatic numbers were not read. */
const REASONS: Readonly<Record<Exclude<Conversion, Uint8Array>, string>> = {
  'not-installed': '本机没有安装 LibreOffice',
  failed: 'LibreOffice 没能转换这份文件',
};

async function bareText(
  bytes: Uint8Array,
  { file }: FormatOptions,
  reason: keyof typeof REASONS,
): Promise<Extracted> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const body = (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
    const blocks = body.split(/[\r\n]+/).map(blockOf);
    return assemble('doc', blocks, [
      {
        code: 'format',
        message: `${REASONS[reason]}，.doc 里自动生成的编号没有读到，结构可能认错。请在 Word 或 WPS 里另存为 .docx 再查。`,
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

/** The cells of a row each end with a tab; in any other paragraph a tab is white space. */
function blockOf(line: string): TextBlock {
  const row = line.endsWith('\t') && line.trim().includes('\t');
  return { text: line.replace(/(?<!\t)\t+$/, ''), row };
}
