import type { Paragraph } from '../document/document.js';
import { firstMark, type Span, trim } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { clauses, sentences } from '../language/sentences.js';
import { type HeadedRole, headingRole, mayNamePart, partCategories } from './heading-role.js';
import {
  HEADING_STYLES,
  type Marker,
  type MarkerStyle,
  markerAt,
  markerStyles,
  startersIn,
} from './markers.js';
import { isRow } from './rows.js';
import { labelOf } from './tree.js';

/** Longest heading of a dimension, and of a part without number, in UTF-16 units. */
const LONGEST_HEADING = 140;
const LONGEST_PART_HEADING = 45;
/** Longest lead that stands as a line without a full stop in front of the next number. */
const LONGEST_LEAD = 60;

/**
 * Divides paragraphs in which headings have been glued to each other or to the text (一、存在的问题（一）…方面1.…2.…二、
 * 整改措施…), so that every heading and every item opens a paragraph of its own, as the writer had it before the
 * line ends were lost. Table rows and paragraphs without such numbers stay whole.
 */
export function unglued(text: string, paragraphs: readonly Paragraph[], hits: Hits): readonly Paragraph[] {
  const candidates: Numbered[] = [];
  paragraphs.forEach(({ span }, index) => {
    if (!isRow(text, span)) addNumbersIn(text, span, index, hits, candidates);
  });
  const believed = borneOut(candidates);
  const divided: Paragraph[] = [];
  let from = 0;
  paragraphs.forEach((paragraph, index) => {
    let to = from;
    while (believed[to]?.marker.paragraph === index) to++;
    const cuts = isRow(text, paragraph.span)
      ? null
      : cutsIn(text, paragraph.span, to > from ? believed.slice(from, to) : [], hits);
    const pieces = cuts && divide(text, paragraph.span, cuts, hits);
    if (pieces === null || pieces.length === 1) divided.push(paragraph);
    else for (const span of pieces) divided.push({ span });
    from = to;
  });
  const [first] = divided;
  const at = first && titleEnd(first.span, hits);
  if (!first || !at) return divided;
  const { start, end } = first.span;
  const title = trim(text, { start, end: at });
  return [{ span: title }, { span: trim(text, { start: at, end }) }, ...divided.slice(1)];
}

/** Where the title ends that has its opening glued to it (…个人对照检查材料根据区委要求，…), or null. */
function titleEnd(first: Span, hits: Hits): number | null {
  const reach = { start: first.start, end: Math.min(first.end, first.start + LONGEST_LEAD) };
  const title = hits.in('title-end', reach).find(({ end }) => hits.at('opening-cue', end));
  return title ? title.end : null;
}

/** What stands before a number: the start of the paragraph, the end of a sentence, or words without a mark. */
type Before = 'nothing' | 'sentence' | 'words';

interface Numbered {
  readonly marker: Marker;
  readonly before: Before;
  /** Whether it is the first below a heading that ends in a full stop (（二）…方面。1.…), be there a second or not. */
  readonly below: boolean;
  /** Start of a heading without number that stands between a sentence and the number (…。整改措施1.…). */
  readonly headingFrom: number | null;
}

/** Finds the numbers of headings in a paragraph, wherever they stand. */
function addNumbersIn(text: string, span: Span, paragraph: number, hits: Hits, found: Numbered[]): void {
  let sentenceFrom = span.start;
  let read = span.start;
  let latest: Marker | undefined;
  for (const at of startersIn(text, span, hits)) {
    if (latest && at < latest.end) continue;
    while (read < at) if (endsSentence(text, ++read)) sentenceFrom = read;
    const marker = markerAt(text, at, span.end, at === span.start, paragraph, hits);
    if (!marker || !HEADING_STYLES.has(marker.style)) continue;
    // ①②③这三条: numbers that are told, not given to anything.
    if (latest?.end === at && latest.style === marker.style) {
      if (found.at(-1)?.marker === latest) found.pop();
      latest = marker;
      continue;
    }
    const words = { start: Math.max(sentenceFrom, latest?.end ?? sentenceFrom), end: backFrom(text, at) };
    const ended = sentenceFrom === at;
    const led = leadsInto(text, words, marker, hits);
    const before: Before =
      at === span.start ? 'nothing' : words.end <= words.start || ended || led ? 'sentence' : 'words';
    const own = latest?.end === words.start ? latest : undefined;
    const below = marker.ordinal === 1 && before === 'sentence' && isBelowHeading(text, latest, marker, hits);
    // 廉洁自律方面1. ends a heading; 方面1： is a label only where a sentence has ended.
    if (before === 'words' && marker.style === 'labelled') continue;
    if (before === 'words' && !isGlued(text, words, marker, own, hits)) continue;
    const headed = before === 'words' && !own && words.start > span.start;
    found.push({ marker, before, below, headingFrom: headed ? words.start : null });
    latest = marker;
  }
}

/** Whether words that end in a colon lead into the first part or field (现汇报如下：一、…). */
const leadsInto = (text: string, words: Span, marker: Marker, hits: Hits): boolean =>
  marker.ordinal === 1 &&
  isUpper(marker) &&
  text.charAt(words.end - 1) === '：' &&
  (marker.style === 'section' ||
    headedBehind(text, { start: marker.end, end: marker.end + LONGEST_HEADING }, hits));

/** Whether only the heading of a part or field stands between a number and a lower one. */
function isBelowHeading(text: string, above: Marker | undefined, marker: Marker, hits: Hits): boolean {
  if (!above || !isUpper(above) || !isAbove(above, marker)) return false;
  const words = { start: above.end, end: backFrom(text, marker.start) };
  while (words.end > words.start && text.charAt(words.end - 1) === '。') words.end--;
  return words.end > words.start && isHeading(text, words, hits);
}

const endsSentence = (text: string, at: number): boolean =>
  MAY_END[text.charCodeAt(at - 1)] === 1 && ENDS.test(text.slice(at - 3, at));

const ENDS = /[。！？…][”）]*$/;
/** By character, whether a sentence may end with it. */
const MAY_END = new Uint8Array(0x10000);
for (const char of '。！？…”）') MAY_END[char.charCodeAt(0)] = 1;

function backFrom(text: string, at: number): number {
  while (/[ \u3000]/.test(text.charAt(at - 1))) at--;
  return at;
}

/**
 * Whether a number stands right behind a heading, or behind a lead that has lost its full stop.
 *
 * @param own the number in front of the words
 */
function isGlued(text: string, words: Span, marker: Marker, own: Marker | undefined, hits: Hits): boolean {
  const length = words.end - words.start;
  if (NO_HEADING_ENDS.test(text.charAt(words.end - 1)) || COUNTS.test(text.slice(marker.end, marker.end + 2)))
    return false;
  if (isHeading(text, words, hits)) return true;
  if (marker.style === 'section')
    return headedBehind(text, { start: marker.end, end: marker.end + LONGEST_HEADING }, hits);
  if (!own || own.style === marker.style) return own !== undefined && length <= LONGEST_LEAD;
  return length <= LONGEST_HEADING && (marker.ordinal === 1 ? isAbove(own, marker) : length <= LONGEST_LEAD);
}

/** What no heading ends in: a figure goes on, or a list is led up to. */
const NO_HEADING_ENDS = /[\d，、；：第条共及和与至到《“（]/;
/** Behind a number these make it part of a designation: 第二条第（三）项. */
const COUNTS = /^[项款类级届年月号期条]/;

const isHeading = (text: string, words: Span, hits: Hits): boolean =>
  words.end - words.start <= LONGEST_HEADING &&
  (headingRole(text, words, hits) !== null || hits.in('field-end', words).at(-1)?.end === words.end);

/** Whether a heading of a part stands behind a number. */
const headedBehind = (text: string, span: Span, hits: Hits): boolean =>
  partHeading(text, span, hits) !== null;

const isAbove = (a: Marker, b: Marker): boolean =>
  markerStyles.indexOf(a.style) < markerStyles.indexOf(b.style);

/**
 * The numbers that their neighbours bear out: those that open a paragraph, a 1 that goes on, a later one that went
 * before.
 */
function borneOut(candidates: readonly Numbered[]): readonly Numbered[] {
  const latest = new Map<MarkerStyle, number>();
  const next = new Map<MarkerStyle, number>();
  const following = candidates
    .toReversed()
    .map(({ marker: { style, ordinal } }) => {
      const known = next.get(style);
      next.set(style, ordinal);
      return known;
    })
    .toReversed();
  return candidates.filter(({ marker: { style, ordinal }, before, below }, index) => {
    const previous = latest.get(style);
    const goesOn = (following[index] ?? 0) > 1 && (following[index] ?? 0) <= FURTHEST + 1;
    const stands =
      before === 'nothing' ||
      (ordinal === 1
        ? before === 'words' || below || goesOn
        : previous !== undefined && ordinal > previous && ordinal <= previous + FURTHEST);
    if (stands) latest.set(style, ordinal);
    return stands;
  });
}

/** Furthest step between two numbers of a list, where one has been left out. */
const FURTHEST = 2;

/** Where the headings and numbers of a paragraph are to be parted from what stands before them; null where nowhere. */
function cutsIn(text: string, span: Span, numbers: readonly Numbered[], hits: Hits): number[] | null {
  const first = numbers[0]?.before === 'nothing' ? numbers[0].marker : undefined;
  const endOfHeading = (marker: Marker | undefined, next: Numbered | undefined): number | null => {
    if (marker && !isUpper(marker)) return null;
    const stretch = { start: marker?.end ?? span.start, end: next?.marker.start ?? span.end };
    return headingEnd(text, stretch, marker, stretch.end < span.end, hits);
  };
  const firstEnd = endOfHeading(first, numbers[first ? 1 : 0]);
  if (firstEnd === null && numbers.length <= (first ? 1 : 0)) return null;
  const cuts: number[] = [];
  if (firstEnd !== null) cuts.push(firstEnd);
  let glued =
    firstEnd !== null || numbers.some(({ marker, before }) => before !== 'nothing' && isUpper(marker));
  for (const [i, { marker, before, headingFrom }] of numbers.entries()) {
    if (before === 'nothing') continue;
    glued ||= marker.style === first?.style || before === 'words';
    if (!glued) continue;
    cuts.push(marker.start);
    if (headingFrom !== null) cuts.push(headingFrom);
    const end = endOfHeading(marker, numbers[i + 1]);
    if (end !== null) cuts.push(end);
  }
  return cuts.length === 0 ? null : cuts;
}

/** The paragraphs that a paragraph was before its line ends were lost. */
function divide(text: string, span: Span, cuts: readonly number[], hits: Hits): readonly Span[] {
  const starts = [span.start];
  for (const cut of cuts.toSorted(ascending)) if (cut > (starts[starts.length - 1] ?? cut)) starts.push(cut);
  const labels = starts.flatMap((start, i) =>
    labelsIn(text, { start, end: starts[i + 1] ?? span.end }, hits),
  );
  for (const label of labels) starts.push(label);
  if (labels.length > 0) starts.sort(ascending);
  const latest = { start: starts[starts.length - 1] ?? span.start, end: span.end };
  const closing = closingFrom(text, latest, hits);
  if (closing !== null) starts.push(closing);
  const pieces: Span[] = [];
  starts.forEach((start, i) => {
    const from = i > 0 && text.charAt(start) === '：' ? start + 1 : start;
    const piece = trim(text, { start: from, end: starts[i + 1] ?? span.end });
    if (piece.end > piece.start) pieces.push(piece);
  });
  return pieces;
}

const ascending = (a: number, b: number): number => a - b;

const isUpper = ({ style }: Marker): boolean => style === 'section' || style === 'bracketed';

/**
 * Where a heading ends that has text glued to it, or null: a part's heading in front of what cannot go on with it
 * (三、整改措施下一步我将…), a field's in front of a list (理论学习方面我自认…。一是…).
 *
 * @param stretch from the number up to the next one
 * @param counted whether a number follows
 */
function headingEnd(
  text: string,
  stretch: Span,
  marker: Marker | undefined,
  counted: boolean,
  hits: Hits,
): number | null {
  const part = partHeading(text, stretch, hits);
  if (part) {
    const rest = { start: part.end, end: stretch.end };
    if (rest.end <= rest.start) return null;
    if (text.charAt(part.end) === '：') return !marker && LABELLED.has(part.role) ? part.end : null;
    const listed = hits.at('list-opener', rest.start) !== undefined;
    if (listed || turnsAway(rest, hits) || (marker?.style === 'section' && runsOn(text, rest, hits)))
      return part.end;
  }
  if (!hits.begins(FIELD_END, stretch.start, stretch.end)) return null;
  const field = hits.first('field-end', {
    start: stretch.start,
    end: firstMark(text, stretch, '。；！？'),
  });
  if (!field || field.end - stretch.start > LONGEST_HEADING || field.end >= stretch.end) return null;
  if (/[，。：；、的都（]/.test(text.charAt(field.end))) return null;
  if (COUNTED_FIELDS.test(text.slice(stretch.start, field.end))) return null;
  if (hits.has({ start: stretch.start, end: field.end }, 'shortfall', 'vague-intensity')) return null;
  const runs =
    marker !== undefined &&
    !hits.at('concession', stretch.start) &&
    field.end - stretch.start >= SHORTEST_DIMENSION &&
    (hits.has({ start: field.end, end: stretch.end }, 'shortfall', 'vague-intensity', 'contrast') ||
      /\d/.test(text.slice(field.end, stretch.end)));
  return counted || runs || opensList(text, { start: field.end, end: stretch.end }, hits) ? field.end : null;
}

const FIELD_END = ['field-end'];

/** Shortest heading of a dimension that may have its problem glued to it; 在学习方面抓得不紧 is a problem's lead. */
const SHORTEST_DIMENSION = 10;

/** 从三个方面 names no field. */
const COUNTED_FIELDS = /(?:[一二两三四五六七八九十几多各\d]个|[几多各]|以下|如下|下列)方面$/;
/** Parts that a word and a colon open: 个人有关事项：本人… */
const LABELLED: ReadonlySet<HeadedRole> = new Set(['opening', 'rectification', 'matters', 'case']);
/** How far behind the field the first of a list may end. */
const LIST_REACH = 84;

/** Whether a list opens inside a paragraph: right here, or behind a sentence. */
const opensList = (text: string, { start, end }: Span, hits: Hits): boolean =>
  hits
    .in('list-opener', { start, end: Math.min(end, start + LIST_REACH) })
    .some((opener) => opener.start === start || '。：；'.includes(text.charAt(opener.start - 1)));

/** What cannot go on with a heading: a sentence that opens causes or measures, or a field. */
const turnsAway = ({ start, end }: Span, hits: Hits): boolean =>
  ['turn-measures', 'turn-causes', 'measure-opener', 'cause-opener', 'measure-for'].some((category) =>
    hits.at(category, start),
  ) || hits.first('field-end', { start, end: Math.min(end, start + LONGEST_HEADING) }) !== undefined;

/** Whether text behind a part's heading is a sentence of its own, not what the heading says (整改措施落实不到位). */
function runsOn(text: string, rest: Span, hits: Hits): boolean {
  const first = clauses(text, rest)[0] ?? rest;
  return (
    rest.end - rest.start > LONGEST_PART_HEADING &&
    !/^[，。：；、是在的和及与有为（]/.test(text.charAt(rest.start)) &&
    !hits.has(first, 'vague-intensity', 'complete-predicate')
  );
}

/** The longest heading of a part with which a stretch begins. */
function partHeading(text: string, stretch: Span, hits: Hits): { role: HeadedRole; end: number } | null {
  const limit = { start: stretch.start, end: Math.min(stretch.end, stretch.start + LONGEST_PART_HEADING) };
  if (!mayNamePart(hits, limit)) return null;
  const reach = { start: stretch.start, end: firstMark(text, limit, '，。；：！？') };
  let longest: { role: HeadedRole; end: number } | null = null;
  for (const [, category] of partCategories)
    for (const { end } of hits.in(category, reach)) {
      if (end <= (longest?.end ?? 0)) continue;
      const named: HeadedRole | null = headingRole(text, { start: reach.start, end }, hits);
      if (named) longest = { role: named, end };
    }
  return longest;
}

/** Where 原因： and 整改措施： open a sentence, unless a list inside the paragraph has its own. */
function labelsIn(text: string, stretch: Span, hits: Hits): readonly number[] {
  const found: number[] = [];
  for (const sentence of sentences(text, stretch).slice(1)) {
    if (/[一二三四五六]是/.test(text.slice(stretch.start, sentence.start))) break;
    const label = labelOf(text, { start: sentence.start, end: stretch.end }, hits);
    if (
      label &&
      (label.role === 'causes' || label.role === 'measures') &&
      text.charAt(label.end - 1) === '：'
    )
      found.push(sentence.start);
  }
  return found;
}

/** Where the closing begins behind the last item, or null. */
function closingFrom(text: string, stretch: Span, hits: Hits): number | null {
  let from: number | null = null;
  for (const { start, end } of sentences(text, stretch).slice(1).toReversed()) {
    if (!hits.has({ start, end }, 'closing-cue') && !hits.at('closing-opener', start)) break;
    from = start;
  }
  return from;
}
