/**
 * Shape of the YAML files in `dictionaries/` and of a user's own folder. The types of the program come
 * from these definitions. Loading zod costs time, so only `load.ts` and the build import this file for
 * its values; everything else imports types.
 */
import { z } from 'zod';

const confidence = z.enum(['confirmed', 'unconfirmed']);
/** A month or a day: `2021-11` or `2021-11-11`. */
const date = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

/**
 * A phrase in the pattern language of the dictionaries: literal characters; `(a|b)` one of several;
 * `(a)?` may be absent; `…` a gap of one to twelve characters without sentence punctuation.
 */
const pattern = z.string().min(1);

const phrase = z.union([
  pattern,
  z.strictObject({
    phrase: pattern,
    note: z.string().optional(),
    source: z.string().optional(),
    confidence: confidence.optional(),
  }),
]);

const category = z.strictObject({
  /** Chinese name of the category. */
  title: z.string().min(1),
  note: z.string().optional(),
  phrases: z.array(phrase).min(1),
});

/** A field of work: words that name the same business, and the fields that are its neighbours. */
const field = z.strictObject({
  id: z.string().min(1),
  terms: z.array(pattern).min(1),
  related: z.array(z.string()).default([]),
});

/** `dictionaries/lexicons/*.yaml` */
export const lexiconFile = z.strictObject({
  source: z.string().optional(),
  categories: z.record(z.string().regex(/^[a-z][a-z-]*$/), category).default({}),
  fields: z.array(field).default([]),
});

const expression = z.strictObject({
  /** The wording in the text, in the pattern language. */
  phrase: pattern,
  /**
   * `fixed`: an official set phrase (figures inside it are no figures, its words are nobody's own);
   * `miswritten`: a known slip; `repealed`: a document or wording no longer valid.
   */
  kind: z.enum(['fixed', 'miswritten', 'repealed']),
  /** What is authoritative instead; shown as advice only. */
  advice: z.string().optional(),
  /** Contexts in which a `miswritten` or `repealed` entry is right after all. */
  unless: z.array(pattern).optional(),
  /** When the wording came into use, and when it ceased to be right. */
  validFrom: date.optional(),
  validTo: date.optional(),
  source: z.string().min(1),
  confidence: confidence.default('confirmed'),
});

/** `dictionaries/expressions/*.yaml` */
export const expressionFile = z.strictObject({ expressions: z.array(expression).min(1) });

export const kind = z.enum(['individual', 'team', 'branch']);

export const themes = [
  '理论学习',
  '政治忠诚与纪律',
  '为民服务',
  '担当落实',
  '风险与斗争',
  '工作作风',
  '廉洁自律',
  '管党治党',
  '能力本领',
] as const;

const dimension = z.strictObject({
  ordinal: z.number().int().positive(),
  /** Full official wording. */
  name: z.string().min(1),
  /** Short name for tables. */
  short: z.string().min(1),
  /** Other wordings seen in headings. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Words that speak for this dimension in running text. */
  terms: z.array(z.string().min(1)).default([]),
  theme: z.enum(themes),
  confidence: confidence.default('confirmed'),
});

export const partRole = z.enum([
  'title',
  'opening',
  'rectification',
  'matters',
  'problems',
  'case',
  'causes',
  'measures',
  'closing',
]);

/** `dictionaries/profiles/*.yaml`, one profile a file. */
export const profileFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** Year whose meeting it is; null for the general profile. */
  year: z.number().int().min(2012).max(2100).nullable(),
  name: z.string().min(1),
  /** Name of the occasion, in the words that documents use. */
  occasion: z.string().min(1),
  /** Words in title, opening or headings that speak for this profile. */
  signals: z.array(z.string().min(1)).default([]),
  kinds: z.array(kind).min(1),
  dimensions: z.array(dimension),
  /** Parts asked for, by kind of document. */
  parts: z.partialRecord(kind, z.array(partRole)).default({}),
  source: z.string().min(1),
  confidence,
  note: z.string().optional(),
});

export type Kind = z.infer<typeof kind>;
export type PartRole = z.infer<typeof partRole>;
export type Theme = (typeof themes)[number];
export type Expression = z.infer<typeof expression>;
export type Field = z.infer<typeof field>;
export type Dimension = z.infer<typeof dimension>;
export type Profile = z.infer<typeof profileFile>;

/** All dictionaries in force: the package's own and a user's on top. */
export interface Dictionaries {
  /** Phrases are patterns, not yet expanded. */
  readonly categories: Readonly<
    Record<string, { readonly title: string; readonly phrases: readonly string[] }>
  >;
  readonly fields: readonly Field[];
  readonly expressions: readonly Expression[];
  readonly profiles: readonly Profile[];
}
