import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isTerminal, stderr } from './process.js';

/** Programs save a file in several steps; they are over after this long, in milliseconds. */
const SETTLED = 150;

/**
 * Runs once, and again whenever one of the inputs changes, until the process is ended. A run that fails is told of
 * and waited out: the next change may mend it.
 *
 * @param paths as given on the command line; of globs the folder in which they begin is watched
 * @param outputs files that the run writes: a change of theirs is none
 * @param explain what is told of an error
 */
export async function runWatching(
  paths: readonly string[],
  outputs: readonly string[],
  run: () => Promise<void>,
  explain: (error: unknown) => string,
): Promise<void> {
  const own = new Set(outputs.map((path) => resolve(path)));
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const next = (): void => {
    last = last.then(async () => {
      if (isTerminal()) process.stdout.write('\u001b[2J\u001b[H');
      process.exitCode = 0;
      await run().catch((error: unknown) => stderr(explain(error)));
      stderr('正在守候文件的变化，按 Ctrl-C 结束。');
    });
  };
  const changed = (path: string): void => {
    if (own.has(path)) return;
    clearTimeout(timer);
    timer = setTimeout(next, SETTLED);
  };
  for (const path of paths) watcher(path, changed);
  next();
  await last;
}

/** Editors put a new file in the place of the old one: it is the folder that stays and is watched. */
function watcher(path: string, changed: (path: string) => void): FSWatcher | null {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  const fixed = path.split(/[*?{[]/)[0] ?? '';
  const folder = resolve(isFile ? dirname(path) : fixed === path ? path : dirname(`${fixed}x`));
  try {
    return watch(folder, { recursive: !isFile }, (_, name) => {
      if (name !== null && (!isFile || name === basename(path))) changed(resolve(folder, name));
    });
  } catch {
    stderr(`${path}：没法守候它的变化。`);
    return null;
  }
}
