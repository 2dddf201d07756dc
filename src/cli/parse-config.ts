import { z } from 'zod';
import { checkRuleId, LEVELS } from '../check/levels.js';
import { mistakeOf } from '../dictionaries/expectation.js';
import { readYaml } from '../dictionaries/yaml-file.js';
import { DuizhaoError } from '../document/error.js';
import { rules } from '../rules/index.js';

const config = z.strictObject({
  /** Id of the profile; detected when absent. */
  profile: z.coerce.string().optional(),
  /** Level by rule id. */
  rules: z.record(z.string(), z.enum(LEVELS)).default({}),
  /** One folder or several, from the file's own folder. */
  dictionaries: z.union([z.string(), z.array(z.string())]).default([]),
});

/** @throws DuizhaoError `config` naming file, line and what was expected */
export async function parseConfig(file: string): Promise<z.infer<typeof config>> {
  const yaml = await readYaml(file);
  const wrong = (path: readonly PropertyKey[], says: string): DuizhaoError => {
    const field = path.length > 0 ? `“${path.join('.')}”` : '';
    return new DuizhaoError('config', `配置文件 ${file} 第${yaml.lineOf(path)}行${field}有误：${says}`);
  };
  const result = config.safeParse(yaml.data ?? {});
  if (!result.success) {
    const { path, expected } = mistakeOf(config, yaml.data, result.error.issues);
    throw wrong(path, `${expected}。`);
  }
  const known = rules.map(({ id }) => id);
  for (const id of Object.keys(result.data.rules)) {
    try {
      checkRuleId(id, known);
    } catch (error) {
      throw error instanceof DuizhaoError ? wrong(['rules', id], error.message) : error;
    }
  }
  return result.data;
}
