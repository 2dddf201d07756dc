import { createRequire } from 'node:module';
import type { Finding, ReportedAnalysis } from '../analysis.js';
import type { Reading } from '../document/document.js';
import { type Span, slice } from '../document/span.js';

const require = createRequire(import.meta.url);

/** Hexadecimal digits kept: 80 bits are enough to tell the sentences of a county's papers apart. */
const LENGTH = 20;

/**
 * Prepares what names a finding across edits and runs: a hash of its rule and of the words of the sentence in
 * which it stands. Line numbers, layout and edits elsewhere do not change it; the words cannot be read from it.
 *
 * @returns finding of this analysis → hexadecimal digits
 */
export function fingerprints(analysis: ReportedAnalysis): (finding: Finding) => string {
  const { document, sentences } = analysis;
  const { reading } = document;
  const text = reading.text;
  const wordsAt = ({ span, message }: Finding): string => {
    // What is missing has no words of its own: its message tells what it is.
    if (span.start === span.end) return message;
    const at = toReading(reading, span.start);
    const found =
      stretchAt(sentences, at, (sentence) => sentence.reading) ??
      stretchAt(reading.paragraphs, at, (paragraph) => paragraph.span);
    return slice(text, found ?? { start: at, end: at + (span.end - span.start) });
  };
  // Loaded only here: few checks need it, and it would slow the start of all.
  const { createHash }: typeof import('node:crypto') = require('node:crypto');
  return (finding) =>
    createHash('sha256')
      .update(`${finding.rule}\0${wordsAt(finding).replace(/\s/g, '')}`)
      .digest('hex')
      .slice(0, LENGTH);
}

/** The first unit of the reading that stands at or behind a place of the text. */
export function toReading({ offsets }: Reading, place: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of stretches in order and without overlap, the one in which a place lies. */
function stretchAt<T>(stretches: readonly T[], at: number, spanOf: (stretch: T) => Span): Span | null {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch && spanOf(stretch).start <= at) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  if (!found) return null;
  const span = spanOf(found);
  return at < span.end ? span : null;
}
