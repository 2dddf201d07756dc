/** Comments as Microsoft's Open XML SDK sees them: no fault where there was none. */
import { getComments, initialize, verifyDeliverable } from 'docxodus/core';
import { beforeAll, expect, it } from 'vitest';
import { commentDocx } from '../../src/document/formats/docx/comments.js';
import { readDocx } from '../../src/document/formats/docx/read.js';
import { p, r, wordFile } from '../document/formats/docx/word.js';

beforeAll(() => initialize());

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const change = 'w:id="9" w:author="王某" w:date="2024-05-01T00:00:00Z"';
const BODY = [
  `<w:p><w:bookmarkStart w:id="0" w:name="处"/>${r('对照检查材料')}<w:bookmarkEnd w:id="0"/></w:p>`,
  `<w:p>${r('学习')}<w:r><w:rPr><w:b/></w:rPr><w:t>不够深入</w:t></w:r><w:hyperlink w:anchor="处">${r('担当不够')}</w:hyperlink></w:p>`,
  `<w:p>${r('在')}${mark('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${mark('separate')}${r('2024年')}${mark('end')}${r('底')}</w:p>`,
  `<w:p><w:ins ${change}>${r('作风不实')}</w:ins><w:del ${change.replace('9', '10')}><w:r><w:delText>旧</w:delText></w:r></w:del>${r('纪律不严')}</w:p>`,
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${p('问题')}</w:tc><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${p('原因')}</w:tc></w:tr></w:tbl>`,
  `<w:p><w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${r('某市')}</w:sdtContent></w:sdt>${r('甲 &amp; 乙')}</w:p>`,
  '<w:sectPr/>',
].join('');

it('adds comments without a fault', async () => {
  const source = wordFile({ body: BODY });
  const { text } = await readDocx(source, { file: '甲' });
  const words = ['习不够', '不够深入担', '24年底', '风不实', '实纪律', '题\t原', '市甲', '& 乙'];
  const comments = words.map((on) => {
    const start = text.indexOf(on);
    return { span: { start, end: start + on.length }, says: [`关于${on}`] };
  });
  const title = { start: 0, end: 6 };
  const bytes = commentDocx(source, [...comments, { span: { start: 0, end: 0 }, says: ['全文'] }], {
    file: '甲',
    revisions: 'accepted',
    text,
    title,
  });
  const { decision, findings } = await verifyDeliverable(bytes, new Uint8Array(source));
  expect({ decision, findings }).toEqual({ decision: 'passed', findings: [] });
  const seen = await getComments(bytes);
  expect(seen.map(({ author }) => author)).toEqual(seen.map(() => '对照'));
  expect(seen).toHaveLength(words.length + 1);
});
