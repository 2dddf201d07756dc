import { firstFrom, type Span, slice } from '../document/span.js';
import { clauses, sentences } from '../language/sentences.js';
import type { LabelRole } from '../outline/tree.js';
import { labelOf } from '../outline/tree.js';
import type { FiguredSource, Source } from './source.js';

/** A stretch of an example with the cue that opens it, if one does. Units of the reading. */
export interface ExampleSpan extends Span {
  readonly cue: Span | null;
}

/** The inside of a problem, stretch by stretch. Units of the reading. */
export interface Body {
  readonly examples: readonly ExampleSpan[];
  readonly causes: readonly Span[];
  readonly measures: readonly Span[];
}

/** Tells whether a stretch holds something that another person could check. */
export interface Specificity {
  /** A time, figure, document, meeting, project or the writer's own act. */
  readonly isSpecific: (span: Span) => boolean;
}

/**
 * Reads a problem's text behind its title: examples, reflections (causes) and measures that stand in it.
 *
 * An example goes from its cue — or from a sentence that names something checkable — to the last sentence
 * that still tells of the same occurrence; the next cue, another date, a reflection, or a general statement ends
 * it. A reflection that is only the last clause of an example's sentence is part of the example and a cause.
 *
 * @param body stretches behind the title, in order
 */
export function readBody(source: FiguredSource, body: readonly Span[], specificity: Specificity): Body {
  if (body.length === 0) return EMPTY;
  const examples: { start: number; end: number; cue: Span | null }[] = [];
  const causes: Span[] = [];
  const measures: Span[] = [];
  let label: LabelRole | null = null;
  let open: { start: number; end: number; cue: Span | null } | null = null;

  for (const stretch of body) {
    label = null;
    const all = sentences(source.text, stretch);
    for (const [i, sentence] of all.entries()) {
      for (const piece of pieces(source, sentence)) {
        const named = labelOf(source.text, piece, source.hits);
        if (named && named.end < piece.end) label = named.role;
        const text = named ? labelled(source.text, piece, named.end) : piece;
        if (text.end <= text.start) continue;
        if (label === 'progress') {
          open = null;
          continue;
        }
        if (label === 'causes' || label === 'measures') {
          (label === 'causes' ? causes : measures).push(text);
          open = null;
          continue;
        }
        const cue = cueAt(source, text);
        if (cue) {
          open = { start: text.start, end: text.end, cue };
          examples.push(open);
        } else if (opensCause(source, text) || (examples.length > 0 && reflects(source, text, specificity))) {
          causes.push(text);
          open = null;
          continue;
        } else if (opensMeasure(source, text)) {
          measures.push(text);
          open = null;
          continue;
        } else if (open && !opensOccurrence(source, text) && continues(source, open, text, specificity)) {
          open.end = text.end;
        } else if (tellsOccurrence(source, text, all[i + 1], specificity)) {
          open = { start: text.start, end: text.end, cue: null };
          examples.push(open);
        } else open = null;
        causes.push(...reflections(source, text));
      }
    }
  }
  return { examples, causes, measures };
}

const EMPTY: Body = { examples: [], causes: [], measures: [] };

/** What stands behind a label; a bracket around both closes behind it: （整改措施：…。） */
function labelled(text: string, piece: Span, start: number): Span {
  const whole = { start, end: piece.end };
  const opens = '（【〔'.indexOf(text.charAt(piece.start));
  if (opens < 0 || '）】〕'.includes(text.charAt(start - 1))) return whole;
  const end = text.lastIndexOf('）】〕'.charAt(opens), piece.end);
  return end > start && end >= piece.end - 2 ? { start, end } : whole;
}

/** A sentence, cut where a cue for another example stands inside it. */
function pieces(source: Source, sentence: Span): readonly Span[] {
  const { text, hits } = source;
  if (!hits.has(sentence, 'example-cue') && !slice(text, sentence).includes('：')) return [sentence];
  const cuts: number[] = [];
  for (const clause of clauses(text, sentence)) {
    if (clause.start === sentence.start) continue;
    const opens = cueAt(source, clause) !== null;
    const label = labelOf(text, { start: clause.start, end: sentence.end }, hits);
    if (opens || (label && text.charAt(label.end - 1) === '：')) cuts.push(clause.start);
  }
  const starts = [sentence.start, ...cuts];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? sentence.end }));
}

/** The cue for an example that opens a stretch. */
export function cueAt({ hits }: Source, span: Span): Span | null {
  const cue = hits.at('example-cue', span.start);
  return cue && cue.end <= span.end ? { start: cue.start, end: cue.end } : null;
}

const opensCause = ({ hits }: Source, span: Span): boolean =>
  hits.at('cause-opener', span.start) !== undefined;

const opensMeasure = ({ hits }: Source, span: Span): boolean =>
  hits.at('measure-opener', span.start) !== undefined;

/**
 * Whether a sentence as a whole reflects on what was told: it weighs motives, and names nothing checkable but what
 * it points back to (那7位病人).
 */
function reflects({ hits, dates }: FiguredSource, span: Span, { isSpecific }: Specificity): boolean {
  if (!hits.has(span, 'reflection') || holds(dates, span)) return false;
  return hits.has(span, 'anaphor') || !isSpecific(span);
}

/**
 * Whether a sentence without a cue is an example: it names something checkable, or tells one step after the
 * other, and is not only the background of the next one, in which something went wrong.
 */
function tellsOccurrence(
  source: FiguredSource,
  span: Span,
  next: Span | undefined,
  { isSpecific }: Specificity,
): boolean {
  const { hits } = source;
  if (hits.at('concession', span.start)) return false;
  const wrong = hits.has(span, 'shortfall', 'contrast', 'vague-intensity');
  if (hits.at('occurrence', span.start)) return wrong || isSpecific(span);
  if (!isSpecific(span)) return wrong && narrates(source, span);
  if (describes(source, span) && !countsOccurrences(source, span, wrong)) return false;
  if (hits.has(span, 'habit') && !holds(source.dates, span) && !holds(source.numerals, span)) return false;
  return wrong || isDated(source, span) || next === undefined || !isSpecific(next);
}

/** Fewest clauses, and fewest marks of the past (了, 过), of a sentence that tells one step after the other. */
const FEWEST_STEPS = 3;
const FEWEST_PAST = 1;

/** Whether a sentence tells what somebody did, step by step, though it names nothing checkable. */
function narrates({ hits, text }: FiguredSource, span: Span): boolean {
  if (hits.has(span, 'habit', 'hedge') || hits.at('generalisation', span.start)) return false;
  const steps = clauses(text, span).length;
  const marks = slice(text, span).match(/[了过]/g)?.length ?? 0;
  const past = marks - hits.count('past-mark-not', span);
  return (
    steps >= FEWEST_STEPS &&
    past >= FEWEST_PAST &&
    hits.has(span, 'evidence-act', 'evidence-speech', 'evidence-sequel', 'some-entity')
  );
}

/** Whether a sentence only says how things stand (6个小区分属4家物业): no date, no mark of the past, nobody acts. */
const describes = ({ hits, text, dates }: FiguredSource, span: Span): boolean =>
  !holds(dates, span) &&
  !/[了过]/.test(text.slice(span.start, span.end)) &&
  !hits.has(span, 'evidence-first-person', 'evidence-act', 'evidence-meeting', 'occurrence-verb');

/** Whether a sentence counts how often something went wrong (谈话3次，每次不到10分钟), or in how many (3条里有2条). */
function countsOccurrences({ numerals, hits }: FiguredSource, span: Span, wrong: boolean): boolean {
  let before: Span | null = null;
  for (let i = firstFrom(numerals, span.start); i < numerals.length; i++) {
    const figure = numerals[i];
    if (!figure || figure.end > span.end) return false;
    const { start, end } = figure;
    if (wrong && hits.has({ start: end - 1, end }, 'occurrence-unit')) return true;
    const between = before && { start: before.end, end: start };
    const near = between && start - between.start <= LONGEST_COUNTED;
    if (near && hits.last('part-of-count', between)?.end === start) return true;
    before = figure;
  }
  return false;
}

/** Longest 意见里有 between a whole and the part of it. */
const LONGEST_COUNTED = 10;

/** Whether a sentence names the date of what it tells. */
const isDated = ({ dates }: FiguredSource, span: Span): boolean => {
  const date = firstIn(dates, span);
  return date !== undefined && ABSOLUTE.has(date.kind);
};

/** Whether a sentence begins with a date or another opening of an occurrence of its own. */
function opensOccurrence({ hits, dates, text }: FiguredSource, span: Span): boolean {
  if (hits.at('occurrence', span.start)) return true;
  const first = clauses(text, span)[0] ?? span;
  if (hits.has(span, 'anaphor') || hits.has(first, 'backreference')) return false;
  if (hits.at('continuation', span.start)) return false;
  const date = firstIn(dates, span);
  return date !== undefined && date.start - span.start <= LONGEST_PREPOSITION && ABSOLUTE.has(date.kind);
}

/** 在、到、自从: what may stand before a date that opens a sentence. */
const LONGEST_PREPOSITION = 2;
/** Dates that place an occurrence of its own; a day alone (第二天) goes on with the one before. */
const ABSOLUTE: ReadonlySet<string> = new Set(['year', 'month', 'day', 'half-year', 'quarter']);

/** Whether a sentence still tells of the occurrence before it. */
function continues(source: FiguredSource, open: Span, span: Span, { isSpecific }: Specificity): boolean {
  const { hits, text } = source;
  if (hits.at('continuation', span.start)) return true;
  if (hits.at('generalisation', span.start)) return false;
  const first = clauses(text, span)[0] ?? span;
  if (hits.has(first, 'backreference', 'anaphor')) return isSpecific(span) || narrates(source, span);
  return (isSpecific(span) || narrates(source, span)) && sharesWords(text, open, span);
}

/** Fewest pairs of neighbouring content characters that tell of the same thing. */
const FEWEST_SHARED = 2;

/** Whether two stretches have several pairs of neighbouring content characters in common. */
function sharesWords(text: string, a: Span, b: Span): boolean {
  const pairs = new Set<string>();
  for (let i = a.start; i + 1 < a.end; i++) pairs.add(text.slice(i, i + 2));
  let shared = 0;
  for (let i = b.start; i + 1 < b.end; i++) {
    const pair = text.slice(i, i + 2);
    if (!CONTENT.test(pair) || !pairs.has(pair)) continue;
    pairs.delete(pair);
    if (++shared >= FEWEST_SHARED) return true;
  }
  return false;
}

/** Two Han characters, neither a function word nor a figure. */
const CONTENT =
  /^[^\P{Script=Han}的了是在有不没我你他她也都就又还和与及到对把被从为以而但却只才再上下中里一二三四五六七八九十百千个次项年月日时这那其之要会能可]{2}$/u;

const holds = (list: readonly Span[], span: Span): boolean => firstIn(list, span) !== undefined;

/** First of a sorted list that lies inside a span. */
function firstIn<Entry extends Span>(list: readonly Entry[], { start, end }: Span): Entry | undefined {
  const entry = list[firstFrom(list, start)];
  return entry && entry.end <= end ? entry : undefined;
}

/** Clauses of a sentence that reflect on it: from their cue to the end of the sentence or to what it led to. */
function reflections(source: Source, sentence: Span): readonly Span[] {
  const { hits, text } = source;
  if (!hits.has(sentence, 'cause-clause')) return [];
  const inside = clauses(text, sentence);
  const from = inside.findIndex(
    (clause, i) =>
      // 有群众打来电话，反映…: somebody else's words, no reflection.
      i > 0 && hits.at('cause-clause', clause.start) && !hits.has(inside[i - 1] ?? clause, 'complaint'),
  );
  const first = inside[from];
  if (!first) return [];
  const stop = inside.findIndex((clause, i) => i > from && hits.at('consequence', clause.start));
  const end = (stop < 0 ? sentence.end : inside[stop - 1]?.end) ?? sentence.end;
  return [{ start: first.start, end: withoutMark(text, end) }];
}

const withoutMark = (text: string, end: number): number =>
  '，。；：'.includes(text.charAt(end - 1)) ? end - 1 : end;
