import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/document/formats/html/read.js';
import { placesOf } from '../../../../src/document/place.js';
import { fromBytes } from '../../../../src/document/read.js';
import { bytesOf, gb18030 } from '../../encode.js';
import { leadsTo, tables } from '../../reader.js';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const read = (html: string) => readHtml(bytesOf(html, 'utf-8'), { file: '甲.html' });
const lines = async (body: string): Promise<readonly string[]> => (await read(page(body))).text.split('\n');

const LONG = '会前我读了有关文件，利用四个晚上听取意见，收到书面建议十四条。';

describe('paragraphs', () => {
  it.each<[string, string, readonly string[]]>([
    ['paragraphs and divisions', '<div>一<p>二</p>三</div>四', ['一', '二', '三', '四']],
    ['a line break', '<p>一<br>  二<br/></p>', ['一', '二']],
    ['white space of the source', '<p>\n  学习 \n\t <b>不</b>够\n</p>', ['学习 不够']],
    ['entities', '<p>&lt;甲&gt;&nbsp;&#20108;&hellip;&amp;</p>', ['<甲>\u00a0二…&']],
    ['preformatted text, a line a paragraph', '<pre>一\n\n二 三</pre>', ['一', '二 三']],
    ['words that were taken out', '<p>学习<del>很</del><ins>不</ins>够</p>', ['学习不够']],
    ['readings above the signs', '<p><ruby>汉<rp>(</rp><rt>hàn</rt></ruby>字</p>', ['汉字']],
    ['an open paragraph', '<p>一<p>二', ['一', '二']],
  ])('%s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });

  it('gives the levels of headings', async () => {
    const { text, paragraphs } = await read(page('<h1>题</h1><h3>一、<i>学习</i></h3><p>文</p>'));
    expect(paragraphs.map(({ start, end, headingLevel }) => [text.slice(start, end), headingLevel])).toEqual([
      ['题', 1],
      ['一、学习', 3],
      ['文', undefined],
    ]);
  });

  it('says where each stands', async () => {
    const document = await fromBytes(bytesOf(page('<p>一</p><p> </p><p>二二</p>'), 'utf-8'), { tables });
    expect(document.format).toBe('html');
    expect(placesOf(document)(document.text.indexOf('二'))).toBe('第2段');
    expect(leadsTo(document, '二二')).toEqual(['二二']);
  });
});

describe('numbers of lists', () => {
  it.each<[string, string, readonly string[]]>([
    ['plain', '<ol><li>甲<li>乙</ol>', ['1.甲', '2.乙']],
    [
      'start and values',
      '<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>',
      ['3.甲', '7.乙', '8.丙'],
    ],
    ['backwards', '<ol reversed><li>甲</li><li>乙</li></ol>', ['2.甲', '1.乙']],
    ['letters', '<ol type=A><li>甲</li></ol><ol type=i><li>乙</li></ol>', ['A.甲', 'i.乙']],
    [
      'Chinese',
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>',
      ['一、甲', '二、乙'],
    ],
    [
      'inside each other',
      '<ol><li><p>甲</p><ol><li>乙</li></ol></li><li>丙</li></ol>',
      ['1.甲', '1.乙', '2.丙'],
    ],
    ['bullets', '<ul><li>甲</li></ul>', ['甲']],
  ])('%s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });
});

describe('tables', () => {
  it('gives a row a line, merged cells empty', async () => {
    const { text, paragraphs } = await read(
      page(
        `<table><caption>台账</caption><thead><tr><th>序号<th colspan=2>问题</tr></thead>
        <tr><td rowspan=2>1<td><p>学习</p><p>不够</p><td>甲</tr><tr><td>担当<td>乙</tr></table>`,
      ),
    );
    expect(text.split('\n')).toEqual(['台账', '序号\t问题', '1\t学习\u3000\u3000不够\t甲', '\t担当\t乙']);
    expect(paragraphs.map(({ row }) => row)).toEqual([undefined, true, true, true]);
  });

  it('reads a table that only lays out the page as paragraphs', async () => {
    expect(await lines('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toEqual(['一', '二']);
    expect(await lines(`<table><tr><td>栏</td><td>${'<p>段</p>'.repeat(9)}</td></tr></table>`)).toEqual([
      '栏',
      ...Array(9).fill('段'),
    ]);
  });
});

describe('what is no text of the document', () => {
  it.each<[string, string]>([
    ['navigation', '<nav>首页</nav>'],
    ['a footer', '<footer>版权所有</footer>'],
    ['scripts', '<script>if (a < b) 隐藏</script><style>p { content: "样式" }</style>'],
    ['hidden elements', '<p hidden>甲</p><p style="color:red;display:none">乙</p>'],
    ['roles', '<div role="navigation">甲</div>'],
    ['comments', '<!-- 甲 -->'],
    ['running heads of LibreOffice', '<div title="header"><p>甲</p></div>'],
  ])('%s', async (_, body) => {
    expect(await lines(`${body}<p>${LONG}</p>`)).toEqual([LONG]);
  });

  it('leaves out links and lists around the text, keeps its title, and says so', async () => {
    const { text, notices } = await read(
      page(
        `<div class="top"><a href="/">首页</a> <a href="/a">要闻</a></div>
        <div class="box"><h1>对照检查材料</h1><div class="side"><ul><li><a href="/b">另一篇</a></li></ul></div>
        <div class="text"><p>${LONG}</p><p>一、问题</p></div></div><div>主办单位：某局</div>`,
      ),
    );
    expect(text.split('\n')).toEqual(['对照检查材料', LONG, '一、问题']);
    expect(notices).toEqual([{ code: 'format', message: '略去网页正文以外的文字 13 字（导航、页脚等）。' }]);
  });

  it('never leaves out text that reads like text', async () => {
    const body = `<div><p>${LONG}</p></div><div><p>${LONG}</p></div>`;
    expect(await lines(body)).toEqual([LONG, LONG]);
    expect(await lines(`<div><p>${LONG.repeat(5)}</p></div><p>${LONG}</p>`)).toHaveLength(2);
  });

  it('believes what a page marks as its text, comments of readers outside', async () => {
    const body = `<article><p>${LONG.repeat(3)}</p></article><div><p>${LONG}</p></div>`;
    expect(await lines(body)).toEqual([LONG.repeat(3)]);
  });

  it('leaves out notes and their signs, and says so', async () => {
    const { text, notices } = await read(
      page(
        `<p>学习不够<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>。</p>
        <div id="sdfootnote1"><p>见附件。</p></div>`,
      ),
    );
    expect(text).toBe('学习不够。');
    expect(notices).toContainEqual({ code: 'format', message: '脚注和尾注共 1 条，没有读。' });
  });
});

describe('encoding', () => {
  it.each<[string, Uint8Array]>([
    ['GB18030', gb18030(page('<p>学习不够</p>'))],
    ['UTF-8 that says it is GBK', bytesOf(page('<p>学习不够</p>', '<meta charset="gbk">'), 'utf-8')],
    ['UTF-16 with mark', bytesOf(`\ufeff${page('<p>学习不够</p>')}`, 'utf-16le')],
    [
      'Big5 that says so',
      Buffer.concat([
        bytesOf('<html><head><meta charset="big5"></head><body><p>', 'utf-8'),
        Buffer.from([0xbe, 0xc7, 0xb2, 0xdf]),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    const { text, format } = await fromBytes(bytes, { tables });
    expect(format).toBe('html');
    expect(['学习不够', '學習']).toContain(text);
  });
});

describe('hostile pages', () => {
  it.each<[string, string]>([
    ['divisions', '<div>'.repeat(50_000)],
    ['formatting', '<b>'.repeat(50_000)],
    ['tables', '<table><tr><td>'.repeat(20_000)],
    ['elements without end', '<i></i>'.repeat(500_000)],
  ])('refuses %s', async (_, body) => {
    await expect(read(page(body))).rejects.toMatchObject({ code: 'too-large' });
  });

  it('reads a long table and bounds what cells claim to cover', async () => {
    const { paragraphs } = await read(
      page(`<table>${'<tr><td colspan=9999999 rowspan=9999999>一<td>二'.repeat(5000)}</table>`),
    );
    expect(paragraphs).toHaveLength(5000);
  });

  it('refuses a page too large, but for the pictures in it', async () => {
    await expect(read(page('一'.repeat(13 * 1024 * 1024)))).rejects.toMatchObject({ code: 'too-large' });
    const picture = `<img src="data:image/png;base64,${'AAAA'.repeat(4 * 1024 * 1024)}">`;
    expect((await read(page(`${picture}<p>一</p>`))).text).toBe('一');
  });
});

it('gives paragraphs and places that lie in the text, in order, whatever the page', async () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'ol',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'h2',
    'b',
    'pre',
    'nav',
    'br',
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('学习不够。', ' ', '\n', '\t', '&amp;', '<', '😀', '\u3000', '一、', '<!--', '-->'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const document = await fromBytes(bytesOf(page(pieces.join('')), 'utf-8'), { tables });
      const { text, paragraphs, places } = await read(page(pieces.join('')));
      let end = -1;
      for (const paragraph of paragraphs) {
        expect(paragraph.start).toBe(end + 1);
        expect(paragraph.end).toBeGreaterThan(paragraph.start);
        end = paragraph.end;
      }
      expect(Math.max(end, 0)).toBe(text.length);
      expect(places.map(({ start }) => start)).toEqual(paragraphs.map(({ start }) => start));
      for (const offset of document.reading.offsets) expect(offset).toBeLessThan(document.text.length);
    }),
    { numRuns: 200 },
  );
});
