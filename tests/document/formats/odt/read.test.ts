import { describe, expect, it } from 'vitest';
import { DuizhaoError } from '../../../../src/document/error.js';
import { readOdt } from '../../../../src/document/formats/odt/read.js';
import { zipOf } from '../zip-of.js';

const STYLES =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>';

async function lines(body: string): Promise<readonly string[]> {
  const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:style="s">${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const { text } = await readOdt(zipOf({ 'content.xml': content }), { file: '甲.odt' });
  return text.split('\n');
}

describe('readOdt', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'the paragraph around a text box',
      '<text:p>甲<draw:frame><draw:text-box><text:p>乙</text:p></draw:text-box></draw:frame>丙</text:p>',
      ['乙', '甲丙'],
    ],
    [
      'no table of contents',
      '<text:table-of-content><text:index-body><text:p>一、问题 1</text:p></text:index-body></text:table-of-content><text:h text:outline-level="1">一、问题</text:h>',
      ['一、问题'],
    ],
    [
      'a number that an item states',
      '<text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>甲</text:p></text:list-item><text:list-item><text:p>乙</text:p></text:list-item></text:list>',
      ['三、甲', '四、乙'],
    ],
    [
      'neither notes nor readings',
      '<text:p>甲<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby></text:p>',
      ['甲汉'],
    ],
  ])('reads %s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });
});

describe('is refused, with the case named', () => {
  const TYPE = { mimetype: 'application/vnd.oasis.opendocument.text' };
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    [
      'a password',
      { ...TYPE, 'META-INF/manifest.xml': manifest, 'content.xml': Buffer.from([0xff, 1, 2]) },
      'encrypted 甲.odt：文件加了密码',
    ],
    ['a bomb', { ...TYPE, 'content.xml': Buffer.alloc(49 * 1024 * 1024, 32) }, 'too-large 甲.odt：'],
    ['no content', TYPE, 'damaged 甲.odt：文件已损坏（没有 content.xml）'],
    [
      'a document type',
      { ...TYPE, 'content.xml': '<!DOCTYPE a><a/>' },
      'damaged 甲.odt：文件已损坏（content.xml 带有',
    ],
  ])('%s', async (_, files, says) => {
    const failed = readOdt(zipOf(files), { file: '甲.odt' }).catch((error: unknown) => error);
    const error = await failed;
    expect(error).toBeInstanceOf(DuizhaoError);
    expect(error instanceof DuizhaoError && `${error.code} ${error.message}`).toContain(says);
  });
});
