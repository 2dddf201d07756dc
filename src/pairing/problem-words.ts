import type { Analysis, Problem, Sentence } from '../analysis.js';
import { contains, type Span } from '../document/span.js';

/** What a problem can be known again by without its text being cut. */
export interface ProblemTraits {
  readonly problem: Problem;
  /** Pairs of characters of the title. */
  readonly pairs: ReadonlySet<string>;
  /** Documents, meetings, projects, places and people that its examples name. */
  readonly named: ReadonlySet<string>;
  /** Fields of work that it speaks of. */
  readonly fields: ReadonlySet<string>;
}

/** The content words of a problem. */
export interface ProblemWords {
  /** Those of the title; asked only for what is shown. */
  readonly title: () => ReadonlySet<string>;
  /** Those of the whole item, and of the measure that answers it. */
  readonly all: ReadonlySet<string>;
  /** How many of these are the item's own. */
  readonly own: number;
}

const NAMES: ReadonlySet<string> = new Set(['document', 'meeting', 'project', 'place', 'person']);

/** @param fields categories of the fields of work in the lexicons */
export function problemTraits(
  { problems, sentences, reading: { text, hits } }: Analysis,
  fields: readonly string[],
): readonly ProblemTraits[] {
  const whole = { start: 0, end: text.length };
  const spokenOf = fields.filter((field) => hits.has(whole, field));
  return problems.map((problem) => {
    const { title } = problem.reading;
    const stretches = stretchesOf(problem, sentences);
    const evidence = problem.examples.flatMap((example) => example.evidence);
    return {
      problem,
      pairs: pairsOf(text.slice(title.start, title.end)),
      named: new Set(evidence.filter(({ kind }) => NAMES.has(kind)).map(({ text: name }) => name)),
      fields: new Set(spokenOf.filter((field) => stretches.some((span) => hits.has(span, field)))),
    };
  });
}

/** @param stopWords words that everybody uses and that tie nothing together */
export function problemWords(analysis: Analysis, stopWords: ReadonlySet<string>): readonly ProblemWords[] {
  const { problems, sentences, reading } = analysis;
  const answerOf = answers(analysis);
  return problems.map((problem) => {
    const own = reading.words.content(stretchesOf(problem, sentences), stopWords);
    const all = new Set(own);
    for (const word of reading.words.content(answerOf(problem), stopWords)) all.add(word);
    return { title: () => reading.words.content([problem.reading.title], stopWords), all, own: own.size };
  });
}

const stretchesOf = (problem: Problem, sentences: readonly Sentence[]): readonly Span[] => [
  problem.reading.title,
  ...ownSentences(problem, sentences),
];

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
