import { z } from 'zod';

/** What `--write-baseline` writes. */
export const baselineFile = z.strictObject({
  version: z.literal(1),
  entries: z.array(
    z.strictObject({
      rule: z.string().min(1),
      sentence: z.string().regex(/^[0-9a-f]{20}$/),
      count: z.int().positive(),
      reason: z.string().min(1),
    }),
  ),
});
