import type { Analysis, Sentence } from '../analysis.js';
import type { Span } from '../document/span.js';

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
    if (start > from) own += text.slice(from, start);
    from = Math.max(from, end);
  }
  return (own + text.slice(from, span.end))
    .replace(MARKS, '')
    .replace(NO_HAN, (run) => run.replace(NO_WORDS, ''));
}

/** Looked for first: a class of Unicode takes ten times as long. */
const MARKS = /[，。、；：！？“”‘’（）《》…\s]+/g;
const NO_HAN = /[^\u4e00-\u9fff]+/g;
const NO_WORDS = /[^\p{L}\p{N}]+/gu;
