import { z } from 'zod';
import { LEVELS } from '../check/levels.js';
import { rules } from '../rules/index.js';

const level = z.enum(LEVELS);
const kind = z.enum(['individual', 'team', 'branch']);
const text = z.string().trim().min(1);

const ignore = z
  .strictObject({
    rule: text.describe('规则编号'),
    words: text.describe('材料里的原话；空格和换行不计'),
    reason: text.describe('为什么不用再提'),
  })
  .meta({ description: '不再提示的一处' });

/** What may stand in `duizhao.yaml`. Ids and names of options are checked by whoever reads it. */
export const configFile = z.strictObject({
  profile: z
    .union([text, z.number()])
    .transform(String)
    .optional()
    .describe('按哪一年度的维度；不写则自动判断'),
  kind: kind.optional().describe('个人、班子或支部材料；不写则自动判断'),
  map: z.enum(['auto', 'content']).optional().describe('问题归入维度的方式：先看标题，或只看内容'),
  rules: z
    .record(
      z.string(),
      z.union([level, z.looseObject({ level: level.optional(), kinds: z.array(kind).min(1).optional() })]),
    )
    .default({})
    .describe('每条规则的级别，或级别、适用范围和各项阈值'),
  dictionaries: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .describe('自备词典的文件夹，从本文件所在处算起'),
  exclude: z.array(text).default([]).describe('检查文件夹时跳过的文件（通配符，从本文件所在处算起）'),
  ignore: z.array(ignore).default([]).describe('不再提示的地方'),
});

export type ConfigFile = z.infer<typeof configFile>;

/** JSON Schema for editors, with the rules and their options by name. */
export function configSchema(): object {
  const settings = z.strictObject(
    Object.fromEntries(
      rules.map(({ id, title, options }) => {
        const own = Object.entries(options ?? {}).map(
          ([name, { description, default: value }]) =>
            [name, z.number().optional().describe(`${description}默认 ${value}。`)] as const,
        );
        const group = z.strictObject({
          level: level.optional(),
          kinds: z.array(kind).min(1).optional(),
          ...Object.fromEntries(own),
        });
        return [id, z.union([level, group]).optional().describe(title)];
      }),
    ),
  );
  return z.toJSONSchema(configFile.extend({ rules: settings.optional() }), { io: 'input' });
}
