import type { CorpusDocument } from './gold.js';
import { locateGold } from './located.js';
import { squeeze } from './squeezed.js';
import type { ContentClassifier, ContentText, Ranked } from './system.js';
import { type Figure, ratio } from './tally.js';

/** A problem whose dimension is known, and the dimensions as they were ranked for it, best first. */
export interface ContentCase {
  /** `2021/1` */
  readonly gold: string;
  /** May be empty: no answer. */
  readonly ranked: readonly Ranked[];
}

export interface ContentScore {
  readonly cases: number;
  /** Share of cases whose dimension is ranked first; among the first two. No answer is a wrong answer. */
  readonly top1: Figure;
  readonly top2: Figure;
  /** With the threshold of “not clear”: share of cases answered, and of the answers that are right. */
  readonly answered: Figure;
  readonly answeredRight: Figure;
  /** How far confidence and success lie apart on average, weighted by cases (expected calibration error). */
  readonly calibrationError: Figure;
  /** Only bands that hold cases. */
  readonly reliability: readonly Band[];
}

/** Cases whose confidence lies in `[from, to)`; the last band holds 1 too. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly confidence: number;
  readonly right: number;
}

/** @param threshold confidence below which the system gives no answer */
export function scoreContentMapping(cases: readonly ContentCase[], threshold = 0): ContentScore {
  const judged = cases.map(({ gold, ranked }) => ({
    confidence: ranked[0]?.confidence ?? 0,
    hasAnswer: ranked.length > 0,
    first: ranked[0]?.id === gold,
    firstTwo: ranked.slice(0, 2).some(({ id }) => id === gold),
  }));
  const answered = judged.filter(({ confidence, hasAnswer }) => hasAnswer && confidence >= threshold);
  const reliability = bands(judged.filter(({ hasAnswer }) => hasAnswer));
  const inBands = reliability.reduce((all, band) => all + band.cases, 0);
  const apart = reliability.reduce(
    (all, band) => all + band.cases * Math.abs(band.confidence - band.right),
    0,
  );
  return {
    cases: cases.length,
    top1: ratio(judged.filter(({ first }) => first).length, cases.length),
    top2: ratio(judged.filter(({ firstTwo }) => firstTwo).length, cases.length),
    answered: ratio(answered.length, cases.length),
    answeredRight: ratio(answered.filter(({ first }) => first).length, answered.length),
    calibrationError: ratio(apart, inBands),
    reliability,
  };
}

const BANDS = 10;

function bands(judged: readonly { readonly confidence: number; readonly first: boolean }[]): readonly Band[] {
  const bandOf = (confidence: number): number =>
    Math.min(BANDS - 1, Math.max(0, Math.floor(confidence * BANDS)));
  return Array.from({ length: BANDS }, (_, i) => i).flatMap((i) => {
    const own = judged.filter(({ confidence }) => bandOf(confidence) === i);
    if (own.length === 0) return [];
    return [
      {
        from: i / BANDS,
        to: (i + 1) / BANDS,
        cases: own.length,
        confidence: own.reduce((all, { confidence }) => all + confidence, 0) / own.length,
        right: own.filter(({ first }) => first).length / own.length,
      },
    ];
  });
}

/** A problem's text with the dimension that a reader gives it. */
export interface ContentExample {
  readonly document: string;
  readonly text: ContentText;
  readonly dimension: string;
}

/**
 * The problems of a document by their own text, no dimension heading in it: each from its title to the next
 * title, dimension heading or end of its part. White space is taken out. None in the general profile.
 */
export function contentExamples({ name, text, gold }: CorpusDocument): readonly ContentExample[] {
  const squeezed = squeeze(text);
  const { problems, causes, measures, headings } = locateGold(gold, squeezed);
  const lineStarts = startsOfLines(text);
  const partEnds = gold.parts.map(
    ({ lines: [, last] }) => squeezed.from(0, lineStarts[last] ?? text.length).end,
  );
  const borders = [
    ...[...problems, ...causes, ...measures].map(({ title }) => title.start),
    ...headings.map(({ span }) => span.start),
    ...partEnds,
    squeezed.text.length,
  ];
  return problems.flatMap(({ title, dimension }) => {
    if (dimension === null) return [];
    const end = Math.min(...borders.filter((border) => border >= title.end));
    const body = squeezed.slice({ start: title.end, end });
    return [
      { document: name, dimension, text: { profile: gold.profile, title: squeezed.slice(title), body } },
    ];
  });
}

/** Offset of each line's first unit, by 0-based line. */
function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export interface ContentEvaluation extends ContentScores {
  /**
   * On documents kept for the test alone, where there are any. The terms of the profiles were written beside the
   * others, which flatters whatever uses them: these figures are the honest ones.
   */
  readonly held?: ContentScores;
}

export interface ContentScores {
  readonly classifier: ContentScore;
  readonly majority: ContentScore;
  readonly keywords: ContentScore;
}

/** The classifier on each document after learning from all others, beside two baselines on the same problems. */
export function leaveOneOut(
  corpus: readonly CorpusDocument[],
  classifier: ContentClassifier,
): ContentEvaluation {
  const examples = corpus.flatMap(contentExamples);
  const cases = corpus.flatMap(({ name }) => {
    const asked = examples.filter(({ document }) => document === name);
    if (asked.length === 0) return [];
    const rank = classifier.train(examples.filter(({ document }) => document !== name));
    return asked.map((example) => ({ example, ranked: rank(example.text) }));
  });
  const score = (names: ReadonlySet<string>): ContentScores => {
    const asked = cases.filter(({ example }) => names.has(example.document));
    const own = asked.map(({ example }) => example);
    return {
      classifier: scoreContentMapping(
        asked.map(({ example, ranked }) => ({ gold: example.dimension, ranked })),
        classifier.threshold,
      ),
      majority: scoreContentMapping(majorityCases(own)),
      keywords: scoreContentMapping(
        own.map(({ text, dimension }) => ({
          gold: dimension,
          ranked: rankByKeywords(`${text.title}${text.body}`, classifier.dimensions(text.profile)),
        })),
      ),
    };
  };
  const names = (documents: readonly CorpusDocument[]) => new Set(documents.map(({ name }) => name));
  const held = corpus.filter(({ gold }) => gold.split === 'held');
  return { ...score(names(corpus)), ...(held.length > 0 ? { held: score(names(held)) } : {}) };
}

/**
 * Baseline: all problems of a document get the dimension that most of them have. It knows the answers of the
 * very document, since most profiles have one document only: an honest majority could not do better.
 */
export function majorityCases(examples: readonly ContentExample[]): readonly ContentCase[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { document, dimension } of examples) {
    const own = counts.get(document) ?? new Map<string, number>();
    counts.set(document, own.set(dimension, (own.get(dimension) ?? 0) + 1));
  }
  return examples.map(({ document, dimension }) => ({
    gold: dimension,
    ranked: ranking(counts.get(document)),
  }));
}

/** Baseline: how often the words of each dimension occur, unweighted. No answer where none does. */
export function rankByKeywords(
  text: string,
  dimensions: readonly { readonly id: string; readonly terms: readonly string[] }[],
): readonly Ranked[] {
  const occurrences = (term: string): number => (term === '' ? 0 : text.split(term).length - 1);
  return ranking(
    new Map(dimensions.map(({ id, terms }) => [id, terms.reduce((all, term) => all + occurrences(term), 0)])),
  );
}

/** Counts as a ranking, the share of all as confidence; what does not occur is left out. */
function ranking(counts: ReadonlyMap<string, number> = new Map()): readonly Ranked[] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => ({ id, confidence: count / all }));
}
