import { join } from 'node:path';
import { z } from 'zod';
import { openClassroom } from '../../scripts/mapping-lessons.js';
import { mappingTrainer } from '../../scripts/mapping-training.js';
import { packageRoot } from '../../src/dictionaries/package-root.js';
import type { Dimension, Profile } from '../../src/dictionaries/schema.js';
import { type Analyzer, createAnalyzer } from '../../src/index.js';
import { contentMapper } from '../../src/profiles/content.js';
import { readMappingModel } from '../../src/profiles/mapping-model.js';
import { toJson } from '../../src/report/json.js';
import { rules } from '../../src/rules/index.js';
import { loadCorpus } from './gold.js';
import type { KnownRules } from './score-findings.js';

/** The part of the contract's JSON that scoring reads. Everything else in it is ignored. */
export type ContractDocument = z.infer<typeof contractDocument>;
export type ContractSpan = readonly [start: number, end: number];

/**
 * One document through the system, as `duizhao check --format json --include-text` gives it.
 *
 * @param previous path of an earlier document of the same writer
 * @throws Error when a document cannot be read or the answer does not keep the contract
 */
export async function run(path: string, previous?: string): Promise<ContractDocument> {
  const analyzer = await sharedAnalyzer();
  const earlier = previous === undefined ? [] : [analyzer.analyze(await analyzer.read(previous))];
  const { analysis, findings } = analyzer.check(await analyzer.read(path), { previous: earlier });
  return contractDocument.parse(toJson(analysis, findings, { includeText: true }));
}

/** Loaded once. */
export async function sharedAnalyzer(): Promise<Analyzer> {
  analyzer ??= await createAnalyzer();
  return analyzer;
}

let analyzer: Analyzer | undefined;

/** The rules that exist. Marks of other rules are left out of the score and counted. */
export const knownRules = (): KnownRules => new Map(rules.map(({ id, yieldsTo }) => [id, yieldsTo ?? []]));

/** What the classifier by content learns from and is asked about. */
export interface ContentText {
  /** Id of the profile, `2021`. */
  readonly profile: string;
  readonly title: string;
  /** What follows the title in the item; may be empty. */
  readonly body: string;
}

export interface Ranked {
  /** `2021/1` */
  readonly id: string;
  /** 0 … 1 */
  readonly confidence: number;
}

/** The classifier by content, to be trained anew for each document that is left out. */
export interface ContentClassifier {
  /** The dimensions of a profile with the words that speak for them; for the baselines. */
  dimensions(profile: string): readonly { readonly id: string; readonly terms: readonly string[] }[];
  /** Learns; gives a function that ranks the dimensions of the text's profile, best first. */
  train(
    known: readonly { readonly document: string; readonly text: ContentText; readonly dimension: string }[],
  ): (text: ContentText) => readonly Ranked[];
  /** Below this confidence the system says “not clear”. */
  readonly threshold: number;
}

/**
 * The program's own mapping by content. Each training fits the weights and the confidences anew too, on
 * documents other than the one asked about.
 */
export async function contentClassifier(): Promise<ContentClassifier> {
  const { ground, profiles, read, lessons } = openClassroom();
  const all = lessons(await loadCorpus(join(packageRoot(), 'corpus')));
  const train = mappingTrainer(ground);
  return {
    threshold: readMappingModel().threshold,
    dimensions: (id) =>
      dimensionsOf(profiles, id).map(([dimension, { terms }]) => ({ id: dimension, terms })),
    train: (known) => {
      const documents = new Set(known.map(({ document }) => document));
      const model = train(all.filter(({ document }) => documents.has(document)));
      const mapper = contentMapper(() => model);
      return (text) => {
        const profile = profiles.get(text.profile);
        if (!profile) return [];
        return mapper
          .rank(read(text), profile)
          .map(({ dimension, confidence }) => ({ id: `${profile.id}/${dimension.ordinal}`, confidence }));
      };
    },
  };
}

const dimensionsOf = (
  profiles: ReadonlyMap<string, Profile>,
  id: string,
): readonly (readonly [string, Dimension])[] =>
  (profiles.get(id)?.dimensions ?? []).map((dimension) => [`${id}/${dimension.ordinal}`, dimension]);

const offset = z.number().int().nonnegative();
const span = z
  .tuple([offset, offset])
  .refine(([start, end]) => start <= end, 'a span ends before it starts')
  .readonly();
const quote = z.object({ text: z.string(), span });
const figure = z.number().nullable().default(null);
const ids = z.array(z.string());

export const contractDocument = z.object({
  text: z.string(),
  profile: z.object({ id: z.string() }),
  kind: z.enum(['individual', 'team', 'branch']),
  parts: z.array(z.object({ role: z.string(), span })),
  rectification: z.array(
    z.object({
      occasion: z.string().nullable().default(null),
      aspects: figure,
      found: figure,
      done: figure,
      ongoing: figure,
      span,
    }),
  ),
  dimensions: z.array(z.object({ id: z.string(), heading: span.nullable() })),
  problems: z.array(
    z.object({
      id: z.string(),
      dimension: z.string().nullable(),
      dimensionBy: z.enum(['heading', 'content']).nullable().default(null),
      title: quote,
      examples: z.array(quote.extend({ grade: z.enum(['concrete', 'partial', 'vague']) })),
      causes: z.array(quote),
      measures: z.array(quote),
      links: z.object({ causes: ids, measures: ids }),
    }),
  ),
  causes: z.array(z.object({ id: z.string(), title: quote })),
  measures: z.array(z.object({ id: z.string(), title: quote, commitments: z.array(quote) })),
  findings: z.array(
    z.object({
      rule: z.string(),
      span,
      related: z.array(z.object({ span })).default([]),
    }),
  ),
});
