import type { Dictionaries, Expression } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import { Matcher } from './matcher.js';
import { parsePattern } from './pattern.js';

/** An expression of the dictionaries, its patterns ready to be looked for. */
interface Prepared {
  readonly expression: Expression;
  readonly matcher: Matcher;
  readonly unless: readonly Matcher[];
}

/**
 * The expression that stands at a hit of the phrase book (`expression-…`), which knows only its kind.
 *
 * @param text and `hit` in units of the reading
 * @param around the stretch in which a context that excuses the expression may stand
 * @returns undefined when such a context stands there
 */
export function expressionAt(
  { expressions }: Pick<Dictionaries, 'expressions'>,
  kind: Expression['kind'],
  text: string,
  hit: Span,
  around: Span,
): Expression | undefined {
  const near = {
    start: Math.max(around.start, hit.start - REACH),
    end: Math.min(around.end, hit.end + REACH),
  };
  return prepare(expressions).find(
    ({ expression, matcher, unless }) =>
      expression.kind === kind &&
      matcher.endAt(text, hit.start) === hit.end &&
      !unless.some((other) => standsIn(other, text, near)),
  )?.expression;
}

/** How far from a hit a context is looked for, in UTF-16 units: no honest sentence reaches further. */
const REACH = 400;

const prepared = new WeakMap<readonly Expression[], readonly Prepared[]>();

function prepare(expressions: readonly Expression[]): readonly Prepared[] {
  const known = prepared.get(expressions);
  if (known) return known;
  const made = expressions.map((expression) => ({
    expression,
    matcher: new Matcher(parsePattern(expression.phrase)),
    unless: (expression.unless ?? []).map((phrase) => new Matcher(parsePattern(phrase))),
  }));
  prepared.set(expressions, made);
  return made;
}

function standsIn(matcher: Matcher, text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const stop = matcher.endAt(text, at);
    if (stop >= 0 && stop <= end) return true;
  }
  return false;
}
