import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a careful reader finds in a document; the file beside it, `NAME.gold.json`. */
export type Gold = z.infer<typeof goldSchema>;
export type Mark = Gold['findings'][number];

/** A document of the corpus with its gold. */
export interface CorpusDocument {
  /** File name without extension. */
  readonly name: string;
  readonly path: string;
  /** As in the file, line ends `\n`. */
  readonly text: string;
  readonly gold: Gold;
}

/**
 * All documents of a folder that have a gold file of their own, by name. Documents are UTF-8 text.
 *
 * @throws Error when a gold file does not fit the schema: names file and field, quotes nothing of the content
 */
export async function loadCorpus(folder: string): Promise<readonly CorpusDocument[]> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(GOLD) && !file.startsWith(PAIR))
    .sort();
  return Promise.all(names.map((file) => loadDocument(folder, file.slice(0, -GOLD.length))));
}

const GOLD = '.gold.json';
/** Files whose name starts so speak of two documents: see `pair-gold.ts`. */
export const PAIR = 'PAIR-';

async function loadDocument(folder: string, name: string): Promise<CorpusDocument> {
  const gold = parseGold(JSON.parse(await readFile(join(folder, name + GOLD), 'utf8')), name + GOLD);
  const path = join(folder, gold.document);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { name, path, text, gold };
}

/** @throws Error that names `file` and the fields that do not fit */
export function parseGold(json: unknown, file: string): Gold {
  const result = goldSchema.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`${file} is no gold file:\n${issues.join('\n')}`);
}

/** Rule ids of the catalogue that look at one document. */
export const CATALOGUE = [
  'missing-example',
  'vague-example',
  'boilerplate',
  'vague-wording',
  'third-person',
  'blame-shifting',
  'work-for-thought',
  'praise-before-problem',
  'light-touch',
  'lecture-for-problem',
  'stock-problem',
  'external-cause',
  'shallow-cause',
  'cause-repeats-problem',
  'measure-without-commitment',
  'problem-without-measure',
  'problem-without-cause',
  'orphan-measure',
  'rectification-missing',
  'rectification-arithmetic',
  'missing-dimension',
  'wrong-year-dimension',
  'missing-part',
  'proportion',
  'numbering',
  'quotation-marks',
  'placeholder',
  'fixed-expression',
  'repealed-document',
  'date-inconsistent',
  'repeated-example',
  'repeated-text',
  'foreign-name',
  'missing-closing',
] as const;

/** Rules whose mark may speak of the whole document: `quote` null. */
const WHOLE_DOCUMENT: ReadonlySet<string> = new Set<(typeof CATALOGUE)[number]>([
  'rectification-missing',
  'missing-dimension',
  'missing-part',
  'proportion',
  'missing-closing',
  'light-touch',
]);

const role = z.enum([
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
const line = z.number().int().positive();
const quote = z.string().regex(/\S/, 'empty quote');
const figure = z.number().nullable();
const ids = z.array(z.string());

const mark = z
  .strictObject({ rule: z.enum(CATALOGUE), quote: quote.nullable() })
  .refine(({ rule, quote }) => quote !== null || WHOLE_DOCUMENT.has(rule), 'this rule needs a quote');

const goldSchema = z
  .strictObject({
    document: z.string().min(1),
    origin: z.enum(['real', 'synthetic']),
    /** Written documents: developed on, or kept for the honest test. */
    split: z.enum(['dev', 'held']).optional(),
    profile: z.string().min(1),
    kind: z.enum(['individual', 'team', 'branch']),
    parts: z.array(z.strictObject({ role, lines: z.tuple([line, line]) })),
    /** Lines of page numbers and the like, which lie in no part. */
    noise: z.array(line).default([]),
    rectification: z.array(
      z.strictObject({ occasion: quote, aspects: figure, found: figure, done: figure, ongoing: figure }),
    ),
    dimensions: z.array(z.strictObject({ dimension: z.number().int().positive(), heading: quote })),
    problems: z.array(
      z.strictObject({
        id: z.string().min(1),
        /** Null in documents of the general profile. */
        dimension: z.number().int().positive().nullable(),
        title: quote,
        examples: z.array(
          z.strictObject({ text: quote, concreteness: z.enum(['concrete', 'partial', 'vague']) }),
        ),
        causes: z.array(quote),
        measures: z.array(quote),
      }),
    ),
    causes: z.array(z.strictObject({ id: z.string().min(1), title: quote })),
    measures: z.array(
      z.strictObject({ id: z.string().min(1), title: quote, commitments: z.array(quote).default([]) }),
    ),
    links: z.strictObject({ cause: z.record(z.string(), ids), measure: z.record(z.string(), ids) }),
    findings: z.array(mark),
    clean: z.array(mark),
  })
  .refine(({ origin, split }) => origin === 'real' || split !== undefined, {
    path: ['split'],
    message: 'a written document is dev or held',
  });
