import type { Rule, RuleExample } from '../rules/rule.js';
import { KINDS, SEVERITY_NAMES } from './names.js';

/** The page of all rules in Markdown, from the rules themselves. */
export const renderRulesPage = (rules: readonly Rule[]): string =>
  [
    '# 规则',
    '',
    '<!-- 由 npm run build:docs 生成，请勿手改。 -->',
    '',
    `共${rules.length}条。错误是事实（数字不平、缺部分、占位符、错字），警告是审稿人会提出的意见，提示供参考。` +
      '级别和门槛可以在 `duizhao.yaml` 里改；`duizhao rules 编号` 在终端里显示同样的内容。',
    '',
    '| 编号 | 名称 | 级别 | 适用 |',
    '|---|---|---|---|',
    ...rules.map(
      ({ id, title, severity, kinds }) =>
        `| [${id}](#${id}) | ${title} | ${SEVERITY_NAMES[severity]} | ${kinds.map((kind) => KINDS[kind]).join('、')} |`,
    ),
    '',
    ...rules.flatMap(section),
  ].join('\n');

const section = ({ id, title, rationale, bad, good, falsePositives, options, yieldsTo }: Rule): string[] => [
  `## ${id}`,
  '',
  `**${title}。** ${rationale}`,
  '',
  '会指出：',
  '',
  ...bad.map((example) => `- ❌ ${shown(example)}`),
  '',
  '不会指出：',
  '',
  ...good.map((example) => `- ✅ ${shown(example)}`),
  '',
  '可能误报：',
  '',
  ...falsePositives.map((line) => `- ${line}`),
  '',
  ...(options
    ? [
        '可以设置：',
        '',
        ...Object.entries(options).map(
          ([name, { description, default: value }]) => `- \`${name}\`（默认 ${value}）：${description}`,
        ),
        '',
      ]
    : []),
  ...(yieldsTo ? [`同一处已由 ${yieldsTo.join('、')} 指出的，不再重复。`, ''] : []),
];

/** Longest part of an example that is shown. */
const LONGEST = 160;

/** The example on one line, the words meant in bold type. */
function shown({ text, marked }: RuleExample): string {
  const bold = marked ? text.replace(marked, () => `【${marked}】`) : text;
  const at = Math.max(0, bold.indexOf('【') - LONGEST / 2);
  const cut = bold.length > LONGEST ? bold.slice(at, at + LONGEST) : bold;
  const line = `${at > 0 && cut !== bold ? '…' : ''}${cut}${cut.length < bold.length - at ? '…' : ''}`;
  return line
    .replaceAll('\n', ' ⏎ ')
    .replaceAll('\t', ' ')
    .replace(/[*_<>|`]/g, '\\$&');
}
