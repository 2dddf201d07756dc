import type { Document } from '../document/document.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { findMarkers, type Marker } from './markers.js';
import { findParts, type Part } from './parts.js';
import { buildTree, type Item } from './tree.js';

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
  const { text, paragraphs } = document.reading;
  const closingFrom = closingParagraph(text, paragraphs.map(({ span }) => span), hits);
  const markers = findMarkers(text, paragraphs, hits);
  const root = buildTree({ text, paragraphs, markers, hits, closingFrom });
  const { parts, openers } = findParts({ text, hits, paragraphs }, root, closingFrom);
  return { root, markers, parts, openers };
}

/** Longest closing paragraph, and longest line of a signature or date below it, in characters. */
const LONGEST_CLOSING = 160;
const LONGEST_SIGNATURE = 30;

/** Index of the paragraph with which the closing begins; the number of paragraphs when there is none. */
function closingParagraph(text: string, lines: readonly Span[], hits: Hits): number {
  const isSignature = ({ start, end }: Span): boolean =>
    end - start <= LONGEST_SIGNATURE && !/[。；！？：]$/.test(text.slice(start, end));
  for (let i = lines.length - 1; i > 0 && i >= lines.length - 5; i--) {
    const line = lines[i];
    if (!line) break;
    if (line.end - line.start <= LONGEST_CLOSING && hits.has(line, 'closing-cue')) {
      const before = lines[i - 1];
      return before && hits.at('closing-opener', before.start) && before.end - before.start <= LONGEST_CLOSING ? i - 1 : i;
    }
    if (!isSignature(line)) break;
  }
  return lines.length;
}
