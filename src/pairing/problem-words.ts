import type { Analysis, Problem, Sentence } from '../analysis.js';
import { contains, type Span } from '../document/span.js';

/** A problem as its words. */
export interface ProblemWords {
  readonly problem: Problem;
  /** Content words of the title. */
  readonly title: ReadonlySet<string>;
  /** Pairs of characters of the title. */
  readonly pairs: ReadonlySet<string>;
  /** Content words of the whole item. */
  readonly words: ReadonlySet<string>;
  /** Documents, meetings, projects, places and people that its examples name. */
  readonly named: ReadonlySet<string>;
  /** Fields of work that it speaks of. */
  readonly fields: ReadonlySet<string>;
}

/** What tells which words of a problem count. */
export interface WordTools {
  /** Words that everybody uses and that tie nothing together. */
  readonly stopWords: ReadonlySet<string>;
  /** Categories of the fields of work in the lexicons. */
  readonly fields: readonly string[];
}

const NAMES: ReadonlySet<string> = new Set(['document', 'meeting', 'project', 'place', 'person']);

export function problemWords(
  { problems, sentences, reading: { text, hits, words } }: Analysis,
  { stopWords, fields }: WordTools,
): readonly ProblemWords[] {
  return problems.map((problem) => {
    const { title } = problem.reading;
    const stretches = [title, ...ownSentences(problem, sentences)];
    const evidence = problem.examples.flatMap((example) => example.evidence);
    return {
      problem,
      title: words.content([title], stopWords),
      pairs: pairsOf(text.slice(title.start, title.end)),
      words: words.content(stretches, stopWords),
      named: new Set(evidence.filter(({ kind }) => NAMES.has(kind)).map(({ text: name }) => name)),
      fields: new Set(fields.filter((field) => stretches.some((span) => hits.has(span, field)))),
    };
  });
}

/** The sentences of a problem's own text but its reflections: 说到底，还是党性修养不高 goes with any shortcoming. */
const ownSentences = ({ id, causes, reading }: Problem, sentences: readonly Sentence[]): readonly Span[] =>
  sentences
    .filter(
      (sentence) =>
        sentence.item === id &&
        reading.text.some((own) => own.start <= sentence.reading.start && sentence.reading.start < own.end) &&
        !causes.some(({ span }) => contains(span, sentence.span)),
    )
    .map((sentence) => sentence.reading);

function pairsOf(title: string): ReadonlySet<string> {
  const letters = title.replace(/[^\p{L}\p{N}]+/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}
