import { z } from 'zod';
import { compareJson } from '../../src/report/compare/json.js';
import { contractDocument, sharedAnalyzer } from './system.js';

const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly();
const id = z.string().nullable();

/** The part of the contract's JSON of `compare` that scoring reads. */
export const comparedPair = z.object({
  before: contractDocument,
  after: contractDocument,
  problems: z.array(
    z.object({
      before: id,
      after: id,
      relation: z.enum(['persisting', 'copied', 'new', 'resolved', 'dropped']),
      similarity: z.number().min(0).max(1),
    }),
  ),
  copiedSentences: z.array(z.object({ before: span, after: span, similarity: z.number().min(0).max(1) })),
  claims: z.array(
    z.object({
      span,
      statedFound: z.number().nullable(),
      actualFound: z.number().nullable(),
      consistent: z.boolean(),
    }),
  ),
  measures: z.array(
    z.object({
      before: z.string(),
      status: z.enum(['reported-done', 'reported-ongoing', 'not-mentioned']),
      evidence: span.nullable(),
    }),
  ),
});

export type ComparedPair = z.infer<typeof comparedPair>;

/**
 * Two documents through the system, as `duizhao compare --format json --include-text` gives it.
 *
 * @throws Error when a document cannot be read or the answer does not keep the contract
 */
export async function runPair(before: string, after: string): Promise<ComparedPair> {
  const analyzer = await sharedAnalyzer();
  const analyses = [];
  for (const path of [before, after]) analyses.push(analyzer.analyze(await analyzer.read(path)));
  return comparedPair.parse(compareJson(analyzer.compare(analyses), { includeText: true }));
}
