import { readdir, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { ErrorCode } from '../document/error.js';
import { READABLE } from '../document/formats/index.js';
import type { Failed } from '../report/outcome.js';

export interface Inputs {
  /** In the order given, each file once. What cannot be read stands in its place. */
  readonly documents: readonly (string | Failed)[];
  /** Files of folders that were left out because of their ending. */
  readonly skipped: readonly string[];
}

/**
 * The files that the arguments name: files as they are, folders with all readable files below, globs; `-` is
 * standard input. A file that is missing is left to whoever reads it.
 */
export async function findInputs(args: readonly string[]): Promise<Inputs> {
  const documents = new Map<string, string | Failed>();
  const skipped: string[] = [];
  const add = (found: string | Failed): void => {
    const file = typeof found === 'string' ? found : found.file;
    const key = file === '-' ? file : normalize(file);
    if (!documents.has(key)) documents.set(key, found);
  };
  for (const arg of args) {
    const kind = arg === '-' ? null : await stat(arg).catch(() => null);
    if (kind?.isDirectory()) await walk(arg, add, skipped);
    else if (kind || arg === '-' || !/[*?{}[\]!]/.test(arg)) add(arg);
    else for (const found of await matching(arg)) add(found);
  }
  return { documents: [...documents.values()], skipped };
}

const failure = (file: string, code: ErrorCode, says: string): Failed => ({
  file,
  error: { code, message: `${file}：${says}` },
});

async function matching(pattern: string): Promise<readonly (string | Failed)[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(pattern.replaceAll('\\', '/'), {
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.length > 0
    ? found.sort(byName)
    : [failure(pattern, 'not-found', '没有文件符合。请检查路径和通配符。')];
}

/** All readable files below a folder, by name. Hidden ones and pipes are passed over, links to folders not followed. */
async function walk(folder: string, add: (found: string | Failed) => void, skipped: string[]): Promise<void> {
  let count = 0;
  const look = async (inside: string): Promise<void> => {
    const entries = await readdir(inside, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      count++;
      const denied = error.code === 'EACCES' || error.code === 'EPERM';
      add(
        denied
          ? failure(inside, 'no-permission', '没有权限打开这个文件夹。请检查权限设置。')
          : failure(inside, 'unreadable', `文件夹读不了（${error.code ?? error.message}）。`),
      );
      return [];
    });
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      const path = join(inside, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await look(path);
      else if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      else if (READABLE.includes(extname(entry.name).toLowerCase())) {
        count++;
        add(path);
      } else if (entry.isFile()) skipped.push(path);
    }
  };
  await look(folder);
  if (count === 0)
    add(failure(folder, 'not-found', `这个文件夹里没有可以读的文件（${READABLE.join('、')}）。`));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b);
