import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { AnalyzeOptions } from '../analyze.js';
import type { RuleSettings } from '../check/run.js';
import { DuizhaoError } from '../document/error.js';

/** What a user has set in `duizhao.yaml`. */
export interface Config extends AnalyzeOptions {
  /** The file it was read from; null when there is none. */
  readonly file: string | null;
  readonly rules: RuleSettings;
  /** Folders with dictionaries, absolute. */
  readonly dictionaries: readonly string[];
  /** Globs, from the file's folder, of what is passed over in folders. */
  readonly exclude: readonly string[];
  /** Chinese: settings that do nothing. */
  readonly warnings: readonly string[];
}

export const CONFIG_NAME = 'duizhao.yaml';

const NONE: Config = { file: null, rules: {}, dictionaries: [], exclude: [], warnings: [] };

/** Finds and reads configurations; each file once. */
export interface Configs {
  /** Of a document: `duizhao.yaml` in its folder or above; where there is none, that of the current folder. */
  readonly of: (document: string) => Promise<Config>;
  /** Of the current folder, for commands without documents. */
  readonly here: () => Promise<Config>;
  /** Those read so far. */
  readonly read: () => Promise<readonly Config[]>;
}

/**
 * @param named the file given by `--config`; it then holds for all documents
 * @throws DuizhaoError (from the functions) `config` naming file, line and what was expected
 */
export function openConfigs(named: string | undefined): Configs {
  const byFolder = new Map<string, string | null>();
  const byFile = new Map<string, Promise<Config>>();
  const above = (folder: string): string | null => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const file = join(folder, CONFIG_NAME);
    const parent = dirname(folder);
    const found = existsSync(file) ? file : parent === folder ? null : above(parent);
    byFolder.set(folder, found);
    return found;
  };
  const load = async (file: string | null): Promise<Config> => {
    if (file === null) return NONE;
    const known = byFile.get(file);
    if (known) return known;
    const config = readConfig(file);
    byFile.set(file, config);
    return config;
  };
  const here = (): Promise<Config> => load(named ?? above(process.cwd()));
  return {
    here,
    of: (document) =>
      named === undefined && document !== '-'
        ? load(above(dirname(resolve(document))) ?? above(process.cwd()))
        : here(),
    read: () => Promise.all(byFile.values()),
  };
}

async function readConfig(file: string): Promise<Config> {
  await access(file, constants.R_OK).catch(() => {
    throw new DuizhaoError('config', `配置文件 ${file} 读不了，请检查路径和权限。`);
  });
  // YAML and its checks take time to load; most runs have no configuration.
  const { parseConfig } = await import('./parse-config.js');
  const { dictionaries, ...config } = await parseConfig(file);
  return {
    ...config,
    file,
    dictionaries: dictionaries.map((folder) => resolve(dirname(file), folder)),
  };
}
