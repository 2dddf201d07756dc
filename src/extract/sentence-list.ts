import type { Evidence, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';
import { sentences } from '../language/sentences.js';
import type { EvidenceSpan } from './evidence.js';
import type { PartItem } from './part-items.js';
import type { FoundProblem } from './problems.js';
import type { Quoting } from './quote.js';
import type { FiguredSource } from './source.js';

/** All sentences, without the numbers before them, each with its part and item. */
export function readSentences(
  source: FiguredSource,
  words: Quoting,
  evidenceOf: (span: Span) => readonly EvidenceSpan[],
  problems: readonly FoundProblem[],
  causes: readonly PartItem[],
  measures: readonly PartItem[],
): readonly Sentence[] {
  const { text, outline } = source;
  const owners = [
    ...problems.map(({ span }, i) => ({ span, id: `p${i + 1}` })),
    ...causes.map(({ span }, i) => ({ span, id: `c${i + 1}` })),
    ...measures.map(({ span }, i) => ({ span, id: `m${i + 1}` })),
  ].sort((a, b) => a.span.start - b.span.start);
  const found: Sentence[] = [];
  let owner = 0;
  const between = segmenter(outline.markers);
  for (const part of outline.parts)
    for (const segment of between(part.span))
      for (const sentence of sentences(text, segment)) {
        while (owner + 1 < owners.length && (owners[owner + 1]?.span.start ?? 0) <= sentence.start) owner++;
        const candidate = owners[owner];
        const inside =
          candidate && candidate.span.start <= sentence.start && sentence.start < candidate.span.end;
        const quote = words(sentence);
        // Written out: an object made by spreading is half as fast to read, and there are many.
        found.push({
          text: quote.text,
          span: quote.span,
          role: part.role,
          item: inside ? candidate.id : null,
          evidence: () => quoteEvidence(words, evidenceOf(sentence)),
          reading: sentence,
        });
      }
  return found;
}

/** The stretches between the numbers of a span; spans have to be asked for in their order. */
function segmenter(markers: readonly Span[]): (span: Span) => readonly Span[] {
  let next = 0;
  return (span) => {
    while ((markers[next]?.start ?? span.start) < span.start) next++;
    const found: Span[] = [];
    let { start } = span;
    for (let marker = markers[next]; marker && marker.end <= span.end; marker = markers[++next]) {
      found.push({ start, end: marker.start });
      start = marker.end;
    }
    found.push({ start, end: span.end });
    return found;
  };
}

/** Evidence in the document's own words. */
export const quoteEvidence = (words: Quoting, shown: readonly EvidenceSpan[]): readonly Evidence[] =>
  shown.map((entry) => ({ kind: entry.kind, ...words(entry) }));
