import type { Finding, Part, ReportedAnalysis } from '../../analysis.js';
import { firstFrom, type Span } from '../../document/span.js';
import { ROLES } from '../names.js';

/** Findings that belong together, in the order of the text. */
export interface Group {
  readonly title: string;
  /** Findings outside the items come first, without a title. */
  readonly items: readonly { readonly title: string | null; readonly findings: readonly Finding[] }[];
}

/**
 * Lays findings out by part and by problem, cause or measure. Those about the document as a whole (empty span)
 * come first.
 *
 * @param findings by place in the text
 */
export function groupFindings(analysis: ReportedAnalysis, findings: readonly Finding[]): readonly Group[] {
  const partOf = finder(analysis.parts);
  const itemOf = finder(itemsOf(analysis));
  const groups: {
    key: unknown;
    title: string;
    items: { key: unknown; title: string | null; findings: Finding[] }[];
  }[] = [];
  for (const finding of findings) {
    const whole = finding.span.start === finding.span.end;
    const part = whole ? null : partOf(finding.span.start);
    const item = whole ? null : itemOf(finding.span.start);
    let group = groups.at(-1);
    if (group?.key !== part) {
      group = { key: part, title: whole ? '整篇' : titleOf(part), items: [] };
      groups.push(group);
    }
    let entry = group?.items.at(-1);
    if (!entry || entry.key !== item) {
      entry = { key: item, title: item?.title ?? null, findings: [] };
      group?.items.push(entry);
    }
    entry.findings.push(finding);
  }
  return groups.sort((a, b) => Number(a.title !== '整篇') - Number(b.title !== '整篇'));
}

function titleOf(part: Part | null): string {
  if (part === null) return '各部分之外';
  return part.title && part.title !== ROLES[part.role]
    ? `${ROLES[part.role]}（${part.title}）`
    : ROLES[part.role];
}

interface Item {
  readonly title: string;
  readonly span: Span;
}

function itemsOf({ problems, causes, measures }: ReportedAnalysis): readonly Item[] {
  const items = [
    ...problems.map(({ id, title, span }) => ({ title: `问题${id.slice(1)} ${title.text}`, span })),
    ...causes.map(({ id, title, span }) => ({ title: `原因${id.slice(1)} ${title.text}`, span })),
    ...measures.map(({ id, title, span }) => ({ title: `措施${id.slice(1)} ${title.text}`, span })),
  ];
  return items.sort((a, b) => a.span.start - b.span.start);
}

/** Finds the last of the stretches that begins at or before an offset and is not over there. */
function finder<T extends { readonly span: Span }>(stretches: readonly T[]): (offset: number) => T | null {
  const spans = stretches.map(({ span }) => span);
  return (offset) => {
    const found = stretches[firstFrom(spans, offset + 1) - 1];
    return found && offset < found.span.end ? found : null;
  };
}
