import type { Paragraph } from '../document/document.js';
import { firstMark, type Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { type HeadedRole, headingRole, mayNamePart } from './heading-role.js';
import type { Marker } from './markers.js';

/** Longest first sentence that turns to the causes. */
const LONGEST_TURN = 60;
/** Longest heading of a part, see `headingRole`. */
const LONGEST_HEADING = 50;

/** A paragraph that turns from the problems to their causes or to what will be done, without a heading. */
export interface Turn {
  readonly role: 'causes' | 'measures';
  /** Whether such paragraphs stand behind several problems; then each belongs where it stands. */
  readonly recurs: boolean;
}

/** Paragraphs without number that turn to causes or measures, in a document that has no heading for these. */
export function findTurns(
  text: string,
  paragraphs: readonly Paragraph[],
  markers: readonly Marker[],
  hits: Hits,
): ReadonlyMap<number, Turn> {
  // Per paragraph, the place behind the number that opens it.
  const starts: (number | undefined)[] = new Array(paragraphs.length);
  for (const { opensParagraph, paragraph, end } of markers) if (opensParagraph) starts[paragraph] = end;
  const headed = new Set<HeadedRole | null>();
  paragraphs.forEach(({ span }, index) => {
    const start = starts[index] ?? span.start;
    if (!mayNamePart(hits, { start, end: span.end })) return;
    const limit = Math.min(span.end, start + LONGEST_HEADING);
    const stop = firstMark(text, { start, end: limit }, '。；：');
    headed.add(headingRole(text, { start, end: stop < limit ? stop : span.end }, hits));
  });
  const found = new Map<number, Turn>();
  for (const role of ['causes', 'measures'] as const) {
    if (headed.has(role)) continue;
    const turning: number[] = [];
    paragraphs.forEach(({ span }, index) => {
      if (starts[index] === undefined && turns(text, span, hits, role)) turning.push(index);
    });
    // One below the other they are one stretch.
    const separate = turning.filter((index, i) => i === 0 || (turning[i - 1] ?? 0) < index - 1);
    for (const index of turning) found.set(index, { role, recurs: separate.length > 1 });
  }
  return found;
}

const CAUSE_CORE = ['cause-core'];

/** Whether a paragraph begins by turning to causes or measures. */
export function turns(text: string, span: Span, hits: Hits, role: Turn['role']): boolean {
  if (hits.at(role === 'causes' ? 'turn-causes' : 'turn-measures', span.start)) return true;
  if (role === 'measures') return false;
  const limit = Math.min(span.end, span.start + LONGEST_TURN);
  if (!hits.begins(CAUSE_CORE, span.start, limit)) return false;
  const stop = firstMark(text, { start: span.start, end: limit }, '。');
  const first = { start: span.start, end: stop < limit ? stop : span.start };
  return hits.has(first, 'cause-core') && hits.has(first, 'turn-problems');
}
