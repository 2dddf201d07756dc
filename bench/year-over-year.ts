import { pathToFileURL } from 'node:url';
import { type Comparison, interleave } from './compare.js';

/** Rounds until nearly all code that runs often has been compiled. */
const WARM_UP = 10;

/** `compare(analyses)` with the analyses of its documents against these analyses alone, everything loaded. */
export async function yearOverYear(options: {
  /** The built package. */
  readonly index: string;
  /** Documents of different years. */
  readonly samples: readonly string[];
  readonly rounds: number;
  readonly limit: number;
}): Promise<Comparison> {
  const { index, samples, rounds, limit } = options;
  const { createAnalyzer, read }: typeof import('../src/index.js') = await import(pathToFileURL(index).href);
  const analyzer = await createAnalyzer();
  const documents = await Promise.all(samples.map((sample) => read(sample)));
  const analyses = () => documents.map((document) => analyzer.analyze(document));
  const times = interleave(
    rounds,
    () => analyzer.compare(analyses()),
    () => analyses(),
    WARM_UP,
  );
  return { name: `compare ${samples.length} years`, ...times, limit };
}
