import { contains, overlaps, type Span } from '../document/span.js';
import type { CommitmentSpan } from './commitments.js';
import type { Figured } from './figures.js';

/**
 * What can be looked at afterwards without a verb of making: 书面请假, 走访情况记在民情日记上, 退款单贴到公开栏, 逐件存档.
 * At most one a piece.
 */
export function papers({ text, hits }: Figured, piece: Span): readonly CommitmentSpan[] {
  const not = hits.in('commitment-paper-not', piece);
  const paper = hits
    .in('commitment-paper', piece)
    .find((hit) => !not.some((other) => overlaps(other, hit) && !contains(hit, other)));
  if (!paper || text.charAt(paper.end) === '的') return [];
  const { start, end } = paper;
  return [{ start, end, kind: 'deliverable', value: text.slice(start, end) }];
}
