import type { Rule } from '../rules/rule.js';
import { SEVERITY_NAMES } from './names.js';

/** A configuration file in which everything is explained and nothing is set yet. */
export const renderConfig = (rules: readonly Rule[]): string =>
  `# duizhao 的配置。检查一份材料时，从它所在的文件夹向上找，用最近的一份。
# 行首的“# ”去掉，这一项就生效。命令行上的选项优先于这里。
# yaml-language-server: $schema=./node_modules/duizhao/dist/config.schema.json

# 按哪一年度的维度检查；不写则自动判断。可用的编号见 duizhao profiles
# profile: "2025"

# 个人（individual）、班子（team）或支部（branch）材料；不写则自动判断
# kind: individual

# 问题归入维度的方式：auto 先看标题，content 只看内容
# map: auto

# 每条规则的级别：off 不查、info 提示、warning 警告、error 错误
# 也可以分行写 level（级别）、kinds（只查哪几类材料）和这条规则自己的阈值
# rules:
${rules.map(ruleLines).join('\n')}

# 自备词典的文件夹，从本文件所在处算起；格式见 dictionaries/README.md
# dictionaries: 我的词典

# 检查文件夹时跳过的文件
# exclude:
#   - "归档/**"

# 不再提示的地方：规则、材料里的原话、理由
# ignore:
#   - rule: boilerplate
#     words: 引用的原话
#     reason: 这是文件原文
`;

function ruleLines({ id, title, severity, options }: Rule): string {
  const own = Object.entries(options ?? {});
  if (own.length === 0) return `#   ${id}: ${severity} # ${title}`;
  return [
    `#   ${id}: # ${title}`,
    `#     level: ${severity} # ${SEVERITY_NAMES[severity]}`,
    ...own.map(([name, { description, default: value }]) => `#     ${name}: ${value} # ${description}`),
  ].join('\n');
}
