import type { Analysis } from '../analysis.js';
import { toText } from '../document/document.js';
import type { Span } from '../document/span.js';
import { headingOf } from '../outline/heading.js';
import type { Item, Marker, MarkerStyle } from '../outline/outline.js';
import { defineRule, everyKind, type Report } from './rule.js';

/** Numbers of siblings that differ in their marks, skip, or repeat; brackets of two widths. */
export const numbering = defineRule({
  id: 'numbering',
  title: '编号混用、跳号、重号',
  severity: 'warning',
  kinds: everyKind,
  rationale: '编号前后不一，说明材料是拼起来的或没有通读过；跳号还会让人以为漏了一条。',
  bad: [
    {
      text: '二、存在的主要问题\n1、学习不深入。10月请假2次。\n2.作风不实。5月只去了1个村。\n3.担当不足。项目拖了2个月。',
      marked: '1、学习不深入',
    },
    {
      text: '存在的主要问题\n（一)学习不深入。10月请假2次。\n（二）作风不实。5月只去了1个村。',
      marked: '（一)学习不深入',
    },
    {
      text: '存在的主要问题\n1.学习不深入。10月请假2次。\n3.作风不实。5月只去了1个村。',
      marked: '3.作风不实',
    },
  ],
  good: [
    { text: '二、存在的主要问题\n1.学习不深入。10月请假2次。\n2.作风不实。5月只去了1个村。' },
    {
      text: '存在的主要问题\n（一）学习不深入。落实“三会一课”不到位，10月请假2次。\n（二）作风不实。5月只去了1个村。',
    },
    { text: '一、存在的主要问题\n1.学习不深入。10月请假2次。\n二、整改措施\n1.抓学习。每月写笔记1篇。' },
  ],
  falsePositives: ['有意分两套编号、又排在同一层的，会当成混用。'],
  check: (analysis, report) => {
    const { root } = analysis.reading.outline;
    for (const marker of analysis.reading.outline.markers) brackets(analysis, marker, report);
    siblings(analysis, root, report);
  },
});

type Reporter = (finding: Report) => void;

/** Styles whose numbers must follow one another and look alike. */
const STRICT: ReadonlySet<MarkerStyle> = new Set([
  'section',
  'bracketed',
  'decimal',
  'bracketed-decimal',
  'circled',
]);
/** Characters of the heading shown behind the number. */
const SHOWN = 24;

function brackets(analysis: Analysis, marker: Marker, report: Reporter): void {
  const words = original(analysis, marker);
  if (!/（[^（）()]*\)|\([^（）()]*）/.test(words)) return;
  report({
    span: shown(analysis, marker),
    message: `编号“${words.trim()}”的括号一边全角、一边半角。`,
    suggestion: '两边都用全角括号。',
  });
}

function siblings(analysis: Analysis, parent: Item, report: Reporter): void {
  let list: Item[] = [];
  const close = (): void => {
    order(analysis, list, report);
    marks(analysis, list, report);
    list = [];
  };
  for (const child of parent.children) {
    const style = child.marker?.style;
    if (style !== list[0]?.marker?.style || child.marker?.ordinal === 1) close();
    if (style && STRICT.has(style)) list.push(child);
    siblings(analysis, child, report);
  }
  close();
  rows(analysis, parent, report);
}

function order(analysis: Analysis, list: readonly Item[], report: Reporter): void {
  let previous: Marker | null = null;
  for (const { marker } of list) {
    if (!marker) continue;
    if (previous && marker.ordinal !== previous.ordinal + 1)
      report({
        span: shown(analysis, marker),
        message:
          marker.ordinal === previous.ordinal
            ? `编号“${original(analysis, marker).trim()}”与上一条重复。`
            : `编号从${previous.ordinal}跳到了${marker.ordinal}。`,
        suggestion: '按顺序重新编号；如果中间漏了一条，把它补上。',
      });
    previous = marker;
  }
}

/** The mark that fewer siblings have is the odd one. */
function marks(analysis: Analysis, list: readonly Item[], report: Reporter): void {
  if (list.length < 2) return;
  const shapes = list.map(({ marker }) => (marker ? shapeOf(original(analysis, marker)) : ''));
  if (shapes.every((shape) => shape === shapes[0])) return;
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const [[usual] = ['']] = [...counts].sort((a, b) => b[1] - a[1]);
  list.forEach(({ marker }, i) => {
    if (!marker || shapes[i] === usual) return;
    report({
      span: shown(analysis, marker),
      message: `编号“${original(analysis, marker).trim()}”与同级其他各条的写法不一致。`,
      suggestion: '同一级用同一种编号写法。',
    });
  });
}

/** Numbers in the first column of a table. */
function rows(analysis: Analysis, { children }: Item, report: Reporter): void {
  let previous: number | null = null;
  for (const { form, span } of children) {
    if (form !== 'row') continue;
    const first = /^\s*(\d{1,3})\s*\t/.exec(analysis.reading.text.slice(span.start, span.end));
    const value = first ? Number(first[1]) : null;
    if (value !== null && previous !== null && value !== previous + 1 && value !== 1)
      report({
        span: toText(analysis.document.reading, {
          start: span.start,
          end: Math.min(span.end, span.start + SHOWN),
        }),
        message: `序号从${previous}跳到了${value}。`,
        suggestion: '按顺序重新编号；如果中间漏了一条，把它补上。',
      });
    previous = value;
  }
}

const original = ({ document }: Analysis, marker: Span): string => {
  const { start, end } = toText(document.reading, marker);
  return document.text.slice(start, end);
};

/** The mark without its number; brackets of both widths count as one, they are another fault. */
const shapeOf = (words: string): string =>
  words
    .replace(/[\d０-９一二三四五六七八九十①-⑳⑴-⒇⒈-⒛]+/u, 'N')
    .replace(/\s/g, '')
    .replace(/[（(]/g, '（')
    .replace(/[）)]/g, '）');

function shown({ document, reading }: Analysis, marker: Marker): Span {
  const item = ownersOf(reading.outline.root).get(marker);
  const end = item ? headingOf(reading.text, item).end : marker.end;
  return toText(document.reading, {
    start: marker.start,
    end: Math.max(marker.end, Math.min(end, marker.end + SHOWN)),
  });
}

const owners = new WeakMap<Item, ReadonlyMap<Marker, Item>>();

/** Items by their numbers; a document with a fault in each of its numbers asks for all of them. */
function ownersOf(root: Item): ReadonlyMap<Marker, Item> {
  const known = owners.get(root);
  if (known) return known;
  const found = new Map<Marker, Item>();
  const look = (item: Item): void => {
    if (item.marker) found.set(item.marker, item);
    item.children.forEach(look);
  };
  look(root);
  owners.set(root, found);
  return found;
}
