import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Gold, PAIR, parseGold } from './gold.js';
import { squeeze } from './squeezed.js';

/** What a careful reader finds when two documents of the corpus are laid side by side; `PAIR-A-B.gold.json`. */
export type PairGold = z.infer<typeof pairSchema>;

/** One side of a pair. */
export interface PairSide {
  readonly path: string;
  /** As in the file, line ends `\n`. */
  readonly text: string;
  readonly gold: Gold;
}

export interface CorpusPair {
  /** File name without extension. */
  readonly name: string;
  readonly gold: PairGold;
  readonly before: PairSide;
  readonly after: PairSide;
}

const GOLD = '.gold.json';

/**
 * All pairs of a folder, by name.
 *
 * @throws Error when a gold file does not fit the schema: names file and field, quotes nothing of the content
 */
export async function loadPairs(folder: string): Promise<readonly CorpusPair[]> {
  const files = (await readdir(folder)).filter((file) => file.startsWith(PAIR) && file.endsWith(GOLD)).sort();
  return Promise.all(
    files.map(async (file) => {
      const gold = parsePair(await readJson(join(folder, file)), file);
      const [before, after] = await Promise.all([
        loadSide(folder, gold.before),
        loadSide(folder, gold.after),
      ]);
      return { name: file.slice(0, -GOLD.length), gold, before, after };
    }),
  );
}

async function loadSide(folder: string, document: string): Promise<PairSide> {
  const file = document.replace(/\.\w+$/, '') + GOLD;
  const path = join(folder, document);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { path, text, gold: parseGold(await readJson(join(folder, file)), file) };
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** @throws Error that names `file` and the fields that do not fit */
export function parsePair(json: unknown, file: string): PairGold {
  const result = pairSchema.safeParse(json);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`${file} is no gold file of a pair:\n${issues.join('\n')}`);
}

/**
 * What is wrong between the gold of a pair and its two documents; empty when all is well. Every problem of either
 * side stands in exactly one row, and so does every measure of the earlier one. Quotes nothing.
 */
export function validatePair({ gold, before, after }: CorpusPair): readonly string[] {
  const { problems, copiedSentences, claims, measures } = gold;
  return [
    ...checkIds('problems: before', problems, before.gold.problems, (row) => row.before),
    ...checkIds('problems: after', problems, after.gold.problems, (row) => row.after),
    ...checkIds('measures', measures, before.gold.measures, (row) => row.before),
    ...checkQuotes(
      'copiedSentences: before',
      copiedSentences.map((row) => row.before),
      before.text,
    ),
    ...checkQuotes(
      'copiedSentences: after',
      copiedSentences.map((row) => row.after),
      after.text,
    ),
    ...checkQuotes(
      'claims',
      claims.map((row) => row.quote),
      after.text,
    ),
  ];
}

function checkIds<Row>(
  field: string,
  rows: readonly Row[],
  items: readonly { readonly id: string }[],
  idOf: (row: Row) => string | null,
): readonly string[] {
  const named = rows.map(idOf).filter((id) => id !== null);
  const known = items.map(({ id }) => id);
  return [
    ...named.filter((id) => !known.includes(id)).map((id) => `${field}: no item ${id}`),
    ...named.filter((id, i) => named.indexOf(id) !== i).map((id) => `${field}: ${id} twice`),
    ...known.filter((id) => !named.includes(id)).map((id) => `${field}: nothing said of ${id}`),
  ];
}

function checkQuotes(field: string, quotes: readonly string[], text: string): readonly string[] {
  const squeezed = squeeze(text);
  return quotes.flatMap((quote, i) => {
    const times = squeezed.count(quote);
    return times === 1 ? [] : [`${field}.${i}: stands in the text ${times} times`];
  });
}

const quote = z.string().regex(/\S/, 'empty quote');
const id = z.string().min(1);
const figure = z.number().int().nonnegative().nullable();

const problem = z
  .strictObject({
    before: id.nullable(),
    after: id.nullable(),
    relation: z.enum(['persisting', 'copied', 'new', 'resolved', 'dropped']),
  })
  .refine(
    ({ before, after, relation }) =>
      relation === 'new'
        ? before === null && after !== null
        : relation === 'resolved' || relation === 'dropped'
          ? before !== null && after === null
          : before !== null && after !== null,
    'this relation wants other sides: both for persisting and copied, the later for new, the earlier for the rest',
  );

const pairSchema = z.strictObject({
  before: z.string().min(1),
  after: z.string().min(1),
  origin: z.enum(['real', 'synthetic']),
  /** Developed on, or kept for the honest test. */
  split: z.enum(['dev', 'held']).default('dev'),
  problems: z.array(problem),
  copiedSentences: z.array(z.strictObject({ before: quote, after: quote })),
  claims: z.array(
    z.strictObject({ quote, statedFound: figure, actualFound: figure, consistent: z.boolean() }),
  ),
  measures: z.array(
    z.strictObject({ before: id, status: z.enum(['reported-done', 'reported-ongoing', 'not-mentioned']) }),
  ),
});
