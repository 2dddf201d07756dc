import type { Analysis, Finding, Kind, Severity } from '../analysis.js';
import type { Dictionaries } from '../dictionaries/schema.js';
import type { Notice } from '../document/document.js';
import type { Segmenter } from '../language/segmenter.js';
import type { Report, Rule, RuleContext } from '../rules/rule.js';
import type { Baseline } from './baseline.js';
import { readComments } from './comments.js';
import type { Level } from './levels.js';
import { mergeNeighbours } from './merge.js';
import { settlePrecedence } from './precedence.js';
import { type Ignore, type Suppressed, sieve } from './suppress.js';

/** What a user may say about the rules. Ids and option names are checked where the settings are read. */
export interface RuleSettings {
  /** By rule id; a rule not named keeps its own severity. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** By rule id, then by name of the option. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Kinds of document that a rule is run on, by rule id; its own when absent. */
  readonly kinds?: Readonly<Record<string, readonly Kind[]>>;
  /** Findings that are not to be counted. */
  readonly ignores?: readonly Ignore[];
  /** Findings accepted earlier. */
  readonly baseline?: Baseline | null;
}

/** What the rules say of one document. */
export interface RuleResults {
  /** By place in the text; at one place the graver first, then in the order of the rules. */
  readonly findings: readonly Finding[];
  /** Left out by a comment in the text, the configuration or the baseline. */
  readonly suppressed: readonly Suppressed[];
  /** On comments in the text that are of no use. */
  readonly notices: readonly Notice[];
  /** Ids of the rules in force that were not run, for want of earlier documents. */
  readonly notRun: readonly string[];
}

/** What rules may use besides the analysis. */
export interface RuleTools {
  readonly dictionaries: Dictionaries;
  readonly segmenter: Segmenter;
  /** Earlier documents of the same writer. */
  readonly previous?: readonly Analysis[];
}

/** The rules that are to be run on a document of this kind, whether or not there is what they need. */
export const rulesInForce = (
  rules: readonly Rule[],
  kind: Kind,
  settings: Pick<RuleSettings, 'levels' | 'kinds'> = {},
): readonly Rule[] =>
  rules.filter(
    ({ id, kinds }) => settings.levels?.[id] !== 'off' && (settings.kinds?.[id] ?? kinds).includes(kind),
  );

/**
 * Runs the rules over an analysis. What two rules say of the same words is told by the one that knows more
 * ({@link Rule.yieldsTo}); then what the user does not want to hear is left out; then neighbours are merged.
 *
 * @throws RangeError when a rule reports a span outside the text: a fault of the rule
 */
export function runRules(
  analysis: Analysis,
  rules: readonly Rule[],
  settings: RuleSettings,
  tools: RuleTools,
): RuleResults {
  const inForce = rulesInForce(rules, analysis.kind, settings);
  const run = withMaterial(inForce, (tools.previous ?? []).length > 0);
  const reported = new Map(run.map((rule) => [rule, runRule(rule, analysis, settings, tools)]));
  const known = rules.map(({ id }) => id);
  const { placed, notices } = readComments(analysis.document, known);
  const { test, unused } = sieve(analysis, placed, settings.ignores ?? [], settings.baseline ?? null);
  const suppressed: Suppressed[] = [];
  const findings = [...settlePrecedence(reported)].flatMap(([rule, own]) => {
    const kept = own.filter((finding) => {
      const why = test(finding);
      if (why) suppressed.push({ finding, ...why });
      return why === null;
    });
    return rule.merges ? mergeNeighbours(kept, analysis.document.text) : kept;
  });
  const order = new Map(known.map((id, i) => [id, i]));
  const rank = (a: Finding, b: Finding): number =>
    byPlace(a, b) ||
    RANK[a.severity] - RANK[b.severity] ||
    (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0);
  return {
    findings: findings.sort(rank),
    suppressed: suppressed.sort((a, b) => rank(a.finding, b.finding)),
    notices: [
      ...notices,
      ...unused()
        .filter((wish) => placed.includes(wish))
        .map(({ rule, source, span }): Notice => {
          const message = `${source}要忽略的 ${rule} 在这里没有出现，可以删去。`;
          return { code: 'suppression', message, ...(span ? { span } : {}) };
        }),
    ],
    notRun: inForce.filter((rule) => !run.includes(rule)).map(({ id }) => id),
  };
}

/** Those rules for which there is all that they need. */
export const withMaterial = (rules: readonly Rule[], hasPrevious: boolean): readonly Rule[] =>
  rules.filter(({ needs }) => needs !== 'previous' || hasPrevious);

/** What one rule says, by place. */
function runRule(
  rule: Rule,
  analysis: Analysis,
  { levels, options }: RuleSettings,
  tools: RuleTools,
): readonly Finding[] {
  const { length } = analysis.document.text;
  const level = levels?.[rule.id];
  const found: Finding[] = [];
  const report = (reported: Report): void => {
    const { start, end } = reported.span;
    if (!(0 <= start && start <= end && end <= length))
      throw new RangeError(`rule ${rule.id} reports [${start}, ${end}) in a text of ${length}`);
    found.push(toFinding(rule, reported, level === 'off' ? undefined : level));
  };
  const option = optionsOf(rule, options?.[rule.id] ?? {});
  const { dictionaries, segmenter, previous = [] } = tools;
  rule.check(analysis, report, { dictionaries, segmenter, previous, option });
  return found.sort(byPlace);
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
