import type { Finding } from '../analysis.js';
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
      const stronger = [...byRule]
        .filter(([{ id }]) => rule.yieldsTo?.includes(id))
        .flatMap(([, own]) => own);
      if (stronger.length === 0 || findings.length === 0) return [rule, findings];
      const meets = overlapTest(stronger);
      return [rule, findings.filter((finding) => !meets(finding))];
    }),
  );
}

/** Whether a stretch shares words with one of many. */
function overlapTest(findings: readonly Finding[]): (finding: Finding) => boolean {
  const spans = findings.map(({ span }) => span).sort((a, b) => a.start - b.start);
  // reach[i]: how far the first i + 1 stretches go.
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(reach.at(-1) ?? 0, end));
  return ({ span }) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > span.start;
  };
}
