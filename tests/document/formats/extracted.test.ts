import { describe, expect, it } from 'vitest';
import { type Extracted, fitting } from '../../../src/document/formats/extracted.js';
import { placesOf } from '../../../src/document/place.js';
import { fromExtracted } from '../../../src/document/read.js';
import { slice } from '../../../src/document/span.js';
import { corpusFile, leadsTo, open as openText, tables } from '../reader.js';

interface Given {
  readonly text: string;
  readonly headingLevel?: number;
  readonly row?: boolean;
}

/** As the reader of a format gives it: one paragraph a line. */
function extracted(given: readonly Given[]): Extracted {
  let end = -1;
  const paragraphs = given.map(({ text, ...rest }) => {
    const start = end + 1;
    end = start + text.length;
    return { start, end, ...rest };
  });
  return {
    format: 'docx',
    text: given.map(({ text }) => text).join('\n'),
    paragraphs,
    places: paragraphs.map(({ start }, i) => ({ start, page: null, paragraph: i + 1 })),
    notices: [],
  };
}

const open = (...given: readonly Given[]) => fromExtracted(extracted(given), { tables });
const lines = (...given: readonly Given[]): readonly string[] => open(...given).reading.text.split('\n');

describe('a text whose paragraphs the format tells', () => {
  it('joins no lines, however evenly they are cut', () => {
    const cut = Array.from(
      { length: 12 },
      () => '学习不够深入担当不够有力作风不够扎实纪律不够严格廉洁不够自觉',
    );
    expect(lines(...cut.map((text) => ({ text })))).toEqual(cut);
  });

  it('takes heading levels', () => {
    const { reading } = open(
      { text: '学习方面', headingLevel: 2 },
      { text: '', headingLevel: 1 },
      { text: '正文。' },
    );
    expect(reading.paragraphs.map(({ headingLevel }) => headingLevel)).toEqual([2, undefined]);
  });

  it('keeps the cells of rows apart, empty ones in front too, and no other tabs', () => {
    expect(
      lines(
        { text: '一、\t学习方面\t' },
        { text: '问题\t原因', row: true },
        { text: '1、\t学习不够', row: true },
        { text: '\t\t担当不够\t\t', row: true },
      ),
    ).toEqual(['一、学习方面', '问题\t原因', '1、\t学习不够', '\t\t担当不够']);
  });

  it('ends what is read together at a line break inside a paragraph', () => {
    expect(lines({ text: '个人对照检查材料\n张某某' }, { text: '正文。' })).toEqual([
      '个人对照检查材料',
      '张某某',
      '正文。',
    ]);
  });

  it('leads back to the text', () => {
    const document = open({ text: '１．学习“不够”' }, { text: '担当 不够\u200b有力' });
    expect(leadsTo(document, '担当不够有力')).toEqual(['担当 不够\u200b有力']);
    expect(document.reading.paragraphs.map(({ span }) => slice(document.reading.text, span))).toEqual([
      '1.学习“不够”',
      '担当不够有力',
    ]);
  });

  it('still leaves out page numbers and unifies traditional characters', () => {
    expect(lines({ text: '對照檢查個人發言材料，學習不夠' })).toEqual(['对照检查个人发言材料，学习不够']);
  });

  it('carries format, notices and places', () => {
    const document = fromExtracted(
      {
        ...extracted([{ text: '一' }, { text: '二' }]),
        notices: [{ code: 'format', message: '略去脚注。' }],
      },
      { tables, file: '甲.docx' },
    );
    expect(document).toMatchObject({ file: '甲.docx', format: 'docx', notices: [{ message: '略去脚注。' }] });
    expect(placesOf(document)(2)).toBe('第2段');
  });

  it('reads a document of the corpus as plain text is read', () => {
    const text = corpusFile('2021-district-deputy-secretary.txt');
    const document = open(...text.split('\n').map((line) => ({ text: line })));
    expect(document.reading).toEqual(openText(text).reading);
  });
});

it('fitting replaces what no text may hold, unit by unit', () => {
  expect(fitting('一\r二\u2028三\0\ud800四😀')).toBe('一\n二\n三\ufffd\ufffd四😀');
});
