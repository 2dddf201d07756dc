import { describe, expect, it } from 'vitest';
import { withoutEdges } from '../../../../src/document/formats/pdf/edges.js';
import { linesOf, type PdfLine } from '../../../../src/document/formats/pdf/lines.js';
import { paragraphsOf } from '../../../../src/document/formats/pdf/paragraphs.js';
import { item, page, SIZE } from './page-of.js';

/** A full line of the body has 28 letters from 72 on. */
const line = (text: string, row: number, changes: Partial<PdfLine> = {}): PdfLine => ({
  text,
  page: 1,
  left: 72,
  right: 72 + text.length * SIZE,
  y: 700 - row * 28,
  pageHeight: 842,
  size: SIZE,
  segments: [{ text, left: changes.left ?? 72, right: 72 + text.length * SIZE }],
  ...changes,
});
const full = '理论学习不深入不系统满足于一知半解没有真正学懂弄通做实';

describe('linesOf', () => {
  it('puts together what stands on one base line, from left to right', () => {
    const [first, second, ...others] = linesOf(
      page(item('不深入。', 72 + 4 * SIZE, 700), item('理论学习', 72, 700.4), item('二、', 72, 672)),
      3,
    );
    expect(first).toMatchObject({ text: '理论学习不深入。', page: 3, left: 72, right: 72 + 8 * SIZE });
    expect(second?.text).toBe('二、');
    expect(others).toEqual([]);
  });

  it('keeps a space between words of letters, and none between Han characters', () => {
    expect(linesOf(page(item('on', 72, 700), item('line', 72 + 3 * SIZE, 700)), 1)[0]?.text).toBe('on line');
    expect(linesOf(page(item('学', 72, 700), item('习', 72 + 1.4 * SIZE, 700)), 1)[0]?.text).toBe('学习');
  });
});

describe('withoutEdges', () => {
  const pageOf = (number: number): readonly PdfLine[] => [
    line('民主生活会材料', 0, { page: number, y: 800 }),
    line(`正文第${number}段`, 1, { page: number }),
    line(`— ${number} —`, 2, { page: number, y: 40 }),
  ];

  it('takes away page numbers and what is repeated at the edges', () => {
    const { lines, edges } = withoutEdges([pageOf(1), pageOf(2), pageOf(3)]);
    expect(lines.map(({ text }) => text)).toEqual(['正文第1段', '正文第2段', '正文第3段']);
    expect(edges).toBe(6);
  });

  it('leaves a line at the edge that stands there once', () => {
    expect(withoutEdges([[line('以上报告，请批评指正。', 0, { y: 50 })]]).lines).toHaveLength(1);
  });
});

describe('paragraphsOf', () => {
  const texts = (...lines: readonly PdfLine[]): readonly string[] =>
    paragraphsOf(lines).map(({ text }) => text);

  it('joins lines, and begins anew behind a short one and at an indent', () => {
    expect(
      texts(
        line(full, 0),
        line('。', 1),
        line(full.slice(2), 2, { left: 104 }),
        line(full, 3),
        line('完。', 4),
      ),
    ).toEqual([`${full}。`, `${full.slice(2)}${full}完。`]);
  });

  it('begins anew at a number behind a sentence, a wide gap and other letters', () => {
    const ended = `${full.slice(1)}。`;
    expect(texts(line(ended, 0), line(`2.${full.slice(2)}`, 1), line(full, 2))).toEqual([
      ended,
      `2.${full.slice(2)}${full}`,
    ]);
    expect(texts(line(full, 0), line(full, 1), line(full, 4))).toEqual([full + full, full]);
    expect(texts(line(full, 0), line(full, 1, { size: 22 }))).toEqual([full, full]);
  });

  it('goes on over the end of a page', () => {
    expect(texts(line(full, 0), line('。', 0, { page: 2 }))).toEqual([`${full}。`]);
  });
});

describe('lines that are no last ones', () => {
  it('fall short where the next begins with what no break may part', () => {
    const above = [0, 1, 2, 3].map((row) => line(full, row));
    const short = line(full.slice(0, -4), 4);
    expect(paragraphsOf([...above, short, line('〔2025〕9号的要求。', 5)])).toHaveLength(1);
    expect(paragraphsOf([...above, short, line('按照要求抓好落实。', 5)])).toHaveLength(2);
  });

  it('may be followed by a number at the margin where first lines are indented', () => {
    const sentence = `${full.slice(0, -1)}。`;
    const rows = [line(sentence, 1), line('一是学习不够。', 2)];
    expect(paragraphsOf([line(full, 0, { left: 72 + 2 * SIZE }), ...rows])).toHaveLength(1);
    expect(paragraphsOf([line(full, 0), ...rows])).toHaveLength(2);
  });
});
