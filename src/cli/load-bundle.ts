import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** What `bundle.cjs` exports. */
type Bundle = typeof import('./bundle.js');

/**
 * Most runs are over in half a second, and V8 as in Node 20 spends a third of that on optimising functions which are
 * hardly called again: let it wait fifteen times as long (default 67,584 bytes of bytecode run). Over many documents
 * nothing is lost. Later versions have a quicker compiler between, and no such flag.
 */
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');

/** Compiled code of the bundle, beside it: written by the build, for the Node.js that runs it. */
export const CODE = 'bundle.code';

/**
 * Loads the command line, with the code that V8 made of it when the package was built: compiling it anew would be a
 * sixth of a run. V8 looks whether the code is its own and compiles anew where it is not. (Node 22 can keep code by
 * itself, `module.enableCompileCache`, but would write it somewhere on the user's disk.)
 */
export function loadBundle(): Bundle {
  const bundle = fileURLToPath(new URL('bundle.cjs', import.meta.url));
  const code = fileURLToPath(new URL(CODE, import.meta.url));
  return compileBundle(bundle, existsSync(code) ? readFileSync(code) : undefined).exports;
}

/**
 * A script compiled like this cannot import, only require: all packages that are ES modules are in the bundle.
 *
 * @param code as an earlier script gave it, see `createCachedData`
 */
export function compileBundle(file: string, code?: Buffer): { script: Script; exports: Bundle } {
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(code && { cachedData: code }),
  });
  const module: { exports: Partial<Bundle> } = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { script, exports: module.exports as Bundle };
}
