import { stat } from 'node:fs/promises';
import { DuizhaoError } from '../document/error.js';

/** Endings that are read when a folder is given. */
const READABLE = ['txt', 'md', 'markdown'];

/**
 * The files that the arguments name: files as they are, folders with all readable files below, globs; `-` is
 * standard input. In the order given, each once.
 *
 * @throws DuizhaoError `not-found` when a folder or glob holds nothing to read; a file that is missing is left to
 *   whoever reads it, so that the others are still read
 */
export async function filesOf(args: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const arg of args) found.push(...(await filesOfOne(arg)));
  return [...new Set(found)];
}

async function filesOfOne(arg: string): Promise<readonly string[]> {
  if (arg === '-') return [arg];
  const kind = await stat(arg).catch(() => null);
  if (kind && !kind.isDirectory()) return [arg];
  if (!kind && !/[*?{}[\]!]/.test(arg)) return [arg];
  const { glob } = await import('tinyglobby');
  const patterns = kind ? READABLE.map((ending) => `**/*.${ending}`) : [arg.replaceAll('\\', '/')];
  const inside = await glob(patterns, { cwd: kind ? arg : process.cwd(), dot: false, onlyFiles: true });
  if (inside.length === 0)
    throw new DuizhaoError(
      'not-found',
      kind
        ? `文件夹 ${arg} 里没有可以读的文件（${READABLE.map((ending) => `.${ending}`).join('、')}），也可能没有读取权限。`
        : `没有文件符合“${arg}”，请检查路径和通配符。`,
    );
  const sorted = inside.sort((a, b) => a.localeCompare(b, 'zh-CN'));
  return kind ? sorted.map((file) => `${arg.replace(/\/$/, '')}/${file}`) : sorted;
}
