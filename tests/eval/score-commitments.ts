import { contains, type Span } from '../../src/document/span.js';
import { clausesOf, match, sameSpan } from './matching.js';
import { errorAt, type Scored, scoreMatching } from './scored.js';
import { intersectionOverUnion, type Squeezed, shareOfShorter } from './squeezed.js';
import { hits } from './tally.js';

/**
 * Commitments, twice.
 *
 * `commitments` asks whether the promise was found: a gold quote and a found one are the same when they share half
 * of the shorter and the found one stays within the clauses of the gold one. Readers agree on the promise and
 * its clause, not on how much of the clause to quote (春节前 or 春节前逐户回话), nor on whether to quote its
 * deadline and its person together (由我牵头、房管和国土两局参加). So left over is no fault: a gold quote inside a
 * found one, a found quote in a clause of a gold one that was found (one promise in several quotes), and a found
 * quote inside the title of a measure, which readers have annotated already.
 *
 * `commitmentQuotes` asks whether it was quoted alike: one quote for each, overlapping by half of what both cover.
 */
export function scoreCommitments(
  text: Squeezed,
  gold: readonly Span[],
  found: readonly Span[],
  titles: readonly Span[],
): Scored {
  const clauses = clausesOf(text.text);
  // 责任人：张三 and 张三 are the same quote; the label is no clause of its own.
  const widen = (span: Span): Span => clauses(withoutLabel(text, span));
  const { pairs, missed, extra } = match(gold, found, (a, b) =>
    contains(widen(a), widen(b)) && shareOfShorter(a, b) >= 0.5 ? intersectionOverUnion(a, b) : 0,
  );
  const unfound = missed.filter((span) => !pairs.some(({ predicted }) => contains(predicted, span)));
  const told = (span: Span): boolean =>
    titles.some((title) => contains(title, span)) ||
    pairs.some((pair) => contains(widen(pair.gold), widen(span)));
  const wrong = extra.filter((span) => !told(span));
  const self = (span: Span): Span => span;
  const alike = scoreMatching(text, 'commitmentQuotes', match(gold, found, sameSpan(0.5)), self, self);
  return {
    tallies: {
      commitments: hits(pairs.length, pairs.length + wrong.length, pairs.length + unfound.length),
      commitmentQuotes: alike.tally,
    },
    errors: [
      ...unfound.map((span) => errorAt(text, 'commitments', 'missed', span)),
      ...wrong.map((span) => errorAt(text, 'commitments', 'false', span)),
    ],
  };
}

function withoutLabel(text: Squeezed, { start, end }: Span): Span {
  const label = /^[^，。；：,;:]{1,8}[：:](?=.)/.exec(text.slice({ start, end }))?.[0] ?? '';
  return { start: start + label.length, end };
}
