/**
 * The JSON that other programs read (`--format json`, `--format jsonl`): one definition for the types and for
 * `duizhao/schema.json`. Fields may be added, never renamed or removed. Loading zod costs time, so the program
 * itself imports only the types of this file; the build writes the JSON Schema from it.
 */
import { z } from 'zod';
import { kind, partRole } from './dictionaries/schema.js';

const offset = z.int().nonnegative();
const span = z.tuple([offset, offset]).meta({
  id: 'Span',
  description:
    'A stretch [start, end) in UTF-16 code units of `text`, the decoded text of the document with line ends as \\n.',
});

const quote = z
  .object({
    text: z.string().describe('The words, without line breaks of hard wrapping.'),
    span,
  })
  .meta({ id: 'Quote', description: 'Words of the document and their place.' });

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const severity = z.enum(['error', 'warning', 'info']);

const dimensionGuess = z.object({
  dimension: z.string().describe('Id of the dimension.'),
  confidence: share,
});

const profile = z.object({
  id: z.string().describe('Id of the profile: the year and occasion whose dimensions apply.'),
  year: z.int().nullable().describe('Year of the meeting; null for the general profile.'),
  name: z.string().describe('Chinese name.'),
  detected: z.boolean().describe('False when the caller named the profile.'),
  confidence: share.describe('How sure the detection is.'),
  reasons: z.array(z.string()).describe('What spoke for it; Chinese.'),
  runnerUp: z
    .object({ id: z.string(), name: z.string(), confidence: share })
    .nullable()
    .describe('The next best profile.'),
});

const part = z.object({
  role: partRole,
  title: z.string().nullable().describe('Heading of the part, without its number.'),
  span,
  by: z
    .enum(['heading', 'place', 'content'])
    .describe('How the role was found; content is the least certain.'),
});

const rectification = z.object({
  occasion: z.string().describe('The meeting or inspection whose problems were to be mended.'),
  aspects: count.nullable().describe('Number of aspects stated.'),
  found: count.nullable().describe('Number of problems found.'),
  done: count.nullable().describe('Number of problems solved.'),
  ongoing: count.nullable().describe('Number of problems still being worked on.'),
  rate: z.number().nullable().describe('Share solved as stated, in percent.'),
  consistent: z.boolean().describe('Whether the figures agree; true when there is nothing to add up.'),
  span,
});

const dimension = z.object({
  id: z.string().describe('Profile and ordinal: 2021/1.'),
  ordinal: z.int().positive(),
  name: z.string().describe('Full official wording.'),
  theme: z.string().describe('Theme that ties dimensions of different years.'),
  heading: span.nullable().describe('Null where the document has no such heading.'),
  problems: z.array(z.string()).describe('Ids of its problems.'),
  characters: count.describe('Characters without white space that belong to it.'),
});

const evidence = z.object({
  kind: z.enum(['time', 'place', 'figure', 'document', 'meeting', 'project', 'act', 'person', 'situation']),
  text: z.string(),
  span,
});

const example = z.object({
  text: z.string(),
  span,
  grade: z
    .enum(['concrete', 'partial', 'vague'])
    .describe('Someone could check it; a situation is named; nothing definite is said.'),
  evidence: z.array(evidence).describe('What the grade rests on.'),
  cue: quote.nullable().describe('The words that introduced it.'),
});

const commitment = z.object({
  kind: z.enum(['deadline', 'frequency', 'quantity', 'person', 'deliverable']),
  text: z.string(),
  span,
  value: z
    .string()
    .nullable()
    .describe(
      'Normalised where the text allows: ISO date or period, count per period, number with unit, office.',
    ),
});

const link = z.object({
  to: z.string().describe('Id of the cause or measure.'),
  strength: share,
  words: z.array(z.string()).describe('Words that carry the link.'),
});

const problem = z.object({
  id: z.string(),
  dimension: z.string().nullable().describe('Id of the dimension; null where none is clear.'),
  dimensionBy: z.enum(['heading', 'content']),
  confidence: share.describe('Of the dimension.'),
  alternatives: z
    .array(dimensionGuess)
    .optional()
    .describe('Other dimensions that come into question; where the words decided.'),
  dimensionWords: z
    .array(z.string())
    .optional()
    .describe('Words that decided on the dimension, where words did; only with --explain.'),
  title: quote,
  span: span.describe('The whole item, with its number.'),
  examples: z.array(example),
  causes: z.array(quote).describe('Causes stated in the problem’s own text.'),
  measures: z
    .array(z.object({ text: z.string(), span, commitments: z.array(commitment) }))
    .describe('Measures stated in the problem’s own text.'),
  links: z
    .object({
      causes: z.array(z.string()),
      measures: z.array(z.string()),
      evidence: z.array(link).optional().describe('Only with --explain.'),
    })
    .describe('Ids of the items of the cause and measure parts that answer the problem.'),
});

const causeItem = z.object({ id: z.string(), title: quote, span });
const measureItem = z.object({ id: z.string(), title: quote, span, commitments: z.array(commitment) });

const finding = z.object({
  rule: z.string().describe('Id of the rule; see `duizhao rules`.'),
  severity,
  message: z.string().describe('Chinese: the reason in one sentence.'),
  span: span.describe('Empty at 0 where the document as a whole is meant.'),
  excerpt: z.string().describe('The exact words of the span; very long ones have … for their middle.'),
  position: z.object({
    line: z.int().positive(),
    column: z.int().positive().describe('In UTF-16 code units.'),
    place: z.string().describe('Chinese: 第45行, in Word 第12段, in PDF 第3页第2段.'),
  }),
  suggestion: z.string().nullable().describe('What would settle it.'),
  related: z.array(z.object({ message: z.string(), span })).describe('Other places it speaks of.'),
  evidence: z.array(z.string()).optional().describe('Numbers and words behind it; only with --explain.'),
});

const suppressed = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  span,
  reason: z.string().describe('Why it is not counted, in the words of whoever asked for it.'),
  source: z
    .string()
    .describe('Chinese: where that was asked for: a comment, the configuration, the baseline.'),
});

const notice = z.object({
  code: z.string(),
  message: z.string().describe('Chinese: what was assumed, skipped or not understood.'),
  span: span.optional(),
});

const statistics = z.object({
  characters: count.describe('Without white space.'),
  sentences: count,
  shares: z.partialRecord(partRole, share).describe('Share of the characters by part.'),
});

/** One document that was read. */
export const analysisJson = z
  .object({
    file: z.string().describe('Path as given; - for standard input.'),
    profile,
    kind,
    title: quote.nullable(),
    parts: z.array(part).describe('In order, without overlap; a role may recur.'),
    rectification: z.array(rectification).describe('Accounts of last year’s problems.'),
    dimensions: z.array(dimension).describe('All dimensions of the profile, in its order.'),
    problems: z.array(problem),
    causes: z.array(causeItem).describe('Items of the cause parts.'),
    measures: z.array(measureItem).describe('Items of the measure parts.'),
    findings: z.array(finding).describe('By place in the text.'),
    suppressed: z
      .array(suppressed)
      .optional()
      .describe(
        'Findings left out by a comment, the configuration or a baseline; absent when there are none.',
      ),
    notices: z.array(notice),
    statistics,
    text: z.string().optional().describe('The decoded text; only with --include-text.'),
  })
  .meta({ id: 'Analysis' });

/** One document that could not be read. */
export const failureJson = z
  .object({
    file: z.string(),
    error: z.object({ code: z.string(), message: z.string().describe('Chinese.') }),
  })
  .meta({ id: 'Failure' });

/** One line of `--format jsonl`. */
export const documentJson = z.union([analysisJson, failureJson]).meta({ id: 'Document' });

/** The answer of `--format json`. */
export const reportJson = z
  .object({ version: z.literal(1), documents: z.array(documentJson) })
  .meta({ title: 'duizhao', description: 'Answer of duizhao check and duizhao extract with --format json.' });

const change = z.object({
  kind: z.enum(['same', 'removed', 'added']),
  text: z.string().describe('Words without white space.'),
});

const relation = z.object({
  before: z.string().nullable().describe('Id of the problem in the earlier document.'),
  after: z.string().nullable().describe('Id of the problem in the later document.'),
  relation: z
    .enum(['persisting', 'copied', 'new', 'resolved', 'dropped'])
    .describe(
      'The same shortcoming; nearly word for word; only in the later document; reported there as solved; gone without an account.',
    ),
  similarity: share.describe('0 where there is only one side.'),
  words: z.array(z.string()).describe('Words that decided, the rarest first.'),
  changes: z.array(change).describe('Differences word by word; empty where they tell nothing.'),
  account: z
    .object({ state: z.enum(['done', 'ongoing']), text: z.string(), span })
    .nullable()
    .describe('What the later document’s account says of the earlier problem.'),
});

const stepShape = {
  before: z.lazy(() => analysisJson).describe('The earlier document; no rules are run.'),
  after: z.lazy(() => analysisJson).describe('The later document; no rules are run.'),
  problems: z.array(relation),
  copiedSentences: z.array(
    z.object({
      before: span.describe('In the earlier document.'),
      after: span.describe('In the later document.'),
      similarity: share.describe('Share of the shorter sentence that stands in the other.'),
      changes: z.array(change),
    }),
  ),
  claims: z
    .array(
      z.object({
        span: span.describe('The account in the later document.'),
        occasion: z.string(),
        statedFound: count.nullable().describe('Null where none are stated, or masked.'),
        actualFound: count.describe('Problems that the earlier document contains.'),
        statedAspects: count.nullable().describe('Null where none are stated, or masked.'),
        actualAspects: count.describe('Dimensions of the earlier document that have problems.'),
        consistent: z.boolean(),
      }),
    )
    .describe('Figures of the later document’s account, held against the earlier document.'),
  measures: z
    .array(
      z.object({
        before: z.string().describe('Id of the measure in the earlier document.'),
        status: z.enum(['reported-done', 'reported-ongoing', 'not-mentioned']),
        evidence: span.nullable().describe('Where the later document says so.'),
      }),
    )
    .describe('All items of the earlier document’s measure parts.'),
  overdue: z
    .array(
      z.object({
        measure: z.string().describe('Id of the measure in the earlier document.'),
        text: z.string(),
        span: span.describe('The promise in the earlier document.'),
        due: z.iso.date().describe('Its last day.'),
      }),
    )
    .describe('Promises whose day has passed and of which the later document says nothing.'),
  themes: z.array(z.object({ theme: z.string(), before: count, after: count })),
};

const trend = z.object({
  years: z.array(
    z.object({
      file: z.string(),
      year: z.int().nullable(),
      problems: count,
      shares: z.record(z.string(), share).describe('Share of the problems by theme.'),
      examples: count,
      concreteExamples: count,
      measures: count,
      quantifiedMeasures: count.describe('Measures with at least one commitment.'),
      boilerplate: share.describe('Share of the characters in sentences of empty talk.'),
    }),
  ),
  threads: z
    .array(
      z.object({
        theme: z.string().nullable(),
        problems: z.array(z.string().nullable()).describe('Id of the problem in each year.'),
        everyYear: z.boolean().describe('Whether it stands in every year, of three at least.'),
      }),
    )
    .describe('Shortcomings through the years, the most frequent first.'),
  themes: z.array(z.object({ theme: z.string(), counts: z.array(count) })),
});

/** The answer of `duizhao compare --format json`. */
export const comparisonJson = z
  .object({
    version: z.literal(1),
    ...stepShape,
    earlier: z
      .array(z.object(stepShape))
      .describe(
        'The steps between the years before, the earliest first; empty where two documents are compared.',
      ),
    trend,
    warnings: z.array(z.object({ code: z.string(), message: z.string().describe('Chinese.') })),
  })
  .meta({
    id: 'Comparison',
    description: 'Answer of duizhao compare with --format json: the last two years, and all years in trend.',
  });

type Immutable<T> = T extends readonly (infer Item)[]
  ? T extends readonly [infer A, infer B]
    ? readonly [A, B]
    : readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

export type SpanJson = Immutable<z.infer<typeof span>>;
export type QuoteJson = Immutable<z.infer<typeof quote>>;
export type ProblemJson = Immutable<z.infer<typeof problem>>;
export type CommitmentJson = Immutable<z.infer<typeof commitment>>;
export type FindingJson = Immutable<z.infer<typeof finding>>;
export type AnalysisJson = Immutable<z.infer<typeof analysisJson>>;
export type FailureJson = Immutable<z.infer<typeof failureJson>>;
export type DocumentJson = AnalysisJson | FailureJson;
export type ReportJson = Immutable<z.infer<typeof reportJson>>;
export type ComparisonJson = Immutable<z.infer<typeof comparisonJson>>;
export type StepJson = Omit<ComparisonJson, 'version' | 'earlier' | 'trend' | 'warnings'>;
