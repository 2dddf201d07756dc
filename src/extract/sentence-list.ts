import type { Evidence, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';
import { sentences } from '../language/sentences.js';
import { evidence } from './evidence.js';
import type { PartItem } from './part-items.js';
import type { FoundProblem } from './problems.js';
import type { Quoting } from './quote.js';
import type { FiguredSource } from './source.js';

/** All sentences, without the numbers before them, each with its part and item. */
export function readSentences(
  source: FiguredSource,
  words: Quoting,
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
  for (const part of outline.parts)
    for (const segment of segments(part.span, outline.markers))
      for (const sentence of sentences(text, segment)) {
        while (owner + 1 < owners.length && (owners[owner + 1]?.span.start ?? 0) <= sentence.start) owner++;
        const candidate = owners[owner];
        const inside =
          candidate && candidate.span.start <= sentence.start && sentence.start < candidate.span.end;
        found.push({
          ...words(sentence),
          role: part.role,
          item: inside ? candidate.id : null,
          evidence: () => quoteEvidence(source, words, sentence),
          reading: sentence,
        });
      }
  return found;
}

/** The stretches between the numbers of a span. */
function segments(span: Span, markers: readonly Span[]): readonly Span[] {
  const inside = markers.filter((marker) => span.start <= marker.start && marker.end <= span.end);
  const starts = [span.start, ...inside.map(({ end }) => end)];
  return starts.map((start, i) => ({ start, end: inside[i]?.start ?? span.end }));
}

/** What in a stretch another person could check, in the document's own words. */
export const quoteEvidence = (source: FiguredSource, words: Quoting, span: Span): readonly Evidence[] =>
  evidence(source, span).map((entry) => ({ kind: entry.kind, ...words(entry) }));
