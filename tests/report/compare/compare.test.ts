import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderCompareHtml } from '../../../src/report/compare/html.js';
import { renderCompareMarkdown } from '../../../src/report/compare/markdown.js';
import { slopeChart } from '../../../src/report/compare/slope.js';
import { renderCompare } from '../../../src/report/compare/terminal.js';
import { widthOf } from '../../../src/report/width.js';
import { AFTER, BEFORE, compareTexts } from '../../compare/years.js';

const comparison = await compareTexts(BEFORE, AFTER);
const hostile = await compareTexts(
  BEFORE,
  AFTER.replaceAll('供水应急预案', '<script>alert(1)</script>|**预案**'),
);

/** Names of all elements, and all text, of a page. */
function read(page: string): { readonly elements: ReadonlySet<string>; readonly words: string } {
  const elements = new Set<string>();
  let words = '';
  const visit = (node: object): void => {
    if ('tagName' in node) elements.add(String(node.tagName));
    if ('value' in node) words += String(node.value);
    if ('childNodes' in node && Array.isArray(node.childNodes))
      for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return { elements, words };
}

describe('the page', () => {
  const page = renderCompareHtml(comparison);

  it('runs and loads nothing', () => {
    const { elements } = read(renderCompareHtml(hostile));
    expect([...elements].filter((name) => ['script', 'img', 'link', 'iframe'].includes(name))).toEqual([]);
    expect(page).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`);
    expect(page).not.toMatch(/https?:\/\//);
  });

  it('shows words of documents as words', () => {
    expect(read(renderCompareHtml(hostile)).words).toContain('<script>alert(1)</script>');
  });

  it('marks on either side what the other does not have', () => {
    const text = (tag: string) =>
      [...page.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((m) => m[1]);
    expect(text('del').join('')).toContain('修好');
    expect(text('ins').join('')).toContain('村民');
    expect(text('ins').join('')).not.toContain('修好');
  });
});

describe('the slope chart', () => {
  it('draws a line a theme with one point a year, higher for more', () => {
    const themes = [{ theme: '理论学习' as const, counts: [1, 3, 2] }];
    const svg = String(slopeChart({ ...comparison.trend, themes }, ['2022', '2023', '2024']));
    const points = /points="([^"]*)"/
      .exec(svg)?.[1]
      ?.split(' ')
      .map((point) => point.split(',').map(Number));
    const [first = [], second = [], third = []] = points ?? [];
    expect(points?.length).toBe(3);
    expect((first[0] ?? 0) < (second[0] ?? 0) && (second[0] ?? 0) < (third[0] ?? 0)).toBe(true);
    expect((second[1] ?? 0) < (third[1] ?? 0) && (third[1] ?? 0) < (first[1] ?? 0)).toBe(true);
  });
});

describe('the terminal', () => {
  it.each([60, 100])('keeps to %i columns', (width) => {
    const lines = renderCompare(comparison, { color: false, width, all: true }).split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  it('shows the summary only when quiet', () => {
    const quiet = renderCompare(comparison, { color: false, width: 100, quiet: true });
    expect(quiet).toContain('称2023年度民主生活会查摆5个问题，上一份里读到的是4个问题，对不上。（第5行）');
    expect(quiet).not.toContain('公务用车管得松');
  });
});

describe('Markdown', () => {
  it('tells the files, and the grounds of what is said', () => {
    const page = renderCompareMarkdown(comparison);
    expect(page).toContain('- 2023年度：1.txt（个人材料，4个问题）');
    expect(page).toMatch(/\| 报告解决 \|.*\| 报告已整改：“东支渠清淤拖期的问题/);
    expect(page).toMatch(/\| 仍然存在 \|.*水库/);
  });

  it('has a row for every problem and takes no words for markup', () => {
    const page = renderCompareMarkdown(hostile);
    expect(page).toContain('\\<script\\>');
    expect(page).toContain('\\|\\*\\*预案\\*\\*');
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
    const tables = page.split('\n\n').filter((block) => block.startsWith('|'));
    for (const table of tables) expect(new Set(table.trim().split('\n').map(cells)).size).toBe(1);
    expect(tables.length).toBeGreaterThanOrEqual(4);
  });
});
