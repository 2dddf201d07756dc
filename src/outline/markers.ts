import type { Paragraph } from '../document/document.js';
import type { Span } from '../document/span.js';
import { smallNumber } from '../language/chinese-number.js';
import type { Hits } from '../language/lexicon.js';
import { headingRole } from './heading-role.js';
import { isRow } from './rows.js';

/**
 * Ways of numbering, from the one that usually stands highest to the lowest. 一、 · （一） · 1. · （1） · ① ·
 * 问题一： · 第一， · 首先， · 一是 · 一要 · 一方面，
 */
export const markerStyles = [
  'section',
  'bracketed',
  'decimal',
  'bracketed-decimal',
  'circled',
  'labelled',
  'ordinal',
  'sequence',
  'inline-is',
  'inline-must',
  'aspect',
] as const;
export type MarkerStyle = (typeof markerStyles)[number];

/** The number of an item as it stands in the text. Offsets in units of the reading. */
export interface Marker extends Span {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** Whether it opens its paragraph; otherwise it stands behind a sentence in the same paragraph. */
  readonly opensParagraph: boolean;
  /** Index of the paragraph. */
  readonly paragraph: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';

/** 首先 opens, 其次 … follow, 最后 closes; ordinals of the middle ones only need to ascend. */
const SEQUENCE_ORDINAL: Readonly<Record<string, number>> = {
  首先: 1,
  其一: 1,
  其次: 2,
  其二: 2,
  再次: 3,
  再者: 3,
  其三: 3,
  然后: 4,
  其四: 4,
  此外: 4,
  另外: 4,
  最后: 5,
};
const SEQUENCE = new RegExp(`(${Object.keys(SEQUENCE_ORDINAL).join('|')})[，、：]?`, 'y');

/** What a number can begin with. */
const NUMERAL = 1;
const DIGIT = 2;
const BRACKET = 4;
const CIRCLED = 8;
const WORD = 16;
/** By character, which of these it is; most are none. */
const STARTERS = new Uint8Array(0x10000);
for (const char of '一二三四五六七八九十') STARTERS[char.charCodeAt(0)] = NUMERAL;
for (const char of '0123456789') STARTERS[char.charCodeAt(0)] = DIGIT;
for (const char of '(（〔【') STARTERS[char.charCodeAt(0)] = BRACKET;
// 第一， · 首先， · 还有一方面，
for (const word of ['第', ...Object.keys(SEQUENCE_ORDINAL), '还', '又']) STARTERS[word.charCodeAt(0)] = WORD;
STARTERS.fill(CIRCLED, 0x2460, 0x249c);
STARTERS.fill(CIRCLED, 0x2776, 0x278a);

/**
 * Each with what it can begin with. Each pattern is tried at one place only (sticky) and is bounded, so that no input
 * makes it slow.
 */
const PATTERNS: readonly (readonly [MarkerStyle, number, RegExp])[] = [
  ['section', NUMERAL, new RegExp(`(${HAN}) ?[、.．]`, 'y')],
  ['bracketed', NUMERAL | BRACKET, new RegExp(`[（〔【]? ?(${HAN}) ?[）〕】][、.]?`, 'y')],
  ['bracketed-decimal', DIGIT | BRACKET, /[（〔] ?(\d{1,2}) ?[）〕][、.]?|(\d{1,2}) ?[）][、.]?/y],
  // (1)9月15日前…: brackets between digits keep their half width.
  ['bracketed-decimal', BRACKET, /(?<=^|\n)\((\d{1,2})\)[、.]?/y],
  ['decimal', DIGIT, /(\d{1,2}) ?[.、](?![\d、])/y],
  // 1.9月前新增社团8个: a date behind the number that opens a paragraph or a sentence.
  ['decimal', DIGIT, /(?<=^|[\n。；：])(\d{1,2}) ?[.、](?=(?:20\d\d年|\d{1,2}[月日]))/y],
  ['circled', CIRCLED, /([①-⑳⑴-⒇⒈-⒛➀-➉❶-❿])[、.]?/y],
  ['ordinal', WORD, new RegExp(`第(${HAN}|\\d{1,2})(?:个?方面|[件个条点项步]|件事)?[，、：]`, 'y')],
  ['inline-is', NUMERAL, new RegExp(`(${HAN})是`, 'y')],
  ['inline-must', NUMERAL, new RegExp(`(${HAN})要`, 'y')],
];

/** 一方面 opens a list of items only right below the heading of a field; elsewhere it is a figure of speech. */
const ASPECT = /(一方面|另一方面|(?:再|还有|第三|又)一?方面|最后一方面)[，：]/y;
const ASPECT_ORDINAL: Readonly<Record<string, number>> = { 一方面: 1, 另一方面: 2, 最后一方面: 4 };

/** Behind 一、 these make it part of an enumeration: 一、二、三级 · 三、四中全会. */
const ENUMERATION = /^[一二三四五六七八九十]{1,3}(?:[、，]|[级类届中等次期批线年季月线档层季度个项条])/;
/** Styles that number headings; a lone one inside a paragraph needs its neighbours to be believed. */
export const HEADING_STYLES: ReadonlySet<MarkerStyle> = new Set([
  'section',
  'bracketed',
  'decimal',
  'bracketed-decimal',
  'circled',
  'labelled',
]);
const BOUNDARY = /[。；：！？”）…\t ]/;

/**
 * Finds the numbering of a text: at the start of paragraphs, and inside paragraphs behind the end of a
 * sentence when the numbers there follow each other. False markers (三会一课, 第一时间, 2025.3, 一、二、三级)
 * are no markers.
 *
 * @returns markers in order of the text
 */
export function findMarkers(text: string, paragraphs: readonly Paragraph[], hits: Hits): readonly Marker[] {
  const candidates: Marker[] = [];
  const belowHeading = new Set<number>();
  paragraphs.forEach(({ span }, paragraph) => {
    const above = paragraphs[paragraph - 1]?.span;
    const headed = above !== undefined && headsField(text, above, hits);
    if (headed) belowHeading.add(paragraph);
    // In a table row a number in the first cell is the row's number, not a heading's.
    const inRow = isRow(text, span);
    // 原因，一是…，二是…: a list that opens behind a comma goes on behind commas.
    let behindCommas = false;
    let from = span.start;
    for (const at of startersIn(text, span, hits)) {
      if (at < from) continue;
      const opensParagraph = at === span.start;
      if (!opensParagraph) {
        if (inRow) break;
        behindCommas ||= followsField(text, at, hits);
        const mark = text.charAt(at - 1);
        // 政治信仰方面第一，…: a field and the first number, without any mark between them.
        const glued = text.charAt(at) === '第' && endsField(hits, at);
        if (
          !(
            glued ||
            BOUNDARY.test(mark) ||
            (behindCommas && mark === '，' && COUNTED.test(text.slice(at, at + 2)))
          )
        )
          continue;
      }
      const marker =
        markerAt(text, at, span.end, opensParagraph, paragraph, hits) ??
        (headed ? aspectAt(text, at, span.end, opensParagraph, paragraph) : undefined);
      if (!marker) continue;
      candidates.push(marker);
      from = marker.end;
    }
  });
  return validated(candidates, text, belowHeading);
}

/** Whether a paragraph is the heading of a field (理论学习方面) or of a part. */
const headsField = (text: string, span: Span, hits: Hits): boolean =>
  endsField(hits, span.end) || headingRole(text, span, hits) !== null;

function aspectAt(
  text: string,
  at: number,
  limit: number,
  opensParagraph: boolean,
  paragraph: number,
): Marker | undefined {
  ASPECT.lastIndex = at;
  const match = ASPECT.exec(text);
  if (!match || ASPECT.lastIndex > limit) return undefined;
  const end = skipBlanks(text, ASPECT.lastIndex, limit);
  return {
    style: 'aspect',
    ordinal: ASPECT_ORDINAL[match[1] ?? ''] ?? 3,
    opensParagraph,
    paragraph,
    start: at,
    end,
  };
}

const COUNTED = /^[一二三四五六七八九][是要]/;

/** 理论武装方面，一是… · 问题的原因，一是…: a list may open right behind what it is about. */
function followsField(text: string, at: number, hits: Hits): boolean {
  return text.charAt(at - 1) === '，' && text.charAt(at) === '一' && endsField(hits, at - 1);
}

/** Whether words that name a field or a part end at a place. */
function endsField(hits: Hits, at: number): boolean {
  if (!hits.begins(FIELD_ENDS, at - LONGEST_FIELD, at)) return false;
  const before = { start: at - LONGEST_FIELD, end: at };
  return FIELD_ENDS.some((category) => hits.last(category, before)?.end === at);
}

const FIELD_ENDS = ['field-end', 'cause-core', 'part-measures'];

/** Longest words that end in 方面, in UTF-16 units. */
const LONGEST_FIELD = 12;

/** The places of a stretch at which a number may begin, in order; most characters begin none. */
export function startersIn(text: string, { start, end }: Span, hits: Hits): readonly number[] {
  const labels = hits.begins(LABELS, start, end) ? hits.in('item-label', { start, end }) : [];
  let places: number[] | null = null;
  let label = 0;
  for (let at = start; at < end; at++) {
    if (!STARTERS[text.charCodeAt(at)] && labels[label]?.start !== at) continue;
    if (labels[label]?.start === at) label++;
    if (places === null) places = [at];
    else places.push(at);
  }
  return places ?? [];
}

const LABELS = ['item-label'];

/** The number that begins at a place, whatever stands before and behind it. */
export function markerAt(
  text: string,
  at: number,
  limit: number,
  opensParagraph: boolean,
  paragraph: number,
  hits: Hits,
): Marker | undefined {
  const starter = STARTERS[text.charCodeAt(at)] ?? 0;
  for (const [style, starters, pattern] of PATTERNS) {
    if ((starter & starters) === 0) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const end = pattern.lastIndex;
    const digits = match[1] ?? match[2] ?? '';
    const ordinal = ordinalOf(digits);
    if (ordinal === undefined || end > limit) continue;
    if (style === 'section' && ENUMERATION.test(text.slice(end, end + 5))) continue;
    if (
      style === 'decimal' &&
      !opensParagraph &&
      text.charAt(end - 1) === '、' &&
      /^\d/.test(text.slice(end))
    )
      continue;
    return { style, ordinal, opensParagraph, paragraph, start: at, end: skipBlanks(text, end, limit) };
  }
  SEQUENCE.lastIndex = at;
  const sequence = starter === WORD ? SEQUENCE.exec(text) : null;
  const ordinal = SEQUENCE_ORDINAL[sequence?.[1] ?? ''];
  if (ordinal !== undefined) {
    const end = skipBlanks(text, SEQUENCE.lastIndex, limit);
    return { style: 'sequence', ordinal, opensParagraph, paragraph, start: at, end };
  }
  return labelled(text, at, limit, opensParagraph, paragraph, hits);
}

/** 问题一： · 措施2： — the word comes from the dictionary, the number and a mark must follow. */
function labelled(
  text: string,
  at: number,
  limit: number,
  opensParagraph: boolean,
  paragraph: number,
  hits: Hits,
): Marker | undefined {
  const label = hits.at('item-label', at);
  if (!label) return undefined;
  LABEL_NUMBER.lastIndex = label.end;
  const match = LABEL_NUMBER.exec(text);
  const ordinal = match ? ordinalOf(match[1] ?? '') : undefined;
  if (ordinal === undefined || LABEL_NUMBER.lastIndex > limit) return undefined;
  return {
    style: 'labelled',
    ordinal,
    opensParagraph,
    paragraph,
    start: at,
    end: skipBlanks(text, LABEL_NUMBER.lastIndex, limit),
  };
}

const LABEL_NUMBER = new RegExp(`（?(${HAN}|\\d{1,2})）?[：、.，]`, 'y');

function ordinalOf(digits: string): number | undefined {
  const circled = digits.charCodeAt(0);
  if (circled < 0x2460) return /^\d+$/.test(digits) ? Number(digits) : undefined;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x2460 + 1;
  if (circled >= 0x2474 && circled <= 0x2487) return circled - 0x2474 + 1;
  if (circled >= 0x2488 && circled <= 0x249b) return circled - 0x2488 + 1;
  if (circled >= 0x2776 && circled <= 0x277f) return circled - 0x2776 + 1;
  if (circled >= 0x2780 && circled <= 0x2789) return circled - 0x2780 + 1;
  return smallNumber(digits);
}

function skipBlanks(text: string, at: number, limit: number): number {
  while (at < limit && (text.charAt(at) === ' ' || text.charAt(at) === '\u3000')) at++;
  return at;
}

/**
 * Keeps a candidate that its neighbours bear out. Numbers of headings at the start of a paragraph stand by
 * themselves, and so does 第一， right below a heading; every other marker needs a partner of its style: a 1 one
 * that goes on, a later one that went before.
 */
function validated(
  candidates: readonly Marker[],
  text: string,
  belowHeading: ReadonlySet<number>,
): readonly Marker[] {
  const kept: Marker[] = [];
  const lastKept = new Map<MarkerStyle, Marker>();
  const nextOf = followers(candidates);
  // 一是买得多，二是…: counted off inside an item of the same style, no list of items.
  const restarts = (marker: Marker, index: number): boolean => {
    if (marker.ordinal !== 1 || marker.opensParagraph || HEADING_STYLES.has(marker.style)) return false;
    for (let i = index - 1; i >= 0; i--) {
      const earlier = candidates[i];
      if (!earlier || earlier.paragraph !== marker.paragraph || HEADING_STYLES.has(earlier.style))
        return false;
      if (earlier.style === marker.style) return true;
    }
    return false;
  };
  candidates.forEach((marker, index) => {
    const previous = lastKept.get(marker.style);
    const next = candidates[nextOf[index] ?? -1];
    const goesOn = next !== undefined && next.ordinal > marker.ordinal && next.ordinal <= marker.ordinal + 3;
    const follows =
      previous !== undefined && marker.ordinal > previous.ordinal && marker.ordinal <= previous.ordinal + 3;
    if (restarts(marker, index)) return;
    const stands =
      marker.opensParagraph &&
      (HEADING_STYLES.has(marker.style) ||
        marker.style.startsWith('inline') ||
        (marker.style === 'ordinal' && marker.ordinal === 1 && belowHeading.has(marker.paragraph)));
    // A number inside a paragraph opens a list only behind a full stop or colon, not behind a quotation.
    const opens = marker.ordinal === 1 && goesOn && !/[”）]/.test(text.charAt(marker.start - 1));
    if (!(stands || opens || (follows && !isDetached(marker, previous)))) return;
    kept.push(marker);
    lastKept.set(marker.style, marker);
  });
  return kept;
}

/** 此外，另外 go on with a list of their own paragraph only; elsewhere they are words. */
const isDetached = (marker: Marker, previous: Marker | undefined): boolean =>
  marker.style === 'sequence' && marker.ordinal === 4 && previous?.paragraph !== marker.paragraph;

/** For each candidate the index of the next one of its style. */
function followers(candidates: readonly Marker[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = new Array(candidates.length);
  const seen = new Map<MarkerStyle, number>();
  for (let i = candidates.length - 1; i >= 0; i--) {
    const style = candidates[i]?.style ?? 'section';
    next[i] = seen.get(style);
    seen.set(style, i);
  }
  return next;
}
