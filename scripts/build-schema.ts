/** Writes the JSON Schema of the reports to `dist/schema.json`. Called by `build-data.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/dictionaries/package-root.js';
import { reportJson } from '../src/schema.js';

/** The schema as it is shipped. `io: 'input'` leaves room for fields that later versions add. */
export const jsonSchema = (): object => z.toJSONSchema(reportJson, { io: 'input' });

export async function buildSchema(): Promise<void> {
  const dist = join(packageRoot(), 'dist');
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
}
