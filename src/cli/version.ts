import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';

/** `duizhao 0.1.0（分词引擎 nodejieba 3.5.8）` */
export async function version(): Promise<string> {
  const { createSegmenter } = await import('../language/segmenter.js');
  const segmenter = createSegmenter();
  return `duizhao ${packageVersion()}（分词引擎 ${segmenter.engine} ${segmenter.version}，Node.js ${process.versions.node}）\n`;
}

export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
