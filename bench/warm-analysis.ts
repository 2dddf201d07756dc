import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Comparison, interleave } from './compare.js';

/** Rounds until nearly all code that runs often has been compiled. */
const WARM_UP = 60;

/** `analyze(document)`, alone and with the rules, against `nodejieba.tag` of the same text, everything loaded. */
export async function warmAnalysis(options: {
  /** The built package. */
  readonly index: string;
  readonly sample: string;
  readonly rounds: number;
  readonly limits: { readonly analyze: number; readonly check: number; readonly mapping: number };
}): Promise<readonly Comparison[]> {
  const { index, sample, rounds, limits } = options;
  const { createAnalyzer, read }: typeof import('../src/index.js') = await import(pathToFileURL(index).href);
  const analyzer = await createAnalyzer();
  const document = await read(sample);
  // Its dictionary is its own: the package works with an instance apart.
  const nodejieba: { load(): void; tag(text: string): unknown } = createRequire(import.meta.url)('nodejieba');
  nodejieba.load();
  const text = readFileSync(sample, 'utf8');
  const against = (name: string, ours: () => void, limit: number): Comparison => ({
    name,
    ...interleave(rounds, ours, () => nodejieba.tag(text), WARM_UP),
    limit,
  });
  return [
    against('warm: analyze', () => analyzer.analyze(document), limits.analyze),
    against('warm: analyze and rules', () => analyzer.check(document), limits.check),
    // Every problem mapped by its words, against the same document whose headings tell its dimensions.
    {
      name: 'warm: analyze, mapping by content',
      ...interleave(
        rounds,
        () => analyzer.analyze(document, { map: 'content' }),
        () => analyzer.analyze(document),
        WARM_UP,
      ),
      limit: limits.mapping,
    },
  ];
}
