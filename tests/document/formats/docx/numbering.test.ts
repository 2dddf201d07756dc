import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/document/formats/docx/number-format.js';
import { abstractNum, lvl, num, numbered, p, styled, textOf } from './word.js';

describe('formatNumber', () => {
  it.each<[string, readonly [number, string][]]>([
    ['decimal', [[12, '12']]],
    [
      'decimalZero',
      [
        [7, '07'],
        [12, '12'],
      ],
    ],
    [
      'chineseCountingThousand',
      [
        [1, '一'],
        [10, '十'],
        [11, '十一'],
        [20, '二十'],
        [105, '一百零五'],
        [110, '一百一十'],
        [1010, '一千零一十'],
        [10_500, '一万零五百'],
      ],
    ],
    [
      'chineseCounting',
      [
        [2, '二'],
        [19, '十九'],
      ],
    ],
    [
      'taiwaneseCountingThousand',
      [
        [3, '三'],
        [15, '十五'],
      ],
    ],
    [
      'japaneseCounting',
      [
        [4, '四'],
        [10, '十'],
        [100, '百'],
        [111, '百十一'],
      ],
    ],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '甲'],
      ],
    ],
    [
      'ideographZodiac',
      [
        [1, '子'],
        [12, '亥'],
      ],
    ],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '㉑'],
        [51, '51'],
      ],
    ],
    ['decimalEnclosedCircleChinese', [[5, '⑤']]],
    [
      'decimalEnclosedParen',
      [
        [2, '⑵'],
        [21, '21'],
      ],
    ],
    ['decimalEnclosedFullstop', [[2, '⒉']]],
    ['decimalFullWidth', [[12, '１２']]],
    [
      'chineseLegalSimplified',
      [
        [1, '壹'],
        [10, '壹拾'],
        [21, '贰拾壹'],
      ],
    ],
    ['ideographLegalTraditional', [[2, '貳']]],
    ['ideographDigital', [[20, '二〇']]],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [1994, 'MCMXCIV'],
      ],
    ],
    ['lowerRoman', [[9, 'ix']]],
    [
      'upperLetter',
      [
        [26, 'Z'],
        [27, 'AA'],
      ],
    ],
    ['lowerLetter', [[2, 'b']]],
    [
      'ordinal',
      [
        [1, '1st'],
        [12, '12th'],
        [23, '23rd'],
      ],
    ],
    ['numberInDash', [[3, '- 3 -']]],
    ['none', [[3, '']]],
    ['klingon', [[3, '3']]],
  ])('%s', (format, pairs) => {
    expect(pairs.map(([value]) => formatNumber(value, format))).toEqual(pairs.map(([, words]) => words));
  });
});

const CHINESE = abstractNum(
  0,
  lvl(0, 'chineseCountingThousand', '%1、'),
  lvl(1, 'chineseCountingThousand', '（%2）'),
  lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
);
const lines = async (body: string, numbering: string, styles?: string): Promise<readonly string[]> =>
  (await textOf(body, { numbering, ...(styles === undefined ? {} : { styles }) })).split('\n');

describe('automatic numbers', () => {
  it('count by level; deeper ones begin anew; legal ones are in digits', async () => {
    const levels = [0, 1, 1, 0, 1, 2, 2];
    expect(
      await lines(levels.map((level) => p('问', numbered(1, level))).join(''), CHINESE + num(1, 0)),
    ).toEqual(['一、问', '（一）问', '（二）问', '二、问', '（一）问', '2.1.1问', '2.1.2问']);
  });

  it('a level above that was never used shows its start, and is not used up', async () => {
    expect(await lines(p('甲', numbered(1, 2)) + p('乙', numbered(1, 0)), CHINESE + num(1, 0))).toEqual([
      '1.1.1甲',
      '一、乙',
    ]);
  });

  it('go on over two lists of one definition, unless the second states its start', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const body = [1, 2, 3, 1, 3].map((id) => p('问', numbered(id, 0))).join('');
    expect(await lines(body, CHINESE + num(1, 0) + num(2, 0) + num(3, 0, start))).toEqual([
      '一、问',
      '二、问',
      '一、问',
      '二、问',
      '三、问',
    ]);
  });

  it('take the level of the list that replaces the definition’s', async () => {
    const other = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '第%1项')}</w:lvlOverride>`;
    expect(await lines(p('问', numbered(2, 0)), CHINESE + num(2, 0, other))).toEqual(['第1项问']);
  });

  it('restart as the level says: never, or at a level above only', async () => {
    const definition = abstractNum(
      0,
      lvl(0, 'decimal', '%1.'),
      lvl(1, 'decimal', '%2)'),
      lvl(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>'),
      lvl(3, 'decimal', '<%4>'.replace('<', '&lt;'), '<w:lvlRestart w:val="0"/>'),
    );
    const body = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3]
      .map((level) => p('', numbered(1, level)).replace('</w:p>', '<w:r><w:t>问</w:t></w:r></w:p>'))
      .join('');
    expect(await lines(body, definition + num(1, 0))).toEqual([
      '1.问',
      '1)问',
      '(1)问',
      '<1>问',
      '2)问',
      '(2)问',
      '<2>问',
      '2.问',
      '(1)问',
      '<3>问',
    ]);
  });

  it('come from the style, from those it is based on, and by the level that names the style', async () => {
    const definition = abstractNum(
      0,
      lvl(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="a1"/>'),
      lvl(1, 'chineseCountingThousand', '（%2）', '<w:pStyle w:val="a2"/>'),
    );
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = style('a1', numPr) + style('a2', numPr) + style('b2', '<w:basedOn w:val="a2"/>');
    const body =
      p('甲', styled('a1')) +
      p('乙', styled('a2')) +
      p('丙', styled('b2')) +
      p('丁', styled('a1') + numbered(0));
    expect(await lines(body, definition + num(1, 0), styles)).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '丁',
    ]);
  });

  it('follow a list style to its list', async () => {
    const link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="表"/></w:abstractNum>';
    const styles =
      '<w:style w:type="numbering" w:styleId="表"><w:name w:val="表"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(
      await lines(
        p('甲', numbered(1, 0)) + p('乙', numbered(9, 0)),
        CHINESE + link + num(1, 0) + num(9, 5),
        styles,
      ),
    ).toEqual(['一、甲', '二、乙']);
  });

  it('have behind them what the level says; bullets have no number', async () => {
    const definition = abstractNum(
      0,
      lvl(0, 'decimal', '%1.', '<w:suff w:val="tab"/>'),
      lvl(1, 'decimal', '%2.', '<w:suff w:val="space"/>'),
      lvl(2, 'bullet', '\uf0b7'),
    );
    expect(
      await lines([0, 1, 2].map((level) => p('问', numbered(1, level))).join(''), definition + num(1, 0)),
    ).toEqual(['1.\t问', '1. 问', '问']);
  });

  it('of Word’s own format keep their zeros', async () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:suff w:val="nothing"/><w:lvlText w:val="%1-"/></w:lvl>';
    expect(await lines(p('问', numbered(1, 0)), abstractNum(0, custom) + num(1, 0))).toEqual(['001-问']);
  });

  it('are not shown, but counted, where nothing else stands in the paragraph', async () => {
    expect(
      await lines(
        p('甲', numbered(1, 0)) + p('', numbered(1, 0)) + p('丙', numbered(1, 0)),
        CHINESE + num(1, 0),
      ),
    ).toEqual(['一、甲', '三、丙']);
  });
});
