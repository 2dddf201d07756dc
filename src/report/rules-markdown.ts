import type { Rule, RuleExample } from '../rules/rule.js';
import { escapeMarkdown } from './markdown.js';

/** The help of a rule for programs that show Markdown. */
export const ruleMarkdown = ({ title, rationale, bad, good, falsePositives }: Rule): string =>
  [
    `**${escapeMarkdown(title)}**：${escapeMarkdown(rationale)}`,
    section('会指出', bad.map(shown)),
    section('不会指出', good.map(shown)),
    section('可能误报', falsePositives.map(escapeMarkdown)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const section = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? `${title}：\n\n${lines.map((line) => `- ${line}`).join('\n')}` : '';

function shown({ text, marked }: RuleExample): string {
  if (!marked) return escapeMarkdown(text);
  const at = text.indexOf(marked);
  const [before, after] = [text.slice(0, at), text.slice(at + marked.length)];
  return `${escapeMarkdown(before)}**${escapeMarkdown(marked)}**${escapeMarkdown(after)}`;
}
