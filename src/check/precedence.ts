import type { Finding } from '../analysis.js';
import { overlapsOneOf } from '../document/span.js';
import type { Rule } from '../rules/rule.js';

/**
 * Drops findings of rules that yield to another one which speaks of the same words: one fault is told of once, by
 * the rule that knows most of it.
 *
 * @param byRule findings of each rule, by place
 */
export function settlePrecedence(
  byRule: ReadonlyMap<Rule, readonly Finding[]>,
): ReadonlyMap<Rule, readonly Finding[]> {
  return new Map(
    [...byRule].map(([rule, findings]) => {
      if (!rule.yieldsTo || findings.length === 0) return [rule, findings];
      const stronger = [...byRule]
        .filter(([{ id }]) => rule.yieldsTo?.includes(id))
        .flatMap(([, own]) => own.map(({ span }) => span));
      if (stronger.length === 0) return [rule, findings];
      const meets = overlapsOneOf(stronger);
      return [rule, findings.filter((finding) => !meets(finding.span))];
    }),
  );
}
