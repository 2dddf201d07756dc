import type { Finding, Severity } from '../analysis.js';

interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** All findings of one rule at one severity. */
export interface Concern<R extends RuleName> {
  readonly severity: Severity;
  readonly rule: R;
  readonly findings: readonly Finding[];
}

/** What to do first: errors before warnings, the rules in their order, one entry a rule. Hints are not among them. */
export const gravest = <R extends RuleName>(
  findings: readonly Finding[],
  rules: readonly R[],
): readonly Concern<R>[] =>
  (['error', 'warning'] as const).flatMap((severity) =>
    rules.flatMap((rule) => {
      const own = findings.filter((finding) => finding.rule === rule.id && finding.severity === severity);
      return own.length > 0 ? [{ severity, rule, findings: own }] : [];
    }),
  );
