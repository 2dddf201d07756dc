import type { Span } from '../document/span.js';
import type { EvidenceSpan } from './evidence.js';
import { quotesBehind } from './evidence-quotes.js';
import { clausesOf, type Figured } from './figures.js';

/**
 * What the writer did or left undone (到村里逐个检查, 打断别人发言, 没有上会), and words spoken on the occasion. An
 * act is definite where the writer names himself and the order of events is told (后来我到村里逐个检查).
 */
export function acts(source: Figured, span: Span): readonly EvidenceSpan[] {
  const { hits } = source;
  const sequel = hits.has(span, 'evidence-sequel') && !hits.has(span, 'evidence-occasion');
  const done = clausesOf(source.text, span).flatMap((clause) => {
    // 进村入户检查的次数少: an evaluation, nothing that happened.
    if (hits.has(clause, 'evidence-few')) return [];
    const own = hits.has(clause, 'evidence-first-person');
    return hits
      .in('evidence-act', clause)
      .filter((act) => !isHypothetical(source, act))
      .map(({ start, end }): EvidenceSpan => ({ start, end, kind: 'act', definite: own && sequel }));
  });
  const spoken = quotesBehind(source, span, 'evidence-speech').map(
    ({ start, end }): EvidenceSpan => ({ start, end, kind: 'act', definite: false }),
  );
  return [...done, ...spoken];
}

/** 不敢打断, 很少到村里检查: not done, or not to be told as an act. */
const isHypothetical = ({ hits }: Figured, act: Span): boolean =>
  hits
    .in('evidence-act-not', { start: Math.max(0, act.start - 3), end: act.start })
    .some(({ end }) => end === act.start);
