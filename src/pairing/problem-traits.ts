import type { Analysis, Problem, Sentence } from '../analysis.js';
import { contains, type Span } from '../document/span.js';
import { sentencesByItem } from '../item-sentences.js';
import { NumberTable } from '../language/number-table.js';
import { pairsOf } from '../profiles/wording.js';
import type { TextBigrams } from './bigram-counts.js';

/** What a problem can be known again by. */
export interface ProblemTraits {
  readonly problem: Problem;
  /** Pairs of characters of the title. */
  readonly pairs: ReadonlySet<number>;
  /** Bigrams of the whole item, and of the measure that answers it, but for those that anybody writes. */
  readonly bigrams: ReadonlySet<number>;
  /** How many bigrams the item itself has, common ones too. */
  readonly ownBigrams: number;
  /** Documents, meetings, projects, places and people that its examples name. */
  readonly named: ReadonlySet<string>;
  /** Fields of work that it speaks of. */
  readonly fields: ReadonlySet<string>;
  /** Content words of the whole item and its measure, and of the title: only told, so cut out when asked for. */
  readonly words: () => ReadonlySet<string>;
  readonly titleWords: () => ReadonlySet<string>;
}

/** What tells which words of a problem count. */
export interface TraitTools {
  readonly bigrams: TextBigrams;
  /** By the number of writers that use a bigram. */
  readonly weights: readonly number[];
  /** Words that everybody uses and that tie nothing together. */
  readonly stopWords: ReadonlySet<string>;
  /** Categories of the fields of work in the lexicons. */
  readonly fields: readonly string[];
}

const NAMES: ReadonlySet<string> = new Set(['document', 'meeting', 'project', 'place', 'person']);

export function problemTraits(
  analysis: Analysis,
  { bigrams: { at, writers }, weights, stopWords, fields }: TraitTools,
): readonly ProblemTraits[] {
  const { problems, reading } = analysis;
  const { text, hits, words } = reading;
  const answerOf = answers(analysis);
  const byItem = sentencesByItem(analysis);
  const whole = { start: 0, end: text.length };
  const spokenOf = fields.filter((field) => hits.has(whole, field));
  /** By bigram, the problem that it was last met in. */
  const met = new NumberTable(text.length);
  return problems.map((problem, i) => {
    const { title } = problem.reading;
    const stretches = [title, ...ownSentences(problem, byItem.get(problem.id) ?? [])];
    const answer = answerOf(problem);
    const rare = new Set<number>();
    const take = (spans: readonly Span[]): number => {
      let different = 0;
      for (const { start, end } of spans)
        for (let place = start; place < end - 1; place++) {
          const bigram = at[place] ?? 0;
          if (bigram === 0 || met.get(bigram) === i) continue;
          met.set(bigram, i);
          different++;
          if ((weights[writers[place] ?? 0] ?? 0) > 0) rare.add(bigram);
        }
      return different;
    };
    const ownBigrams = take(stretches);
    take(answer);
    const evidence = problem.examples.flatMap((example) => example.evidence);
    return {
      problem,
      pairs: pairsOf(text.slice(title.start, title.end).replace(MARKS, '')),
      bigrams: rare,
      ownBigrams,
      named: new Set(evidence.filter(({ kind }) => NAMES.has(kind)).map(({ text: name }) => name)),
      fields: new Set(spokenOf.filter((field) => stretches.some((span) => hits.has(span, field)))),
      words: () => words.content([...stretches, ...answer], stopWords),
      titleWords: () => words.content([title], stopWords),
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
const ownSentences = ({ causes, reading }: Problem, sentences: readonly Sentence[]): readonly Span[] =>
  sentences
    .filter(
      (sentence) =>
        reading.text.some((own) => own.start <= sentence.reading.start && sentence.reading.start < own.end) &&
        !causes.some(({ span }) => contains(span, sentence.span)),
    )
    .map((sentence) => sentence.reading);

const MARKS = /[^\p{L}\p{N}]+/gu;
