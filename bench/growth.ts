import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Time of analysis and rules for a text of a length. */
export interface Growth {
  /** Characters. */
  readonly length: number;
  /** Milliseconds for 10,000 characters: the same at every length where time is linear. */
  readonly per10k: number;
}

/** Documents of growing length, put together from the real one: time for the same number of characters. */
export async function growth(options: {
  readonly index: string;
  readonly sample: string;
  readonly lengths: readonly number[];
}): Promise<readonly Growth[]> {
  const { createAnalyzer }: typeof import('../src/index.js') = await import(
    pathToFileURL(options.index).href
  );
  const analyzer = await createAnalyzer();
  const sample = readFileSync(options.sample, 'utf8');
  const timed = (text: string): number => {
    const started = performance.now();
    analyzer.check(analyzer.fromText(text));
    return performance.now() - started;
  };
  for (let warm = 0; warm < 20; warm++) timed(sample);
  return options.lengths.map((length) => {
    const text = sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
    const rounds = length > 1e6 ? 1 : 5;
    const best = Math.min(...Array.from({ length: rounds }, () => timed(text)));
    return { length, per10k: (best * 10_000) / length };
  });
}
