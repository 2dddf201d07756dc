import { Document, LevelFormat, LevelSuffix, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** Numbers that Word would give, by level. */
const LEVELS = [
  { pattern: /^([一二三四五六七八九十]+)、/, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' },
  {
    pattern: /^（([一二三四五六七八九十]+)）/,
    format: LevelFormat.CHINESE_COUNTING_THOUSAND,
    text: '（%2）',
  },
  { pattern: /^(\d+)\./, format: LevelFormat.DECIMAL, text: '%3.' },
] as const;

export interface Written {
  readonly bytes: Uint8Array;
  /** Paragraphs whose number is automatic. */
  readonly automatic: number;
}

/**
 * Paragraphs as a Word file of npm's docx: numbers that follow each other become automatic, others stay words; rows
 * with tabs become tables.
 */
export async function written(lines: readonly string[]): Promise<Written> {
  const counts = [0, 0, 0];
  let automatic = 0;
  const children: (Paragraph | Table)[] = [];
  let rows: (readonly string[])[] = [];
  const endTable = (): void => {
    if (rows.length > 0) children.push(tableOf(rows));
    rows = [];
  };
  const paragraph = (line: string): Paragraph => {
    for (const [level, { pattern }] of LEVELS.entries()) {
      const [mark = '', number = ''] = pattern.exec(line) ?? [];
      if (mark === '' || valueOfNumber(number) !== (counts[level] ?? 0) + 1) continue;
      counts[level] = (counts[level] ?? 0) + 1;
      counts.fill(0, level + 1);
      automatic++;
      return new Paragraph({ text: line.slice(mark.length), numbering: { reference: 'list', level } });
    }
    return new Paragraph(line);
  };
  for (const line of lines) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'));
    } else {
      endTable();
      children.push(paragraph(line));
    }
  }
  endTable();
  const levels = LEVELS.map(({ format, text }, level) => ({
    level,
    format,
    text,
    suffix: LevelSuffix.NOTHING,
  }));
  const document = new Document({
    numbering: { config: [{ reference: 'list', levels }] },
    sections: [{ children }],
  });
  return { bytes: new Uint8Array(await Packer.toArrayBuffer(document)), automatic };
}

/** All rows as long as the longest: empty cells at the end are not in the text. */
function tableOf(rows: readonly (readonly string[])[]): Table {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const cell = (words = ''): TableCell => new TableCell({ children: [new Paragraph(words)] });
  const all = rows.map((cells) => Array.from({ length: columns }, (_, i) => cell(cells[i])));
  return new Table({ rows: all.map((children) => new TableRow({ children })) });
}

const DIGITS = '〇一二三四五六七八九';

/** Up to 九十九. */
function valueOfNumber(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['〇', number];
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
