import { describe, expect, it } from 'vitest';
import { linesOf, type PdfLine } from '../../../../src/document/formats/pdf/lines.js';
import { withoutNotes } from '../../../../src/document/formats/pdf/notes.js';
import { blocksOf } from '../../../../src/document/formats/pdf/paragraphs.js';
import { stretchesOf } from '../../../../src/document/formats/pdf/tables.js';
import { item, page, SIZE } from './page-of.js';

const CELL = 10;
const LEFT = [72, 110, 190, 270] as const;

/** Lines of a page: a string is a line of the body, an array the words of columns, small. */
const linesFrom = (rows: readonly (string | readonly string[])[], number = 1): readonly PdfLine[] =>
  linesOf(
    page(
      ...rows.flatMap((row, i) => {
        const y = 780 - i * 20;
        return typeof row === 'string'
          ? [item(row, 72, y)]
          : row.flatMap((words, k) => (words === '' ? [] : [item(words, LEFT[k] ?? 0, y, CELL)]));
      }),
    ),
    number,
  );

const read = (...pages: readonly (readonly (string | readonly string[])[])[]): readonly string[] =>
  blocksOf(stretchesOf(pages.flatMap((rows, i) => linesFrom(rows, i + 1)))).map(({ text }) => text);

const FULL = '理论学习不深入不系统满足于一知半解没有真正学懂弄通做实';
const HEAD = ['序号', '问题', '原因', '措施'];

describe('tables', () => {
  it('have their wrapped cells put together, by the column of numbers', () => {
    expect(
      read([
        FULL,
        HEAD,
        ['1', '理论学习不', '忙于事务，', '每月学习一'],
        ['', '够深入', '放松要求。', '次'],
        ['2', '担当不够', '怕担责，怕', '建立清单'],
        ['', '', '出错'],
        '以上是查摆的问题。',
      ]),
    ).toEqual([
      FULL,
      '序号\t问题\t原因\t措施',
      '1\t理论学习不够深入\t忙于事务，放松要求。\t每月学习一次',
      '2\t担当不够\t怕担责，怕出错\t建立清单',
      '以上是查摆的问题。',
    ]);
  });

  it('go on over the end of a page, with their first row once', () => {
    expect(
      read(
        [HEAD, ['1', '学习不够', '忙于事务，'], ['2', '担当不够', '怕担责，怕', '建立清']],
        [['', '', '出错', '单'], HEAD, ['3', '作风不实', '要求不严', '每周下沉']],
      ),
    ).toEqual([
      '序号\t问题\t原因\t措施',
      '1\t学习不够\t忙于事务，',
      '2\t担当不够\t怕担责，怕出错\t建立清单',
      '3\t作风不实\t要求不严\t每周下沉',
    ]);
  });

  it('without numbers begin a row where words stand again below a cell that had ended', () => {
    expect(
      read([
        ['', '问题', '原因', '措施'],
        ['', '理论学习', '忙于事务，放', '每月学习'],
        ['', '不深入', '松了要求'],
        ['', '担当不够', '怕担责', '建立清'],
        ['', '', '', '单'],
      ]),
    ).toEqual([
      '问题\t原因\t措施',
      '理论学习不深入\t忙于事务，放松了要求\t每月学习',
      '担当不够\t怕担责\t建立清单',
    ]);
  });

  it('are not seen in words with gaps, nor in two columns', () => {
    const names = linesOf(page(item('张三', 72, 700), item('李四', 140, 700), item('王五', 210, 700)), 1);
    const two = [0, 1, 2].map((i) => [
      item(FULL.slice(0, 10), 72, 600 - i * 24),
      item(FULL.slice(0, 10), 300, 600 - i * 24),
    ]);
    const lines = [...names, ...linesFrom([FULL, FULL]), ...linesOf(page(...two.flat()), 1)];
    expect(stretchesOf(lines).map(({ kind }) => kind)).toEqual(['text']);
  });
});

describe('notes', () => {
  const small = (text: string, y: number) => item(text, 72, y, 10);

  it('in smaller letters at the end of a page are taken away, all their lines', () => {
    const lines = linesOf(
      page(item(FULL, 72, 700), small('①见2021年工作报告', 120), small('第3页。', 105), small('②同上。', 90)),
      1,
    );
    const { stretches, notes } = withoutNotes(stretchesOf(lines), SIZE);
    expect(notes).toBe(3);
    expect(stretches.flatMap(({ lines: own }) => own.map(({ text }) => text))).toEqual([FULL]);
  });

  it('are no rows of a table that ends the page', () => {
    const lines = linesFrom([FULL, HEAD, ['1', '学习', '忙', '学'], ['2', '担当', '怕', '改'], ['', '3 月']]);
    expect(withoutNotes(stretchesOf(lines), SIZE).notes).toBe(0);
  });

  it('have their references taken out of the text, but not powers', () => {
    const raised = (text: string, x: number) => item(text, x, 706, 9);
    const [line] = linesOf(
      page(item('调研', 72, 700), raised('1', 104), item('面积3m', 113, 700), raised('2', 177)),
      1,
    );
    expect(line?.text).toBe('调研面积3m2');
  });
});
