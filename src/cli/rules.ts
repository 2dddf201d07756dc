import { checkRuleId } from '../check/levels.js';
import { renderRule, renderRules } from '../report/rules.js';
import { rules } from '../rules/index.js';

/** `duizhao rules [ID]` */
export async function runRules(id: string | undefined): Promise<void> {
  if (id === undefined) {
    process.stdout.write(renderRules(rules));
    return;
  }
  const known = checkRuleId(
    id,
    rules.map((rule) => rule.id),
  );
  const rule = rules.find((entry) => entry.id === known);
  if (rule) process.stdout.write(renderRule(rule));
}
