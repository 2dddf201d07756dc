import { createAnalyzer } from '../analyzer.js';
import type { Encoding } from '../document/document.js';
import { sentences } from '../language/sentences.js';
import { renderSegments } from '../report/segment.js';
import { openConfigs } from './config.js';
import { writeResult } from './output.js';
import type { CommonOptions } from './program.js';

/** `duizhao segment FILE` */
export async function runSegment(file: string, options: CommonOptions): Promise<void> {
  const { dictionaries } = await openConfigs(options.config).of(file);
  const analyzer = await createAnalyzer({ dictionaries });
  const { reading } = await analyzer.read(file, { encoding: options.encoding as Encoding | undefined });
  const lines = reading.paragraphs.flatMap(({ span }) =>
    sentences(reading.text, span).map(({ start, end }) =>
      analyzer.segmenter.tag(reading.text.slice(start, end)),
    ),
  );
  await writeResult(renderSegments(lines), options, [file]);
}
