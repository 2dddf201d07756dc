import { execFileSync } from 'node:child_process';
import { buildData } from '../scripts/build-data.js';

/** Tests see the dictionaries and the program as they stand, not as they were last built. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, ['node_modules/tsdown/dist/run.mjs', '--logLevel', 'error'], {
    stdio: 'inherit',
  });
  await buildData();
  execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build-code.ts'], {
    stdio: 'inherit',
  });
}
