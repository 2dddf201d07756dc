import type { Document } from './document.js';
import { positions } from './position.js';
import { firstFrom } from './span.js';

/** Where a stretch of the text stood in a format that has pages and paragraphs rather than lines. */
export interface Place {
  /** In units of `Document.text`; the stretch reaches to the start of the next place. */
  readonly start: number;
  /** From 1; null where the format knows no pages. */
  readonly page: number | null;
  /** From 1: on its page, or in the document where there are no pages. */
  readonly paragraph: number;
}

/**
 * Prepares the translation of offsets into the words by which a person finds the place: 第3页第2段 (PDF), 第12段
 * (Word and other formats with paragraphs), 第45行 (text).
 *
 * @returns offset in UTF-16 units of `document.text` → Chinese, without punctuation
 */
export function placesOf({ text, places }: Document): (offset: number) => string {
  if (!places || places.length === 0) {
    const positionOf = positions(text);
    return (offset) => `第${positionOf(offset).line}行`;
  }
  return (offset) => {
    const place = places[Math.max(0, firstFrom(places, offset + 1) - 1)];
    if (!place) return '';
    return `${place.page === null ? '' : `第${place.page}页`}第${place.paragraph}段`;
  };
}
