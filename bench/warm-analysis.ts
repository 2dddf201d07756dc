import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Comparison, interleave } from './compare.js';

/** `analyze(document)` against `nodejieba.tag` of the same text, in one process, everything loaded. */
export async function warmAnalysis(options: {
  /** The built package. */
  readonly index: string;
  readonly sample: string;
  readonly rounds: number;
  readonly limit: number;
}): Promise<Comparison> {
  const { index, sample, rounds, limit } = options;
  const { createAnalyzer, read }: typeof import('../src/index.js') = await import(pathToFileURL(index).href);
  const analyzer = await createAnalyzer();
  const document = await read(sample);
  // Its dictionary is its own: the package works with an instance apart.
  const nodejieba: { load(): void; tag(text: string): unknown } = createRequire(import.meta.url)('nodejieba');
  nodejieba.load();
  const text = readFileSync(sample, 'utf8');
  const times = interleave(
    rounds,
    () => analyzer.analyze(document),
    () => nodejieba.tag(text),
  );
  return { name: 'warm: analyze', ...times, limit };
}
