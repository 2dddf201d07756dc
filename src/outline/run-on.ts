import type { Paragraph } from '../document/document.js';
import { type Span, trim } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { clauses, sentences } from '../language/sentences.js';
import { turns } from './turns.js';

/** Shortest paragraph, and its least share of the document, that holds a whole document by itself. */
const SHORTEST = 300;
const MOST_OF_TEXT = 0.7;
/** Longest first clause that only names a field (在党内生活上，). */
const LONGEST_FIELD = 16;
/** Fewest fields that show that the paragraph goes through them one by one. */
const FEWEST_FIELDS = 2;

/**
 * Divides a document that its writer put into one paragraph without numbers where a sentence turns to the next
 * field (在纪律上，…), to the causes (为什么会这样，…) or to what will be done (今后我打算…).
 */
export function divided(text: string, paragraphs: readonly Paragraph[], hits: Hits): readonly Paragraph[] {
  const whole = paragraphs.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const index = paragraphs.findIndex(({ span: { start, end } }) => end - start >= MOST_OF_TEXT * whole);
  const main = paragraphs[index]?.span;
  if (!main || main.end - main.start < SHORTEST) return paragraphs;
  const spans = pieces(text, main, hits);
  if (spans.length === 1) return paragraphs;
  return [...paragraphs.slice(0, index), ...spans.map((span) => ({ span })), ...paragraphs.slice(index + 1)];
}

function pieces(text: string, span: Span, hits: Hits): readonly Span[] {
  const later = sentences(text, span).slice(1);
  const fields = new Set(later.filter((sentence) => namesField(text, sentence, hits)));
  const opens = (sentence: Span): boolean =>
    (fields.size >= FEWEST_FIELDS && fields.has(sentence)) ||
    turns(text, sentence, hits, 'causes') ||
    turns(text, sentence, hits, 'measures');
  const starts = [span.start, ...later.filter(opens).map(({ start }) => start)];
  return starts.map((start, i) => trim(text, { start, end: starts[i + 1] ?? span.end }));
}

/** Whether a sentence opens with the field that it is about: 政治学习方面： · 在作风上， */
function namesField(text: string, sentence: Span, hits: Hits): boolean {
  const first = clauses(text, sentence)[0];
  if (!first || first.end - first.start > LONGEST_FIELD) return false;
  const end = first.end - 1;
  if (!/[，：]/.test(text.charAt(end))) return false;
  return hits.in('field-end', first).at(-1)?.end === end || PLACE.test(text.slice(first.start, end));
}

/** 在党内生活上, without the place of an occurrence (在会上, 在路上). */
const PLACE = /^在.{2,}[上中]$/;
