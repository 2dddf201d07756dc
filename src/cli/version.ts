import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../dictionaries/package-root.js';

/** `duizhao 0.1.0（分词引擎 nodejieba 3.5.8）` */
export async function version(): Promise<string> {
  const { createSegmenter } = await import('../language/segmenter.js');
  const { version: own } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const segmenter = createSegmenter();
  return `duizhao ${own}（分词引擎 ${segmenter.engine} ${segmenter.version}，Node.js ${process.versions.node}）\n`;
}
