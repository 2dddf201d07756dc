import type { Analysis, Finding, Kind, Severity } from '../analysis.js';
import type { Dictionaries } from '../dictionaries/schema.js';
import type { Segmenter } from '../language/segmenter.js';
import type { Report, Rule, RuleContext } from '../rules/rule.js';
import type { Level } from './levels.js';
import { mergeNeighbours } from './merge.js';

/** What a user may say about the rules. Ids and option names are checked where the settings are read. */
export interface RuleSettings {
  /** By rule id; a rule not named keeps its own severity. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** By rule id, then by name of the option. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What rules may use besides the analysis. */
export interface RuleTools {
  readonly dictionaries: Dictionaries;
  readonly segmenter: Segmenter;
}

/** The rules that are run on a document of this kind. */
export const rulesInForce = (
  rules: readonly Rule[],
  kind: Kind,
  settings: RuleSettings = {},
): readonly Rule[] =>
  rules.filter(({ id, kinds }) => settings.levels?.[id] !== 'off' && kinds.includes(kind));

/**
 * Runs the rules over an analysis. Pure.
 *
 * @returns findings by place in the text; at one place the graver first, then in the order of `rules`
 * @throws RangeError when a rule reports a span outside the text: a fault of the rule
 */
export function runRules(
  analysis: Analysis,
  rules: readonly Rule[],
  settings: RuleSettings,
  tools: RuleTools,
): readonly Finding[] {
  const { length } = analysis.document.text;
  const order = new Map(rules.map(({ id }, i) => [id, i]));
  const findings = rulesInForce(rules, analysis.kind, settings).flatMap((rule) => {
    const level = settings.levels?.[rule.id];
    const found: Finding[] = [];
    const report = (reported: Report): void => {
      const { start, end } = reported.span;
      if (!(0 <= start && start <= end && end <= length))
        throw new RangeError(`rule ${rule.id} reports [${start}, ${end}) in a text of ${length}`);
      found.push(toFinding(rule, reported, level === 'off' ? undefined : level));
    };
    const option = optionsOf(rule, settings.options?.[rule.id] ?? {});
    rule.check(analysis, report, { ...tools, option });
    found.sort(byPlace);
    return rule.merges ? mergeNeighbours(found, analysis.document.text) : found;
  });
  return findings.sort(
    (a, b) =>
      byPlace(a, b) ||
      RANK[a.severity] - RANK[b.severity] ||
      (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0),
  );
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

const optionsOf =
  (rule: Rule, values: Readonly<Record<string, number>>): RuleContext['option'] =>
  (name) => {
    const value = values[name] ?? rule.options?.[name]?.default;
    if (value === undefined) throw new RangeError(`rule ${rule.id} declares no option ${name}`);
    return value;
  };

const toFinding = (rule: Rule, reported: Report, severity: Severity | undefined): Finding => ({
  rule: rule.id,
  severity: severity ?? reported.severity ?? rule.severity,
  message: reported.message,
  span: reported.span,
  suggestion: reported.suggestion ?? null,
  related: reported.related ?? [],
  evidence: reported.evidence ?? [],
});
