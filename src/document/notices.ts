import type { Notice, Reading } from './document.js';
import type { Wrapping } from './fit.js';
import { positions } from './position.js';
import type { Sheet } from './sheet.js';

/** What was done to a text on the way to its reading. */
export interface Done {
  /** Indices of lines left out. */
  readonly pages: readonly number[];
  readonly web: readonly number[];
  readonly wrapping: Wrapping | null;
  /** Line ends taken for wrapping. */
  readonly unwrapped: number;
  readonly traditional: boolean;
  readonly reading: Reading;
}

/** Tells the user, in Chinese, what was left out or changed. */
export function noticesOf(
  sheet: Sheet,
  { pages, web, wrapping, unwrapped, traditional, reading }: Done,
): Notice[] {
  const notices: Notice[] = [];
  if (pages.length > 0) {
    notices.push({ code: 'page-noise', message: `略去页码 ${pages.length} 行：${listed(sheet, pages)}。` });
  }
  if (web.length > 0) {
    notices.push({
      code: 'page-noise',
      message: `略去网页附带文字 ${web.length} 行：${listed(sheet, web)}。`,
    });
  }
  if (wrapping !== null && unwrapped > 0) {
    const width = wrapping.measure === 0 ? wrapping.width : Math.round(wrapping.width / 2);
    const message = `正文约每 ${width} 字换一行，已接好 ${unwrapped} 处，按 ${reading.paragraphs.length} 段分析。`;
    notices.push({ code: 'unwrapped', message });
  }
  if (traditional) {
    notices.push({ code: 'script', message: '正文是繁体字，分析时按简体字处理，引文仍用原文。' });
  }
  if (reading.text === '') notices.push({ code: 'empty', message: '没有可读的文字。' });
  return notices;
}

/** How many lines a notice quotes, and how many units of each. */
const LISTED = 8;
const QUOTED = 16;

function listed({ text, lines }: Sheet, which: readonly number[]): string {
  const position = positions(text);
  const quoted = which.slice(0, LISTED).map((line) => {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    const words = text.slice(from, Math.min(to, from + QUOTED));
    return `第 ${position(from).line} 行“${words}${to - from > QUOTED ? '……' : ''}”`;
  });
  return quoted.join('、') + (which.length > LISTED ? ' 等' : '');
}
