import type { Profile } from '../src/dictionaries/schema.js';
import { confidences } from '../src/profiles/content.js';
import {
  FEATURES,
  type Likeness,
  likenesses,
  type MappedText,
  type Trained,
} from '../src/profiles/likeness.js';
import type { MappingModel } from '../src/profiles/mapping-model.js';
import { Phrases } from '../src/profiles/phrases.js';
import { BayesClassifier } from './bayes.js';

/** `dictionaries/mapping/topics.yaml` */
export interface Topic {
  readonly name: string;
  readonly theme: string;
  readonly words: readonly string[];
}

/** A problem whose dimension a reader has named. */
export interface Lesson {
  readonly document: string;
  readonly text: MappedText;
  readonly profile: Profile;
  /** Place of its dimension in the profile. */
  readonly dimension: number;
  /**
   * Whether its document played no part when the terms of the profiles were chosen. Weights are fitted on such
   * documents: on others the terms look better than they are, and every confidence comes out too high.
   */
  readonly unseen: boolean;
}

export interface Ground {
  readonly topics: readonly Topic[];
  /** Words that everybody uses, on whatever topic. */
  readonly stopWords: ReadonlySet<string>;
  /** Cuts text into words. */
  readonly words: (text: string) => readonly string[];
}

/**
 * Makes a trainer: topics and lessons give a model, the same ones the same model. It remembers what it made of
 * each lesson, for training again with some left out.
 */
export function mappingTrainer(ground: Ground): (lessons: readonly Lesson[]) => MappingModel {
  const pupil = new Pupil(ground);
  return (lessons) => {
    const answers = outOfFold(pupil, lessons);
    const weights = weigh(answers);
    return { ...pupil.learn(lessons), weights, threshold: thresholdOf(answers, weights) };
  };
}

/** Documents of which a word must stand in so many to be learned: names and figures of one unit teach nothing. */
const DOCUMENTS = 3;
/** Words of a topic that make one training text, about as many as a problem holds. */
const WORDS_A_TEXT = 10;
const SMOOTHING = 0.1;

/** The classifier: texts made of each topic's words, then the lessons, each under the likeliest topic of its dimension. */
class Pupil {
  readonly #ground: Ground;
  readonly #seed: readonly LabelledText[];
  readonly #lay: ReturnType<typeof likenesses>;
  readonly #read = new WeakMap<Lesson, { readonly label: string; readonly words: ReadonlySet<string> }>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#seed = texts(ground);
    this.#lay = likenesses(classify(ground, this.#seed));
  }

  learn(lessons: readonly Lesson[]): Trained {
    const { stopWords } = this.#ground;
    const spread = new Map<string, Set<string>>();
    for (const lesson of lessons)
      for (const word of this.#readLesson(lesson).words)
        spread.set(word, (spread.get(word) ?? new Set()).add(lesson.document));
    const learned = [...spread].flatMap(([word, { size }]) =>
      size >= DOCUMENTS && !stopWords.has(word) ? [word] : [],
    );
    const known = new Phrases([...this.#seed.flatMap(({ words }) => words), ...learned]);
    const taught = lessons.map(
      (lesson): LabelledText => ({
        label: this.#readLesson(lesson).label,
        words: [...known.in(`${lesson.text.title}\n${lesson.text.body}`)],
      }),
    );
    return classify(this.#ground, [...this.#seed, ...taught]);
  }

  #readLesson(lesson: Lesson) {
    const before = this.#read.get(lesson);
    if (before) return before;
    const { text, profile, dimension } = lesson;
    const own = this.#lay(text, profile).topics(dimension);
    const read = {
      label: this.#ground.topics[own.indexOf(Math.max(...own))]?.name ?? '',
      words: new Set(
        [text.title, text.body].flatMap((part) => this.#ground.words(part)).filter((word) => HAN.test(word)),
      ),
    };
    this.#read.set(lesson, read);
    return read;
  }
}

interface LabelledText {
  readonly label: string;
  readonly words: readonly string[];
}

const HAN = /^[\u4e00-\u9fff]{2,}$/;

function texts({ topics, words: cut }: Ground): readonly LabelledText[] {
  const vocabulary = new Phrases(topics.flatMap(({ words }) => words));
  return topics.flatMap(({ name, words }) =>
    Array.from({ length: Math.ceil(words.length / WORDS_A_TEXT) }, (_, i) => ({
      label: name,
      words: [
        ...new Set(
          words
            .slice(i * WORDS_A_TEXT, (i + 1) * WORDS_A_TEXT)
            .flatMap((word) => [word, ...cut(word), ...vocabulary.in(word)])
            .filter((word) => HAN.test(word)),
        ),
      ],
    })),
  );
}

function classify({ topics }: Ground, documents: readonly LabelledText[]): Trained {
  const classifier = new BayesClassifier(undefined, SMOOTHING);
  for (const { words, label } of documents) classifier.addDocument(words, label);
  const features = Object.keys(classifier.features);
  classifier.textToFeatures = (tokens) => {
    const own = new Set(tokens);
    return features.map((feature) => (own.has(feature) ? 1 : 0));
  };
  classifier.train();
  const { smoothing, classTotals, totalExamples, classFeatures } = classifier.classifier;
  return {
    topics: topics.map(({ name, theme }) => ({ name, theme })),
    features,
    classifier: {
      smoothing,
      classTotals: { ...classTotals },
      totalExamples,
      classFeatures: structuredClone(classFeatures),
    },
  };
}

/** A lesson as it looks to a model that has not seen its document. */
interface Answer {
  readonly values: Likeness['values'];
  readonly dimension: number;
}

function outOfFold(pupil: Pupil, lessons: readonly Lesson[]): readonly Answer[] {
  const unseen = lessons.filter((lesson) => lesson.unseen);
  const asked = unseen.length > 0 ? unseen : lessons;
  return [...new Set(asked.map(({ document }) => document))].flatMap((document) => {
    const lay = likenesses(pupil.learn(lessons.filter((lesson) => lesson.document !== document)));
    return asked
      .filter((lesson) => lesson.document === document)
      .map(({ text, profile, dimension }) => ({ values: lay(text, profile).values, dimension }));
  });
}

const ROUNDS = 400;
const STEP = 0.3;
/** Draws the weights towards 0, against learning few answers by heart. */
const RESTRAINT = 0.01;

/**
 * Weights under which the right dimensions are likeliest (conditional logistic regression): since that is a
 * likelihood, the confidences come out calibrated and need no second fitting.
 */
function weigh(answers: readonly Answer[]): readonly number[] {
  let weights = FEATURES.map(() => 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = FEATURES.map(() => 0);
    for (const { values, dimension } of answers) {
      const confidence = confidences(values, weights);
      values.forEach((own, i) => {
        const miss = (i === dimension ? 1 : 0) - (confidence[i] ?? 0);
        own.forEach((value, feature) => {
          slope[feature] = (slope[feature] ?? 0) + miss * value;
        });
      });
    }
    weights = weights.map(
      (weight, i) => weight + STEP * ((slope[i] ?? 0) / Math.max(1, answers.length) - RESTRAINT * weight),
    );
  }
  return weights.map((weight) => Number(weight.toFixed(4)));
}

/** Share of answers at or above the threshold that must be right: below, hardly more than two in five are. */
const RIGHT = 0.86;

/** The lowest confidence, in steps of 0.05, above which enough answers are right. */
function thresholdOf(answers: readonly Answer[], weights: readonly number[]): number {
  const judged = answers.map(({ values, dimension }) => {
    const confidence = confidences(values, weights);
    const top = Math.max(...confidence);
    return { top, right: confidence.indexOf(top) === dimension };
  });
  for (let step = 4; step < 20; step++) {
    const said = judged.filter(({ top }) => top >= step / 20);
    if (said.length > 0 && said.filter(({ right }) => right).length / said.length >= RIGHT) return step / 20;
  }
  return 1;
}
