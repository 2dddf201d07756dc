import type { Notice, Reading } from './document.js';
import { writeReading } from './emission.js';
import { endsClause, endsSentence } from './ends.js';
import { type Joined, joinLines } from './joining.js';
import { type Lines, splitLines } from './lines.js';
import { type MarkdownMarks, readMarkdown } from './markdown.js';
import { findWebNoise } from './noise.js';
import { lineNumber } from './numbering.js';
import { findPageNumbers } from './pages.js';
import { positions } from './position.js';
import { looksTraditional, type Tables } from './tables.js';
import { findWrapping, type ReadLine, type Wrapping } from './wrapping.js';

export type Format = 'text' | 'markdown';

export interface ReadingOptions {
  readonly format: Format;
  readonly tables: Tables;
}

/**
 * Text → reading: leaves out page numbers and web noise, joins lines that were wrapped, unifies white space,
 * punctuation, quotation marks and script. See {@link Reading} for what holds of the outcome.
 *
 * @param text as `Document.text`: line ends are `\n`
 * @returns the reading, and notices on all that was left out or changed, spans in units of `text`
 */
export function makeReading(
  text: string,
  { format, tables }: ReadingOptions,
): { readonly reading: Reading; readonly notices: readonly Notice[] } {
  const lines = splitLines(text);
  const markdown = format === 'markdown' ? readMarkdown(text, lines) : null;
  const noise = findNoise(text, lines, markdown, tables);
  const read = readLines(text, lines, noise, markdown);
  const wrapping = read.length > 1 ? findWrapping(text, lines, read) : null;
  const joined = joinLines(text, lines, read, wrapping);
  const traditional = looksTraditional(text, tables);
  const reading = writeReading(text, lines, {
    lines: Uint32Array.from(read, ({ line }) => line),
    continues: joined.continues,
    units: traditional ? tables.simplifiedUnits : tables.units,
    mask: markdown?.mask ?? null,
    level: markdown?.level ?? null,
    cutsWords: wrapping?.manner === 'cut',
  });
  return { reading, notices: noticesOf(text, lines, noise, wrapping, joined, traditional, reading) };
}

interface Noise {
  /** Per line: 0 read, 1 page number, 2 web noise, 3 nothing but marks of Markdown. */
  readonly skip: Uint8Array;
  readonly pages: readonly number[];
  readonly web: readonly number[];
}

function findNoise(text: string, lines: Lines, markdown: MarkdownMarks | null, tables: Tables): Noise {
  const skip = new Uint8Array(lines.count);
  if (markdown !== null) for (let i = 0; i < lines.count; i++) if (markdown.empty[i] === 1) skip[i] = 3;
  const pages = findPageNumbers(text, lines).filter((line) => skip[line] === 0);
  for (const line of pages) skip[line] = 1;
  const web = findWebNoise(text, lines, skip, tables.noise);
  for (const line of web) skip[line] = 2;
  return { skip, pages, web };
}

/** Texts with a blank line behind nearly every line are double-spaced: there one blank line says nothing. */
const DOUBLE_SPACED = 0.8;

/** The lines that are left, with what joining needs to know of them. */
function readLines(text: string, lines: Lines, { skip }: Noise, markdown: MarkdownMarks | null): ReadLine[] {
  const read: ReadLine[] = [];
  let page = false;
  let blank = false;
  const usual = lines.blanks.filter((blanks) => blanks > 0).length >= DOUBLE_SPACED * (lines.count - 1) ? 1 : 0;
  for (let line = 0; line < lines.count; line++) {
    if (lines.pageBreak[line] === 1) page = true;
    if ((lines.blanks[line] ?? 0) > usual) blank = true;
    if (skip[line] !== 0) {
      if (skip[line] === 1) page = true;
      continue;
    }
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    read.push({
      line,
      ends: endsSentence(text, from, to) ? 'sentence' : endsClause(text, to) ? 'clause' : 'within',
      number: lineNumber(text, from, to),
      gap: page ? 'page' : blank ? 'blank' : 'none',
      alone: markdown?.alone[line] === 1,
      opens: markdown?.opens[line] === 1,
    });
    page = false;
    blank = false;
  }
  return read;
}

function noticesOf(
  text: string,
  lines: Lines,
  { pages, web }: Noise,
  wrapping: Wrapping | null,
  { unwrapped }: Joined,
  traditional: boolean,
  reading: Reading,
): Notice[] {
  const notices: Notice[] = [];
  if (pages.length > 0) {
    notices.push({ code: 'page-noise', message: `略去页码 ${pages.length} 行：${listed(text, lines, pages)}。` });
  }
  if (web.length > 0) {
    const message = `略去网页附带文字 ${web.length} 行：${listed(text, lines, web)}。`;
    notices.push({ code: 'page-noise', message });
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

/** How many lines a notice quotes, and how much of each. */
const LISTED = 8;
const QUOTED = 16;

function listed(text: string, lines: Lines, which: readonly number[]): string {
  const position = positions(text);
  const quoted = which.slice(0, LISTED).map((line) => {
    const from = lines.from[line] ?? 0;
    const to = lines.to[line] ?? 0;
    const words = text.slice(from, Math.min(to, from + QUOTED));
    return `第 ${position(from).line} 行“${words}${to - from > QUOTED ? '……' : ''}”`;
  });
  return quoted.join('、') + (which.length > LISTED ? ' 等' : '');
}
