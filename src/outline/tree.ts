import type { Paragraph } from '../document/document.js';
import { firstMark, type Span, trimEnd } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { headingRole } from './heading-role.js';
import { HEADING_STYLES, type Marker, type MarkerStyle, markerStyles } from './markers.js';
import { isRow } from './rows.js';
import { findTurns } from './turns.js';

/** Roles that a paragraph can announce by a word and a colon (原因：… · 整改措施：…). */
export type LabelRole = 'problems' | 'examples' | 'causes' | 'measures' | 'progress';

/**
 * One node of the outline. `root` holds the document; `part` is a heading without number that opens a part;
 * `line` another heading without number; `numbered` an item with its number; `paragraph` a sentence that leads
 * into a list (原因有三：一是…二是…); `label` a paragraph that opens with 原因：, 整改措施： or the like; `row` a
 * table row.
 */
export interface Item {
  readonly form: 'root' | 'part' | 'line' | 'numbered' | 'paragraph' | 'label' | 'row';
  readonly marker: Marker | null;
  readonly label: LabelRole | null;
  /** From its number to the end of its last descendant, in units of the reading. */
  readonly span: Span;
  /** Its own text, without number, label and children: one stretch a paragraph, in order. */
  readonly own: readonly Span[];
  readonly children: readonly Item[];
  readonly parent: Item | null;
  /** Index of its first paragraph. */
  readonly paragraph: number;
}

interface Draft {
  form: Item['form'];
  marker: Marker | null;
  label: LabelRole | null;
  span: Span;
  own: Span[];
  children: Draft[];
  parent: Draft | null;
  paragraph: number;
}

/** A list that is still open: its items share a style; labels and lines are lists of their own. */
interface OpenList {
  readonly key: MarkerStyle | 'part' | 'line' | 'paragraph' | 'label';
  /** Its latest item. */
  readonly item: Draft;
}

/** A text with its numbers found. */
export interface Numbered {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly markers: readonly Marker[];
  readonly hits: Hits;
  /** Number of paragraphs at the head that are the title, and index of the one with which the closing begins. */
  readonly titleTo: number;
  readonly closingFrom: number;
}

const LABELS: readonly (readonly [string, LabelRole])[] = [
  ['label-measures', 'measures'],
  ['label-causes', 'causes'],
  ['label-examples', 'examples'],
  ['label-problems', 'problems'],
  ['label-progress', 'progress'],
];

const LABELLING = [...LABELS.map(([category]) => category), 'label-causes-opener'];

const CONTAINERS: ReadonlySet<OpenList['key']> = new Set(['part', 'line', 'paragraph', 'label']);
const isContainer = (key: OpenList['key']): key is 'part' | 'line' | 'paragraph' | 'label' =>
  CONTAINERS.has(key);

/** Longest line without a full stop that is taken for a heading. */
const LONGEST_LINE = 50;
/** Longest line ending in a colon that heads something: 关于严格党内生活方面，主要是…： */
const LONGEST_LEAD = 80;

/**
 * Builds the tree of items from paragraphs and their numbers. Levels are relative: a number whose style is
 * open goes on with that list, any other opens a list below, unless its style stands above the open ones.
 */
export function buildTree({ text, paragraphs, markers, hits, titleTo, closingFrom }: Numbered): Item {
  const root = draft('root', { start: 0, end: text.length }, 0, null, []);
  const above = styleOrder(markers);
  const stack: OpenList[] = [];
  const top = (): Draft => stack.at(-1)?.item ?? root;
  let repeated: ReadonlyMap<string, number> | null = null;
  const turns = findTurns(text, paragraphs, markers, hits);
  let nextMarker = 0;

  const open = (key: OpenList['key'], item: Draft): void => {
    adopt(top(), item);
    stack.push({ key, item });
  };
  // Not by its length: that would give up the room that the next item needs.
  const popTo = (length: number): void => {
    while (stack.length > length) stack.pop();
  };

  paragraphs.forEach((paragraph, index) => {
    const { span } = paragraph;
    const first = nextMarker;
    while (markers[nextMarker]?.paragraph === index) nextMarker++;
    const opening = first < nextMarker ? markers[first] : undefined;
    const end = opening?.start ?? span.end;
    if (end > span.start) addUnmarked(span.start, end, paragraph, index, opening ?? listBelow(index));
    for (let i = first; i < nextMarker; i++) {
      const marker = markers[i];
      const next = i + 1 < nextMarker ? markers[i + 1]?.start : undefined;
      if (marker)
        addNumbered(marker, { start: marker.end, end: trimEnd(text, marker.end, next ?? span.end) }, index);
    }
  });

  /** The list that a paragraph ending in a colon leads into. */
  function listBelow(index: number): Marker | undefined {
    const next = markers[nextMarker];
    const leads =
      next?.paragraph === index + 1 &&
      next.opensParagraph &&
      next.ordinal === 1 &&
      text.charAt((paragraphs[index]?.span.end ?? 0) - 1) === '：';
    return leads && (!HEADING_STYLES.has(next.style) || turns.has(index)) ? next : undefined;
  }

  function addUnmarked(
    start: number,
    end: number,
    paragraph: Paragraph,
    index: number,
    leadsInto: Marker | undefined,
  ): void {
    const stretch = { start, end: trimEnd(text, start, end) };
    // Numbers inside a paragraph end with it: what follows belongs to the item whose paragraph it was.
    const inline = stack.findIndex(
      ({ key, item }) => key === 'paragraph' || (item.marker !== null && !item.marker.opensParagraph),
    );
    if (inline >= 0) popTo(inline);
    if (index < titleTo || index >= closingFrom) {
      popTo(0);
      root.own.push(stretch);
      return;
    }
    if (isRow(text, stretch)) {
      adopt(top(), draft('row', stretch, index, null, [stretch]));
      return;
    }
    const turn = turns.get(index);
    const label =
      labelOf(text, stretch, hits) ?? (turn?.recurs ? { role: turn.role, end: stretch.start } : undefined);
    // 关于…方面，主要是…： heads a field even where a list of 首先 or 一是 follows, unless it stands inside an item.
    const mayHead =
      !leadsInto ||
      stack.some(({ key }) => key === 'line') ||
      !stack.some(({ item }) => item.form === 'numbered');
    const isLine = mayHead && isHeadingLine(text, stretch, paragraph, hits, leadsInto);
    const role = isLine ? headingRole(text, stretch, hits) : null;
    if (role && !(label && recurs(stretch))) {
      popTo(0);
      open('part', textItem('part', stretch, index));
    } else if (label) {
      const already = stack.findIndex(({ key }) => key === 'label');
      if (already >= 0) popTo(already);
      const own = stretch.end > label.end ? [{ start: label.end, end: stretch.end }] : [];
      const item = draft('label', stretch, index, null, own);
      item.label = label.role;
      open('label', item);
    } else if (isLine) {
      const line = stack.findIndex(({ key }) => key === 'line');
      const part = stack.findIndex(({ key }) => key === 'part');
      const empty = stack.at(-1);
      // …方面 below an account of last year or the like opens the problems, which have no heading of their own.
      if (endsPreliminaries(stack[part]?.item, stretch)) popTo(0);
      else if (line >= 0) popTo(line);
      // A line right below a bare heading is its child; otherwise it opens a stretch below the part.
      else if (!(empty && isBare(text, empty.item))) popTo(part + 1);
      open('line', textItem('line', stretch, index));
    } else {
      if (turn) popTo(0);
      if (leadsInto) open('paragraph', textItem('paragraph', stretch, index));
      else top().own.push(stretch);
    }
  }

  /** Whether a line stands more than once in the document. */
  function recurs({ start, end }: Span): boolean {
    repeated ??= repeatedLines(text, paragraphs);
    return (repeated.get(text.slice(start, end)) ?? 0) > 1;
  }

  /** Whether a line heads a field of the problems behind a part that stands in front of them. */
  function endsPreliminaries(part: Draft | undefined, line: Span): boolean {
    const heading = part?.own[0];
    const role = heading && headingRole(text, heading, hits);
    return (
      (role === 'opening' || role === 'rectification' || role === 'matters') &&
      hits.last('field-end', line)?.end === line.end
    );
  }

  function addNumbered(marker: Marker, stretch: Span, index: number): void {
    const own = stretch.end > stretch.start ? [stretch] : [];
    const item = draft('numbered', { start: marker.start, end: stretch.end }, index, marker, own);
    popTo(placeOf(marker, stretch));
    open(marker.style, item);
  }

  /** Length of the stack below the list that the marker goes on with or opens. */
  function placeOf(marker: Marker, stretch: Span): number {
    for (let i = stack.length - 1; i >= 0; i--) {
      const list = stack[i];
      if (!list) continue;
      if (list.key === marker.style) return i;
      if (!CONTAINERS.has(list.key) || marker.ordinal !== 1) continue;
      // 一、带头…方面 behind a heading of another part without number opens the next part, not a list in this one.
      const leaves =
        list.key === 'part' &&
        namesField(text, stretch, hits) &&
        headingRole(text, list.item.own[0] ?? stretch, hits) !== 'problems';
      // Below 整改措施： or a heading without number a list may begin anew.
      return leaves ? i : trimLower(i + 1, marker);
    }
    return trimLower(0, marker);
  }

  /** From `base` upwards, keeps open what may stand above the marker's style; numbers inside a paragraph stand below its own. */
  function trimLower(base: number, marker: Marker): number {
    for (let i = base; i < stack.length; i++) {
      const list = stack[i];
      const inside = !marker.opensParagraph && list?.item.paragraph === marker.paragraph;
      if (list && !isContainer(list.key) && !inside && above(marker.style, list.key)) return i;
    }
    return stack.length;
  }

  finish(root);
  return root;
}

/**
 * Which of two styles stands above the other: the usual order, unless this document shows the reverse (lists
 * of the usually higher style enclosed between successive numbers of the lower one).
 */
function styleOrder(markers: readonly Marker[]): (a: MarkerStyle, b: MarkerStyle) => boolean {
  const count = markerStyles.length;
  // By pair of styles, how often the first encloses the second; by style, whether the others began a list since.
  const enclosed = new Uint32Array(count * count);
  const begun = new Uint8Array(count * count);
  const latest = new Int32Array(count).fill(-2);
  for (const { style, ordinal, opensParagraph } of markers) {
    if (!opensParagraph) continue;
    const own = markerStyles.indexOf(style);
    const goesOn = ordinal === (latest[own] ?? 0) + 1;
    for (let other = 0; other < count; other++) {
      const pair = own * count + other;
      if (goesOn) enclosed[pair] = (enclosed[pair] ?? 0) + (begun[pair] ?? 0);
      begun[pair] = 0;
      if (ordinal === 1 && other !== own) begun[other * count + own] = 1;
    }
    latest[own] = ordinal;
  }
  return (a, b) => {
    const [first, second] = [markerStyles.indexOf(a), markerStyles.indexOf(b)];
    const encloses = enclosed[first * count + second] ?? 0;
    const enclosedBy = enclosed[second * count + first] ?? 0;
    return encloses === enclosedBy ? first < second : encloses > enclosedBy;
  };
}

/** Whether the first words behind a number name a field (带头…方面). */
const namesField = (text: string, span: Span, hits: Hits): boolean =>
  hits.has({ start: span.start, end: firstMark(text, span, '。：\n') }, 'dimension-form');

/** The label at the start of a paragraph, with the place behind its colon. */
export function labelOf(text: string, span: Span, hits: Hits): { role: LabelRole; end: number } | undefined {
  let start = behindBullet(text, span);
  if (!hits.begins(LABELLING, span.start, start + 2)) return undefined;
  const bracket = '【（〔'.includes(text.charAt(start));
  if (bracket) start++;
  for (const [category, role] of LABELS) {
    const hit = hits.at(category, start);
    if (!hit || hit.end > span.end) continue;
    let end = hit.end;
    const closes = bracket && '】）〕'.includes(text.charAt(end));
    if (closes) end++;
    const colon = '：:'.includes(text.charAt(end)) && end < span.end;
    if (colon) end++;
    if (colon || (role !== 'progress' && (closes || end === span.end))) return { role, end };
  }
  const reason = hits.at('label-causes-opener', span.start);
  return reason && reason.end < span.end ? { role: 'causes', end: reason.end } : undefined;
}

/** The place behind a bullet (▲问题：…) that opens a stretch, or its start. */
export function behindBullet(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && BULLETS.has(text.charCodeAt(at))) at++;
  while (at > start && at < end && /\s/.test(text.charAt(at))) at++;
  return at < end ? at : start;
}

const BULLETS = new Set([...'▲△▶►●○◆◇■□★☆◎※•·➢➤✦✓√'].map((char) => char.charCodeAt(0)));

/** A short line of its own that is no sentence. */
function isHeadingLine(
  text: string,
  span: Span,
  paragraph: Paragraph,
  hits: Hits,
  leadsInto: Marker | undefined,
): boolean {
  if (paragraph.headingLevel !== undefined && !leadsInto) return true;
  // 各位领导： addresses people; only 学习方面： heads something.
  if (text.charAt(span.end - 1) === '：')
    return (
      span.end - span.start <= LONGEST_LEAD &&
      hits.in('field-end', span).some((hit) => /[，：]/.test(text.charAt(hit.end)))
    );
  const length = span.end - span.start;
  return !leadsInto && length <= LONGEST_LINE && !/[。；！？…，、”]/.test(text.charAt(span.end - 1));
}

/** A heading that has no text of its own yet. */
function isBare(text: string, item: Draft): boolean {
  const [only] = item.own;
  return (
    item.children.length === 0 &&
    item.own.length === 1 &&
    only !== undefined &&
    !/[。；！？]/.test(text.slice(only.start, only.end - 1))
  );
}

function repeatedLines(text: string, paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { span } of paragraphs) {
    if (span.end - span.start > LONGEST_LINE) continue;
    const line = text.slice(span.start, span.end);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

const draft = (
  form: Item['form'],
  span: Span,
  paragraph: number,
  marker: Marker | null,
  own: Span[],
): Draft => ({
  form,
  marker,
  label: null,
  span,
  own,
  children: NONE,
  parent: null,
  paragraph,
});

const textItem = (form: Item['form'], stretch: Span, paragraph: number): Draft =>
  draft(form, stretch, paragraph, null, stretch.end > stretch.start ? [stretch] : []);

/** Most items have no children, and need no list of their own for them. */
const NONE: Draft[] = [];

function adopt(parent: Draft, child: Draft): void {
  child.parent = parent;
  if (parent.children === NONE) parent.children = [child];
  else parent.children.push(child);
}

/** Stretches every item to the end of its last descendant. */
function finish(item: Draft): number {
  const { start } = item.span;
  let { end } = item.span;
  for (const child of item.children) end = Math.max(end, finish(child));
  for (const own of item.own) end = Math.max(end, own.end);
  if (end > item.span.end) item.span = { start, end };
  return end;
}
