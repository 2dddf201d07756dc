import type { Analysis, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';
import { isHan } from '../language/pairs.js';

/** A sentence by the words that are the writer's own. */
export interface OwnSentence {
  readonly sentence: Sentence;
  /** Han characters, letters and digits of it, without official set phrases. */
  readonly own: string;
}

/** Shorter ones are chance or formula (以上剖析，请批评指正), in characters of own wording. */
const SHORTEST = 11;

/** Parts whose sentences follow a form that every document has. */
const FORMAL: ReadonlySet<string> = new Set(['title', 'closing']);

/**
 * The sentences that could be copied from another document: what remains of them without official wording, fixed
 * expressions and headings of dimensions is long enough to be told apart.
 */
export function ownSentences(analysis: Analysis): readonly OwnSentence[] {
  const headings = [...analysis.dimensions, ...analysis.parts].flatMap(({ heading }) => heading ?? []);
  return analysis.sentences.flatMap((sentence) => {
    if (FORMAL.has(sentence.role) || isGiven(sentence, headings)) return [];
    const own = ownWording(analysis, sentence.reading);
    return own.length >= SHORTEST ? [{ sentence, own }] : [];
  });
}

/** Headings of parts and dimensions are given, not written; a line of no item without a final mark is one. */
const isGiven = ({ span, item, text }: Sentence, headings: readonly Span[]): boolean =>
  (item === null && !ENDS.test(text)) ||
  headings.some(({ start, end }) => start <= span.start && span.end <= end + 1);

const ENDS = /[。！？；…”’）]$/;

/** A stretch of the reading without set phrases, punctuation and white space. */
export function ownWording({ reading: { text, hits } }: Analysis, span: Span): string {
  let own = '';
  let from = span.start;
  for (const { start, end } of hits.in('expression-fixed', span)) {
    if (start > from) own += wording(text, from, start);
    from = Math.max(from, end);
  }
  return own + wording(text, from, span.end);
}

/** A stretch of a text without punctuation and white space: a class of Unicode is asked only where no Han stands. */
function wording(text: string, start: number, end: number): string {
  let own = '';
  let from = start;
  for (let at = start; at < end; at++) {
    if (isHan(text.charCodeAt(at))) continue;
    if (from < at) own += text.slice(from, at);
    from = at;
    while (at < end && !isHan(text.charCodeAt(at))) at++;
    if (!MARKS.has(text.slice(from, at))) own += text.slice(from, at).replace(NO_WORDS, '');
    from = at;
  }
  return from < end ? own + text.slice(from, end) : own;
}

const MARKS: ReadonlySet<string> = new Set('，。、；：！？“”‘’（）《》…');
const NO_WORDS = /[^\p{L}\p{N}]+/gu;
