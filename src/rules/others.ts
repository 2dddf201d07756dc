import type { Analysis, Problem } from '../analysis.js';
import type { Span } from '../document/span.js';
import { admits } from '../extract/source.js';
import { remembered } from '../remembered.js';

/** Characters that may stand before the subject of a clause: 局里, 镇里, 单位. */
const BEFORE = 3;

/**
 * Whether a stretch lays a shortcoming to others: one of its clauses begins with them (部分干部…, 局里有的同志…) and
 * the sentence goes on to admit something.
 *
 * @param span in units of the reading
 */
export function blamesOthers({ reading: { text, hits } }: Analysis, span: Span): boolean {
  return hits.in('others', span).some((other) => {
    if (hits.at('before-object', other.start - 1)) return false;
    const clause = around(text, other, span, CLAUSE);
    const { end } = around(text, other, span, SENTENCE);
    return other.start - clause.start <= BEFORE && admits({ hits }, { start: other.start, end });
  });
}

/**
 * The problems in which the writer takes the shortcoming up: 我, 本人, 自己 in a clause that does not speak of
 * others (部分干部对自己要求不严 is not the writer).
 */
export const takenUp = remembered(
  (analysis: Analysis): ReadonlySet<Problem> =>
    new Set(analysis.problems.filter((problem) => takesUp(analysis, problem))),
);

function takesUp({ reading: { text, hits } }: Analysis, { reading }: Problem): boolean {
  return reading.text.some((span) => {
    const not = hits.in('taking-up-not', span);
    return hits.in('taking-up', span).some((self) => {
      if (not.some(({ start, end }) => start <= self.start && self.start < end)) return false;
      const clause = around(text, self, span, CLAUSE);
      return !hits.has({ start: clause.start, end: self.start }, 'others');
    });
  });
}

/** The stretch between two marks that a place stands in. */
function around(text: string, place: Span, { start, end }: Span, marks: RegExp): Span {
  let from = place.start;
  while (from > start && !marks.test(text.charAt(from - 1))) from--;
  let to = place.end;
  while (to < end && !marks.test(text.charAt(to))) to++;
  return { start: from, end: to };
}

const CLAUSE = /[。，；：！？\n]/;
const SENTENCE = /[。；！？\n]/;
