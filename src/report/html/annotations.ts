import type { Finding, ReportedAnalysis, Severity } from '../../analysis.js';
import type { Span } from '../../document/span.js';

/** Something to be seen in the text: a finding, or a title with its anchor. */
export type Annotation =
  | { readonly span: Span; readonly finding: Finding }
  | { readonly span: Span; readonly item: string };

/** A stretch of one row under the same annotations. */
export interface Segment {
  readonly span: Span;
  /** The gravest of the findings here; null where there is none. */
  readonly severity: Severity | null;
  /** Part of a title. */
  readonly strong: boolean;
  /** Ids of the items whose titles begin here. */
  readonly begins: readonly string[];
  /** Findings that begin and end here. */
  readonly opens: readonly Finding[];
  readonly closes: readonly Finding[];
}

/** Findings and titles of a document, by place. */
export const annotationsOf = (
  { problems, causes, measures }: ReportedAnalysis,
  findings: readonly Finding[],
): readonly Annotation[] =>
  [
    ...findings
      .filter(({ span }) => span.end > span.start)
      .map((finding) => ({ span: finding.span, finding })),
    ...[...problems, ...causes, ...measures].map(({ id, title }) => ({ span: title.span, item: id })),
  ].sort((a, b) => a.span.start - b.span.start);

/**
 * Cuts rows into segments at the ends of the annotations.
 *
 * @param rows in order, without overlap
 * @param annotations by start
 * @returns the segments of each row; together they are the row
 */
export function segmentsOf(
  rows: readonly Span[],
  annotations: readonly Annotation[],
): readonly (readonly Segment[])[] {
  let next = 0;
  let active: Annotation[] = [];
  return rows.map((row) => {
    active = active.filter(({ span }) => span.end > row.start);
    for (let one = annotations[next]; one && one.span.start < row.end; one = annotations[++next])
      if (one.span.end > row.start) active.push(one);
    return cut(row, active);
  });
}

function cut(row: Span, annotations: readonly Annotation[]): readonly Segment[] {
  const inside = (at: number): boolean => row.start < at && at < row.end;
  const cuts = [
    ...new Set([
      row.start,
      ...annotations.flatMap(({ span }) => [span.start, span.end]).filter(inside),
      row.end,
    ]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => segment({ start, end: cuts[i + 1] ?? row.end }, annotations));
}

function segment(span: Span, annotations: readonly Annotation[]): Segment {
  const here = annotations.filter((one) => one.span.start < span.end && one.span.end > span.start);
  const findings = here.flatMap((one) => ('finding' in one ? one.finding : []));
  return {
    span,
    severity: SEVERITIES.find((severity) => findings.some((one) => one.severity === severity)) ?? null,
    strong: here.some((one) => 'item' in one),
    begins: here.flatMap((one) => ('item' in one && one.span.start === span.start ? one.item : [])),
    opens: findings.filter((one) => one.span.start === span.start),
    closes: findings.filter((one) => one.span.end === span.end),
  };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
