import { type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { LedgerOptions } from './ledger.js';
import { BLANK } from './names.js';
import { shortenMiddle } from './shorten.js';
import { type Chapter, chapterOf, openBook } from './workbook/book.js';
import type { Sheet, SheetCell } from './workbook/sheet.js';
import type { BinaryWriter } from './writer.js';

/** The ledger of one or several documents as a workbook of Excel. The same documents give the same bytes. */
export function xlsxWriter(options: LedgerOptions): BinaryWriter<Chapter> {
  const book = openBook(options);
  return {
    part: chapterOf,
    take: book.take,
    bytes: async () => {
      const sheets = book.sheets();
      if (sheets.length === 0) return null;
      return writeXlsx({
        sheets: sheets.map(toWrite),
        defaultFont: { name: '微软雅黑', size: 10, charset: 134 },
        properties: { title: '整改台账', creator: '对照', created: NO_TIME, modified: NO_TIME },
      });
    },
  };
}

/** The clock has no part in the file; this is the first moment a ZIP archive can name. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/** What Excel takes in one cell, in UTF-16 units. */
const LONGEST_CELL = 32_767;

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const HEADER: CellStyle = {
  font: { name: '微软雅黑', size: 10, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4ECF3' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};
const WORDS: CellStyle = { alignment: { vertical: 'top', wrapText: true }, border };
const FIGURE: CellStyle = { alignment: { horizontal: 'center', vertical: 'top' }, border };
/** Stays text also when it is typed over or saved as another format. */
const KEPT: CellStyle = { ...WORDS, numFmt: '@' };
const TO_FILL: CellStyle = {
  font: { color: { rgb: '9C5700' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' }, bgColor: { rgb: 'FFF2CC' } },
};

function toWrite({ name, columns, rows }: Sheet): WriteSheet {
  const last = colToLetter(Math.max(columns.length - 1, 0));
  const end = rows.length + 1;
  const all: readonly (readonly SheetCell[])[] = [columns.map(({ title }) => title), ...rows];
  const values = all.map((row) => row.map(fit));
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: values,
    cells: new Map(
      values.flatMap((row, r) =>
        row.map((value, c) => [`${r},${c}`, { value, style: r === 0 ? HEADER : styleOf(value) }] as const),
      ),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${end}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: '&C&P / &N' },
    ...(rows.length === 0
      ? {}
      : {
          dataValidations: columns.flatMap(({ title, choices }, i) =>
            choices ? [dropDown(title, choices, `${colToLetter(i)}2:${colToLetter(i)}${end}`)] : [],
          ),
          // Vanishes as soon as something is filled in.
          conditionalRules: [
            {
              type: 'expression',
              priority: 1,
              range: `A2:${last}${end}`,
              formula: `A2="${BLANK}"`,
              style: TO_FILL,
            },
          ],
        }),
  };
}

const fit = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' ? shortenMiddle(cell, LONGEST_CELL) : cell;

/** Words that a spreadsheet would take for a formula when they are entered again. */
const styleOf = (cell: SheetCell): CellStyle =>
  typeof cell === 'number' ? FIGURE : /^[=+\-@＝＋－＠\t\r]/.test(cell) ? KEPT : WORDS;

const dropDown = (title: string, values: readonly string[], range: string) => ({
  type: 'list' as const,
  values: [...values],
  range,
  allowBlank: true,
  showErrorMessage: true,
  // An office may have words of its own.
  errorStyle: 'warning' as const,
  errorTitle: title,
  errorMessage: `一般填${values.join('、')}。仍要使用所填的内容吗？`,
});
