import type { Span } from '../document/span.js';
import type { Take } from './evidence.js';
import { quotesBehind } from './evidence-quotes.js';
import { clausesOf, type Figured } from './figures.js';

/**
 * What the writer did or left undone (到村里逐个检查, 打断别人发言, 没有上会), and words spoken on the occasion. An
 * act is definite where the writer names himself and the order of events is told (后来我到村里逐个检查).
 */
export function acts(source: Figured, span: Span, take: Take): void {
  const { text, hits } = source;
  if (hits.has(span, 'evidence-act')) {
    const sequel = hits.has(span, 'evidence-sequel') && !hits.has(span, 'evidence-occasion');
    for (const clause of clausesOf(text, span)) {
      // 进村入户检查的次数少: an evaluation, nothing that happened.
      if (hits.has(clause, 'evidence-few')) continue;
      const definite = sequel && hits.has(clause, 'evidence-first-person');
      for (const act of hits.in('evidence-act', clause))
        if (!isHypothetical(source, act)) take(act, definite);
    }
  }
  for (const quote of quotesBehind(source, span, 'evidence-speech')) take(quote, false);
}

/** 不敢打断, 很少到村里检查: not done, or not to be told as an act. */
const isHypothetical = ({ hits }: Figured, act: Span): boolean =>
  hits.last('evidence-act-not', { start: Math.max(0, act.start - 3), end: act.start })?.end === act.start;
