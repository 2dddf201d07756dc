import { checkRuleId, type Level } from '../check/levels.js';
import type { RuleSettings } from '../check/run.js';
import { DictionaryError, mistakeIn } from '../dictionaries/error.js';
import { mistakeOf } from '../dictionaries/expectation.js';
import { nearest } from '../dictionaries/nearest.js';
import type { Kind } from '../dictionaries/schema.js';
import { readYaml } from '../dictionaries/yaml-file.js';
import { DuizhaoError } from '../document/error.js';
import { rules } from '../rules/index.js';
import { type ConfigFile, configFile } from './config-schema.js';

/** A configuration as its file says it; paths are still those of the file. */
export interface ParsedConfig extends Omit<ConfigFile, 'rules' | 'ignore' | 'dictionaries'> {
  readonly rules: RuleSettings;
  readonly dictionaries: readonly string[];
  /** Chinese: settings that do nothing. */
  readonly warnings: readonly string[];
}

/** @throws DuizhaoError `config` naming file, line and what was expected */
export async function parseConfig(file: string): Promise<ParsedConfig> {
  const named = `配置文件 ${file}`;
  const yaml = await readYaml(file).catch((error) => {
    if (!(error instanceof DictionaryError)) throw error;
    const { line, field, expected } = error;
    throw new DuizhaoError('config', mistakeIn(named, line, field, `${expected}。`));
  });
  const at = (path: readonly PropertyKey[]): string => `${named} 第${yaml.lineOf(path)}行`;
  const wrong = (path: readonly PropertyKey[], says: string): DuizhaoError =>
    new DuizhaoError('config', mistakeIn(named, yaml.lineOf(path), path.join('.'), says));
  const result = configFile.safeParse(yaml.data ?? {});
  if (!result.success) {
    const { path, expected } = mistakeOf(configFile, yaml.data, result.error.issues);
    throw wrong(path, `${expected}。`);
  }
  const { rules: settings, ignore, dictionaries, ...others } = result.data;
  const warnings: string[] = [];
  const checkId = (id: string, path: readonly PropertyKey[]): void => {
    try {
      checkRuleId(id, KNOWN);
    } catch (error) {
      throw error instanceof DuizhaoError ? wrong(path, error.message) : error;
    }
  };

  const levels: Record<string, Level> = {};
  const kinds: Record<string, readonly Kind[]> = {};
  const options: Record<string, Record<string, number>> = {};
  for (const [id, setting] of Object.entries(settings)) {
    const path = ['rules', id];
    checkId(id, path);
    if (typeof setting === 'string') {
      levels[id] = setting;
      continue;
    }
    const { level, kinds: own, ...values } = setting;
    if (level) levels[id] = level;
    if (own) kinds[id] = own;
    options[id] = optionsOf(id, values, (name, says) => wrong([...path, name], says));
    const others = Object.keys(setting).filter((name) => name !== 'level');
    if (level === 'off' && others.length > 0)
      warnings.push(`${at(path)}：规则 ${id} 已关闭，${others.join('、')}不起作用。`);
    if (level === undefined && others.length === 0) warnings.push(`${at(path)}：规则 ${id} 下面没有写设置。`);
  }
  const ignores = ignore.map((entry, i) => {
    const path = ['ignore', i];
    checkId(entry.rule, [...path, 'rule']);
    if (levels[entry.rule] === 'off')
      warnings.push(`${at(path)}：规则 ${entry.rule} 已关闭，这条忽略不起作用。`);
    return { ...entry, source: at(path) };
  });
  return {
    ...others,
    rules: { levels, kinds, options, ignores },
    dictionaries: [dictionaries].flat(),
    warnings,
  };
}

const KNOWN = rules.map(({ id }) => id);

function optionsOf(
  id: string,
  values: Readonly<Record<string, unknown>>,
  wrong: (name: string, says: string) => DuizhaoError,
): Record<string, number> {
  const known = Object.keys(rules.find((rule) => rule.id === id)?.options ?? {});
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!known.includes(name)) {
        const guess = nearest(name, [...known, 'level', 'kinds']);
        const list = ['level', 'kinds', ...known].join('、');
        throw wrong(
          name,
          `规则 ${id} 没有“${name}”这项设置，${guess ? `是不是“${guess}”？` : `可用的有${list}。`}`,
        );
      }
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(name, '应为数字，不加引号。');
      return [name, value];
    }),
  );
}
