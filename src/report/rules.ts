import type { Rule, RuleExample } from '../rules/rule.js';
import { KINDS, SEVERITY_NAMES } from './names.js';
import { padEnd } from './width.js';

/** All rules, one a line: severity, id, title. */
export function renderRules(rules: readonly Rule[]): string {
  const widest = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, title }) => `${padEnd(SEVERITY_NAMES[severity], 6)}${id.padEnd(widest + 2)}${title}`,
  );
  return `${lines.join('\n')}\n\n用 duizhao rules 编号 查看一条规则的理由和正反例。\n`;
}

/** One rule with its reason, examples, and where it is known to be wrong. */
export function renderRule({
  id,
  title,
  severity,
  kinds,
  rationale,
  bad,
  good,
  falsePositives,
  options,
}: Rule): string {
  const settings = Object.entries(options ?? {}).map(
    ([name, { description, default: value }]) => `  ${name}（默认 ${value}）：${description}`,
  );
  return [
    `${title}（${id}）`,
    `级别：${SEVERITY_NAMES[severity]}    适用：${kinds.map((kind) => KINDS[kind]).join('、')}`,
    '',
    `为什么：${rationale}`,
    '',
    '会指出：',
    ...bad.map((example) => `  ✗ ${shown(example)}`),
    '',
    '不会指出：',
    ...good.map((example) => `  ✓ ${shown(example)}`),
    '',
    '可能误报：',
    ...falsePositives.map((line) => `  · ${line}`),
    ...(settings.length > 0 ? ['', '可以设置：', ...settings] : []),
    '',
  ].join('\n');
}

/** The example on one line, the words meant between 【】. */
function shown({ text, marked, previous }: RuleExample): string {
  const line = text.replaceAll('\n', ' ⏎ ');
  const own = marked ? line.replace(marked, `【${marked}】`) : line;
  return previous === undefined ? own : `${own}（往年：${previous.replaceAll('\n', ' ⏎ ')}）`;
}
