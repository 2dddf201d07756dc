import type { Analysis, Finding, Severity } from '../analysis.js';
import { DuizhaoError } from '../document/error.js';
import type { Report, Rule } from '../rules/rule.js';

/** Severity by rule id; `off` switches a rule off. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** Neighbouring findings of a rule that merges are one when no more than this many characters lie between. */
const NEAR = 2;

/**
 * Runs the rules that apply to the document's kind.
 *
 * @returns findings in order of the text
 * @throws DuizhaoError `unknown-rule` when a setting names a rule that does not exist
 */
export function runRules(analysis: Analysis, rules: readonly Rule[], settings: RuleSettings): readonly Finding[] {
  for (const id of Object.keys(settings))
    if (!rules.some((rule) => rule.id === id))
      throw new DuizhaoError('unknown-rule', `没有名为“${id}”的规则；用 duizhao rules 查看全部规则。`);
  return rules
    .filter((rule) => rule.kinds.includes(analysis.kind) && settings[rule.id] !== 'off')
    .flatMap((rule) => {
      const reports: Report[] = [];
      rule.check(analysis, (report) => reports.push(report));
      const setting = settings[rule.id];
      const severity = setting === undefined || setting === 'off' ? rule.severity : setting;
      return merged(rule, reports).map(
        ({ span, message, suggestion = null, related = [], evidence = [] }): Finding => ({
          rule: rule.id, severity, message, span, suggestion, related, evidence,
        }),
      );
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule));
}

function merged({ merges }: Rule, reports: readonly Report[]): readonly Report[] {
  if (!merges) return reports;
  const result: Report[] = [];
  for (const report of [...reports].sort((a, b) => a.span.start - b.span.start)) {
    const last = result.at(-1);
    if (last && report.span.start - last.span.end <= NEAR)
      result[result.length - 1] = {
        ...last,
        span: { start: last.span.start, end: Math.max(last.span.end, report.span.end) },
        evidence: [...new Set([...(last.evidence ?? []), ...(report.evidence ?? [])])],
      };
    else result.push(report);
  }
  return result;
}
