import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { headingRole } from './heading-role.js';
import { findMarkers, type Marker } from './markers.js';
import { findParts, type Part } from './parts.js';
import { joinedRows } from './rows.js';
import { divided } from './run-on.js';
import { buildTree, type Item } from './tree.js';
import { unglued } from './unglue.js';

export type { Marker, MarkerStyle } from './markers.js';
export type { Part } from './parts.js';
export type { Item } from './tree.js';

/** Structure of a document. All spans in units of the reading. */
export interface Outline {
  readonly root: Item;
  readonly markers: readonly Marker[];
  readonly parts: readonly Part[];
  /** Items that open a part of their own inside another (整改措施：… below a dimension). */
  readonly openers: ReadonlySet<Item>;
}

/** Reads the structure of a document: numbers, levels, parts. */
export function readOutline(document: Document, hits: Hits): Outline {
  const { text } = document.reading;
  const paragraphs = divided(text, unglued(text, joinedRows(text, document.reading.paragraphs), hits), hits);
  const lines = paragraphs.map(({ span }) => span);
  const markers = findMarkers(text, paragraphs, hits);
  const edges = {
    titleTo: titleLines(text, lines, markers, hits),
    closingFrom: closingLine(text, lines, hits),
  };
  // Attachments listed below the signature and dates in a title number nothing.
  const numbered = markers.filter(
    ({ paragraph }) => paragraph >= edges.titleTo && paragraph < edges.closingFrom,
  );
  const root = buildTree({ text, paragraphs, markers: numbered, hits, ...edges });
  const { parts, openers } = findParts({ text, hits, paragraphs, ...edges }, root);
  return { root, markers: numbered, parts, openers };
}

/** Most lines that a title has (title, meeting, post, date), and the longest of them. */
const MOST_TITLE_LINES = 5;
const LONGEST_TITLE = 60;

/** Number of lines at the head of the document that are its title. */
function titleLines(text: string, lines: readonly Span[], markers: readonly Marker[], hits: Hits): number {
  let count = 0;
  for (const line of lines.slice(0, MOST_TITLE_LINES)) {
    const words = text.slice(line.start, line.end);
    if (line.end - line.start > LONGEST_TITLE || /[。；！？：，\t]$|\t/.test(words)) break;
    if (markers.some((marker) => marker.start === line.start)) break;
    const end = line.end - (/（[^（）]{1,12}）$/.exec(words)?.[0].length ?? 0);
    const named = hits.in('title-end', line).some((hit) => hit.end >= end - 1);
    if (
      !named &&
      !(count === 0 && namesMeeting(text, line, hits)) &&
      (headingRole(text, line, hits) || hits.in('dimension-form', line).some((hit) => hit.end === line.end))
    )
      break;
    count++;
  }
  return count;
}

/** …局党组2025年度民主生活会问题清单及整改措施: the first line is a title when it names the meeting of a year. */
const namesMeeting = (text: string, line: Span, hits: Hits): boolean =>
  /20\d\d年/.test(text.slice(line.start, line.end)) &&
  hits.has(line, 'meeting-democratic-life', 'meeting-organisation-life') &&
  headingRole(text, line, hits) !== 'rectification';

/** Longest closing paragraph, longest line behind it (signature, date, list of attachments), most of those. */
const LONGEST_CLOSING = 160;
const LONGEST_SIGNATURE = 40;
const MOST_SIGNATURES = 8;

/** Index of the paragraph with which the closing begins; the number of paragraphs when there is none. */
function closingLine(text: string, lines: readonly Span[], hits: Hits): number {
  for (let i = lines.length - 1; i > 0 && i >= lines.length - 1 - MOST_SIGNATURES; i--) {
    const line = lines[i];
    if (!line) break;
    const closes = hits.has(line, 'closing-cue') || hits.at('closing-opener', line.start);
    if (line.end - line.start <= LONGEST_CLOSING && closes) {
      const before = lines[i - 1];
      const opensBefore =
        before && hits.at('closing-opener', before.start) && before.end - before.start <= LONGEST_CLOSING;
      return opensBefore ? i - 1 : i;
    }
    if (line.end - line.start > LONGEST_SIGNATURE || /[。；！？，]$/.test(text.slice(line.start, line.end)))
      break;
  }
  return signatureLine(text, lines);
}

/** 2019年6月28日 */
const DATED = /^(?:20\d\d|二[〇○零]..)年.{1,3}月.{1,3}日$/;
const SIGNED = /^[^\d，。；：！？\t]{2,20}$/;

/** Index of the signature and date with which a document ends that has no closing words; the number of paragraphs without. */
function signatureLine(text: string, lines: readonly Span[]): number {
  const words = (index: number): string => {
    const line = lines[index];
    return line ? text.slice(line.start, line.end) : '';
  };
  const last = lines.length - 1;
  if (last < 2 || !DATED.test(words(last))) return lines.length;
  return SIGNED.test(words(last - 1)) ? last - 1 : last;
}
