import { overlaps, type Span } from '../document/span.js';
import { type Figured, inside } from './figures.js';

/** Longest name of an occasion, in characters. */
const LONGEST = 30;

/**
 * The meeting or inspection that a clause names: from its year (上年度, 2023年度, 此次) or from the start of the
 * clause to the word that says what it was.
 */
export function occasionIn(source: Figured, clause: Span): Span | null {
  const { hits } = source;
  const not = hits.in('rectification-occasion-not', clause);
  const words = hits
    .in('rectification-occasion', clause)
    .filter(
      (hit) => !not.some((other) => overlaps(other, hit) && other.end - other.start > hit.end - hit.start),
    );
  const [first] = words;
  if (!first) return yearAlone(source, clause);
  // One name may hold several such words (主题教育专题民主生活会); what stands apart is another mention.
  let { end } = first;
  for (const word of words.slice(1)) if (word.start - end <= NEAR) end = word.end;
  return { start: nameStart(source, clause, first.start), end };
}

const NEAR = 2;

/** Whether an occasion says which year's it was. */
export const namesYear = (source: Figured, occasion: Span): boolean => yearsIn(source, occasion).length > 0;

function nameStart(source: Figured, clause: Span, end: number): number {
  const before = { start: Math.max(clause.start, end - LONGEST), end };
  const years = yearsIn(source, before);
  const year = years.at(-1);
  if (year) return year.start;
  let { start } = clause;
  for (
    let lead = source.hits.at('rectification-lead', start);
    lead && lead.end <= end;
    lead = source.hits.at('rectification-lead', start)
  )
    start = lead.end;
  return end - start <= LONGEST ? start : end;
}

/** 上年查摆5项, 2023年度查摆5项: the year stands for its meeting, where problems were found. */
function yearAlone(source: Figured, clause: Span): Span | null {
  if (!source.hits.has(clause, 'rectification-found')) return null;
  return yearsIn(source, clause)[0] ?? null;
}

function yearsIn(source: Figured, span: Span): readonly Span[] {
  return [
    ...source.hits.in('rectification-year', span),
    ...inside(source.dates, span).filter(({ kind }) => kind === 'year'),
  ].sort((a, b) => a.start - b.start);
}
