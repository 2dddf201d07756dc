/**
 * Draws what `duizhao check` prints as an SVG for the README: `npm run build:picture`.
 * The letters of a terminal stand in cells, Han characters in two; every stretch is placed by its column.
 */
import { writeFile } from 'node:fs/promises';
import { eastAsianWidth } from 'get-east-asian-width';
import { createAnalyzer } from '../src/index.js';
import { renderCheck } from '../src/report/terminal.js';
import { rules } from '../src/rules/index.js';

/** Half of the font size: Han characters are as wide as they are high. */
const CELL = 6.5;
const LINE = 19;
const SHOWN = 44;
const COLORS: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '34': '#79c0ff',
  '36': '#76e3ea',
  '35': '#d2a8ff',
};

const analyzer = await createAnalyzer();
const document = await analyzer.read('corpus/2021-district-deputy-secretary.txt');
const report = renderCheck([analyzer.check(document)], { rules, color: true, width: 100 });
const lines = report.split('\n').slice(0, SHOWN);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + eastAsianWidth(char.codePointAt(0) ?? 0), 0);

/** Bars, marks that are narrow in a terminal and wide in Chinese fonts, Han characters, all else. */
const RUNS =
  /█+|░+|[“”‘’…—■▸]+|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|[^█░“”‘’…—■▸\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;

function drawRun(run: string, x: number, row: number, style: string): string {
  const y = 24 + row * LINE;
  if (run.trim() === '') return '';
  if (run.startsWith('█') || run.startsWith('░'))
    return `<rect x="${x}" y="${y - 11}" width="${run.length * CELL}" height="12" opacity="${run.startsWith('█') ? 0.9 : 0.2}" fill="#e6edf3"/>`;
  const narrow = /^[“”‘’…—■▸]/.test(run) ? ' font-family="DejaVu Sans Mono,monospace" font-size="10.8"' : '';
  return `<text x="${x}" y="${y}" xml:space="preserve"${narrow}${style}>${escaped(run)}</text>`;
}

const ESC = String.fromCharCode(27);
const ESCAPES = new RegExp(`(${ESC}\\[\\d+m)`);

function drawLine(line: string, row: number): string {
  let column = 0;
  let style = '';
  return line
    .split(ESCAPES)
    .map((piece) => {
      const code = /\[(\d+)m/.exec(piece)?.[1];
      if (piece.startsWith(ESC) && code !== undefined) {
        if (code === '1') style += ' font-weight="bold"';
        else if (code === '2') style += ' opacity="0.65"';
        else style = COLORS[code] ? ` fill="${COLORS[code]}"` : '';
        return '';
      }
      // Each run starts in its column, so that Han and Latin letters stay in line whatever the font.
      const drawn = [...piece.matchAll(RUNS)].map(([run]) => {
        const x = 12 + column * CELL;
        column += widthOf(run);
        return drawRun(run, x, row, style);
      });
      return drawn.join('');
    })
    .join('');
}

const height = 24 + SHOWN * LINE;
await writeFile(
  'docs/check.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 690 ${height}" font-family="'Noto Sans Mono CJK SC','Microsoft YaHei','PingFang SC',monospace" font-size="13" fill="#e6edf3"><title>duizhao check</title><rect width="690" height="${height}" rx="8" fill="#0d1117"/>\n${lines.map(drawLine).join('\n')}\n</svg>\n`,
);
