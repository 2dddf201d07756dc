/** Writes the JSON Schemas of the reports and of `duizhao.yaml` to `dist/`. Called by `build-data.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { configSchema } from '../src/cli/config-schema.js';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { comparisonJson, reportJson } from '../src/schema.js';

/** The schema as it is shipped. `io: 'input'` leaves room for fields that later versions add. */
export const jsonSchema = (): object => z.toJSONSchema(reportJson, { io: 'input' });

export async function buildSchema(): Promise<void> {
  const dist = join(packageRoot(), 'dist');
  await mkdir(dist, { recursive: true });
  const write = (name: string, schema: object): Promise<void> =>
    writeFile(join(dist, name), `${JSON.stringify(schema, null, 2)}\n`);
  await write('schema.json', jsonSchema());
  await write('compare.schema.json', z.toJSONSchema(comparisonJson, { io: 'input' }));
  await write('config.schema.json', configSchema());
}
