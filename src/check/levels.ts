import type { Severity } from '../analysis.js';
import { nearest } from '../dictionaries/nearest.js';
import { DuizhaoError } from '../document/error.js';

/** What a user may set a rule to. */
export type Level = Severity | 'off';

export const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error'];
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

export const isLevel = (word: string): word is Level => LEVELS.some((level) => level === word);
export const isSeverity = (word: string): word is Severity => SEVERITIES.some((level) => level === word);

/**
 * Reads `ID=off|info|warning|error`.
 *
 * @param known ids of all rules
 * @throws DuizhaoError `unknown-rule` or `bad-option`
 */
export function parseLevel(
  setting: string,
  known: readonly string[],
): { readonly id: string; readonly level: Level } {
  const at = setting.indexOf('=');
  if (at <= 0)
    throw new DuizhaoError(
      'bad-option',
      `--rule ${setting}：应写成“规则=级别”，如 --rule vague-wording=off。`,
    );
  const id = checkRuleId(setting.slice(0, at).trim(), known);
  const level = setting.slice(at + 1).trim();
  if (!isLevel(level))
    throw new DuizhaoError('bad-option', `--rule ${setting}：级别只能是 ${LEVELS.join('、')}。`);
  return { id, level };
}

/** @throws DuizhaoError `unknown-rule`, with the nearest known id */
export function checkRuleId(id: string, known: readonly string[]): string {
  if (known.includes(id)) return id;
  const guess = nearest(id, known);
  const advice = guess ? `是不是“${guess}”？` : '';
  throw new DuizhaoError('unknown-rule', `没有名为“${id}”的规则。${advice}用 duizhao rules 查看全部规则。`);
}
