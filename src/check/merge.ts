import type { Finding } from '../analysis.js';

/** Longest stretch between two findings that may still count as nothing: line ends and indents. */
const LONGEST_GAP = 24;

/**
 * Makes one finding of those with nothing but white space and punctuation between them. The whole stretch is
 * marked, the first suggestion kept, related places and evidence put together.
 *
 * @param findings of one rule, by place
 * @param text of the document, in whose units the spans are
 */
export function mergeNeighbours(findings: readonly Finding[], text: string): readonly Finding[] {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && areNeighbours(last, finding, text)) group.push(finding);
    else groups.push([finding]);
  }
  return groups.flatMap((group): readonly Finding[] => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    return [
      {
        ...first,
        message: `${first.message.replace(/。$/, '')}（连续${group.length}处）。`,
        span: { start: first.span.start, end: group.reduce((end, { span }) => Math.max(end, span.end), 0) },
        suggestion: group.find(({ suggestion }) => suggestion !== null)?.suggestion ?? null,
        related: group.flatMap(({ related }) => related),
        evidence: group.flatMap(({ evidence }) => evidence),
      },
    ];
  });
}

function areNeighbours(before: Finding, after: Finding, text: string): boolean {
  // An empty span means the document as a whole: it has no neighbours.
  if (isEmpty(before) || isEmpty(after) || before.severity !== after.severity) return false;
  const gap = after.span.start - before.span.end;
  return gap <= LONGEST_GAP && /^[\s\p{P}]*$/u.test(text.slice(before.span.end, after.span.start));
}

const isEmpty = ({ span }: Finding): boolean => span.start === span.end;
