import type { Analysis, Problem, Sentence } from '../analysis.js';
import { contains, type Span } from '../document/span.js';

/** A problem as its words. */
export interface ProblemWords {
  readonly problem: Problem;
  /** Content words of the title; asked only for what is shown. */
  readonly title: () => ReadonlySet<string>;
  /** Pairs of characters of the title. */
  readonly pairs: ReadonlySet<string>;
  /** Content words of the whole item, and of the measure that answers it. */
  readonly words: ReadonlySet<string>;
  /** How many of these are the item's own. */
  readonly ownWords: number;
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

export function problemWords(analysis: Analysis, { stopWords, fields }: WordTools): readonly ProblemWords[] {
  const { problems, sentences, reading } = analysis;
  const { text, hits, words } = reading;
  const answerOf = answers(analysis);
  const whole = { start: 0, end: text.length };
  const spokenOf = fields.filter((field) => hits.has(whole, field));
  return problems.map((problem) => {
    const { title } = problem.reading;
    const stretches = [title, ...ownSentences(problem, sentences)];
    const evidence = problem.examples.flatMap((example) => example.evidence);
    const own = words.content(stretches, stopWords);
    const all = new Set(own);
    for (const word of words.content(answerOf(problem), stopWords)) all.add(word);
    return {
      problem,
      title: () => words.content([title], stopWords),
      pairs: pairsOf(text.slice(title.start, title.end)),
      words: all,
      ownWords: own.size,
      named: new Set(evidence.filter(({ kind }) => NAMES.has(kind)).map(({ text: name }) => name)),
      fields: new Set(spokenOf.filter((field) => stretches.some((span) => hits.has(span, field)))),
    };
  });
}

/** A measure that answers more problems than this tells of no single one. */
const FEW = 2;

/**
 * The stretches of the measure that answers a problem, and hardly another one. Where a shortcoming is confessed anew
 * in other words, what was promised against it often has the same name: 清欠, 机耕路.
 */
function answers({ problems, measures }: Analysis): (problem: Problem) => readonly Span[] {
  const byId = new Map(measures.map(({ id, reading }) => [id, [reading.title, ...reading.text]]));
  const nearest = ({ links }: Problem): string => links.measures[0]?.to ?? '';
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(nearest(problem), (counts.get(nearest(problem)) ?? 0) + 1);
  return (problem) => ((counts.get(nearest(problem)) ?? 0) <= FEW ? (byId.get(nearest(problem)) ?? []) : []);
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
