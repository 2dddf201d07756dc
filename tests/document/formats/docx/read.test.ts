import { describe, expect, it } from 'vitest';
import { documentXml, p, r, readWord, STRICT, styled, TRANSITIONAL, textOf } from './word.js';

const cell = (...paragraphs: readonly string[]): string => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

describe('words of a run', () => {
  it.each([
    ['split runs', `<w:p>${r('学习')}${r('不够')}</w:p>`, '学习不够'],
    ['entities', p('甲&amp;乙&#x4e19;'), '甲&乙丙'],
    [
      'tab, break, hyphens',
      '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t></w:r></w:p>',
      '甲\t乙\n丙-丁',
    ],
    ['tab stops are no tabs', p('甲', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), '甲'],
    [
      'symbols',
      '<w:p><w:r><w:sym w:font="宋体" w:char="25A1"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>甲</w:t></w:r></w:p>',
      '□甲',
    ],
    [
      'ruby',
      `<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>${r('音')}</w:p>`,
      '拼音',
    ],
    ['formulas', `<w:p>${r('共')}<m:oMath><m:r><m:t>3+2</m:t></m:r></m:oMath></w:p>`, '共3+2'],
    [
      'hidden words',
      `<w:p>${r('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>${r('丙')}</w:p>`,
      '甲丙',
    ],
    [
      'hyperlinks and smart tags',
      `<w:p><w:hyperlink>${r('甲')}</w:hyperlink><w:smartTag>${r('乙')}</w:smartTag></w:p>`,
      '甲乙',
    ],
    [
      'what stands in for newer elements',
      `<w:p><mc:AlternateContent><mc:Choice Requires="x">${r('新')}</mc:Choice><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent></w:p>`,
      '新',
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`,
      '甲',
    ],
    ['CDATA', '<w:p><w:r><w:t>甲<![CDATA[<乙>]]>丙</w:t></w:r></w:p>', '甲<乙>丙'],
  ])('%s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it('fields give their result, not their code, and tables of contents nothing', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (code: string, result: string): string =>
      `${mark('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${mark('separate')}${r(result)}${mark('end')}`;
    expect(await textOf(`<w:p>${field('DATE', '2024年')}${field('TOC \\o', '目录一')}${r('底')}</w:p>`)).toBe(
      '2024年底',
    );
    expect(await textOf(`<w:p>${mark('begin')}${r('码')}</w:p>${p('正文')}`)).toBe('正文');
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    expect(await textOf(p('一、问题\t3', styled('t')) + p('正文'), { styles })).toBe('正文');
  });
});

describe('paragraphs', () => {
  it('know their heading level by outline, style name or the style theirs is based on', async () => {
    const style = (id: string, name: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles =
      style('1', 'heading 1') +
      style('a', '自定', '<w:basedOn w:val="1"/>') +
      style('b', '纲', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>');
    const body =
      p('甲', styled('1')) +
      p('乙', styled('a')) +
      p('丙', styled('b')) +
      p('丁', '<w:outlineLvl w:val="1"/>') +
      p('戊', `${styled('1')}<w:outlineLvl w:val="9"/>`) +
      p('长'.repeat(200), styled('1'));
    const { paragraphs } = await readWord({ body, styles });
    expect(paragraphs.map(({ headingLevel }) => headingLevel)).toEqual([1, 1, 3, 2, undefined, undefined]);
  });

  it('have a place, empty ones not', async () => {
    const { places } = await readWord({ body: p('甲') + p('') + p('乙') });
    expect(places).toEqual([
      { start: 0, page: null, paragraph: 1 },
      { start: 2, page: null, paragraph: 2 },
    ]);
  });

  it('of a text box come behind the one it hangs on', async () => {
    const box = `<w:r><w:drawing><x xmlns="urn:x"><w:txbxContent>${p('框')}</w:txbxContent></x></w:drawing></w:r>`;
    expect(await textOf(`<w:p>${box}${r('正文')}</w:p>${p('下文')}`)).toBe('正文\n框\n下文');
  });

  it('notes are told of, not read', async () => {
    const body = `<w:p>${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    expect((await readWord({ body })).notices).toEqual([
      { code: 'format', message: '脚注和尾注共 1 条，没有读。' },
    ]);
  });
});

describe('tracked changes', () => {
  const body = `<w:p>${r('学习')}<w:del>${r('很').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${r('不够')}</w:ins></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('前')}</w:p>${p('后')}<w:p><w:moveFrom>${r('旧处')}</w:moveFrom></w:p><w:p><w:moveTo>${r('新处')}</w:moveTo></w:p>`;
  it('are read as accepted', async () => {
    expect(await textOf(body)).toBe('学习不够\n前后\n新处');
  });
  it('or the text before', async () => {
    expect(await textOf(body, {}, 'original')).toBe('学习很\n前\n后\n旧处');
  });
  it('drop rows that were deleted, or not yet inserted', async () => {
    const changed = (kind: string): string =>
      `<w:tr><w:trPr><w:${kind}/></w:trPr>${cell(p(kind))}${cell(p('乙'))}</w:tr>`;
    const rows = table(changed('del'), changed('ins'));
    expect(await textOf(rows)).toBe('ins\t乙');
    expect(await textOf(rows, {}, 'original')).toBe('del\t乙');
  });
});

describe('tables', () => {
  it('become rows, cells parted by tabs, empty ones too', async () => {
    const { text, paragraphs } = await readWord({
      body: table(row(cell(p('问题')), cell(p('原因'))), row(cell(p('')), cell(p('一是'), p('二是')))),
    });
    expect(text).toBe('问题\t原因\n\t一是\u3000\u3000二是');
    expect(paragraphs.map((paragraph) => paragraph.row)).toEqual([true, true]);
  });

  it('keep columns under merged cells', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('宽')}</w:tc>`;
    const body = table(row(wide, cell(p('右'))), row(cell(p('甲')), cell(p('乙')), cell(p('丙'))));
    expect(await textOf(body)).toBe('宽\t\t右\n甲\t乙\t丙');
  });

  it('take no account of the grid where all rows have as many cells', async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('宽')}</w:tc>`;
    expect(await textOf(table(row(wide, cell(p('右'))), row(cell(p('甲')), wide)))).toBe('宽\t右\n甲\t宽');
  });

  it('inner ones come behind the row', async () => {
    expect(
      await textOf(table(row(cell(p('甲'), table(row(cell(p('子')), cell(p('丑')))), p('')), cell(p('乙'))))),
    ).toBe('甲\t乙\n子\t丑');
  });

  it('a cell that holds a text of its own is read as paragraphs', async () => {
    const paragraphs = Array.from({ length: 12 }, (_, i) => p(`第${i}段`));
    expect((await textOf(table(row(cell(p('发言')), cell(...paragraphs))))).split('\n')).toHaveLength(13);
    expect(await textOf(table(row(cell(p('甲'), p('乙')))))).toBe('甲\n乙');
  });
});

describe('other dialects', () => {
  it.each([
    ['strict', STRICT, 'w:'],
    ['another prefix', TRANSITIONAL, 'ns0:'],
    ['no prefix', TRANSITIONAL, ''],
  ])('%s', async (_, namespace, prefix) => {
    const declared = prefix === '' ? `xmlns="${namespace}"` : `xmlns:${prefix.slice(0, -1)}="${namespace}"`;
    const xml = `<?xml version="1.0"?><w:document ${declared}><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`;
    expect(await textOf(xml.replaceAll('w:', prefix))).toBe('甲');
  });

  it('UTF-16', async () => {
    const { zipOf } = await import('../zip-of.js');
    const { partsOf } = await import('./word.js');
    const { readDocx } = await import('../../../../src/document/formats/docx/read.js');
    const xml = Buffer.from(`\ufeff${documentXml(p('甲'))}`, 'utf16le');
    const bytes = zipOf({ ...partsOf({ body: '' }), 'word/document.xml': xml });
    expect((await readDocx(bytes, { file: '甲' })).text).toBe('甲');
  });
});
