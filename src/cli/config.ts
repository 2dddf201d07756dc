import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Level } from '../check/levels.js';
import { DuizhaoError } from '../document/error.js';

/** What a user has set in `duizhao.yaml`. */
export interface Config {
  /** The file it was read from; null when there is none. */
  readonly file: string | null;
  readonly profile?: string | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  /** Folders with dictionaries, absolute. */
  readonly dictionaries: readonly string[];
}

const NAME = 'duizhao.yaml';

/**
 * Reads the configuration: the file named, or `duizhao.yaml` in the current folder or one above it.
 *
 * @throws DuizhaoError `config` naming file, line and what was expected
 */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? findUpwards(process.cwd());
  if (file === null) return { file, rules: {}, dictionaries: [] };
  await access(file, constants.R_OK).catch(() => {
    throw new DuizhaoError('config', `配置文件 ${file} 读不了，请检查路径和权限。`);
  });
  // YAML and its checks take time to load; most runs have no configuration.
  const { parseConfig } = await import('./parse-config.js');
  const { dictionaries, ...config } = await parseConfig(file);
  return {
    ...config,
    file,
    dictionaries: [dictionaries].flat().map((folder) => resolve(dirname(file), folder)),
  };
}

function findUpwards(folder: string): string | null {
  const file = join(folder, NAME);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? null : findUpwards(above);
}
