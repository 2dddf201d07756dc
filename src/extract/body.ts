import type { Span } from '../document/span.js';
import { clauses, sentences } from '../language/sentences.js';
import type { LabelRole } from '../outline/tree.js';
import { labelOf } from '../outline/tree.js';
import type { Source } from './source.js';

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

/** Tells whether a stretch holds something that another person could check, and how it begins. */
export interface Specificity {
  /** A time, figure, document, meeting, project or the writer's own act. */
  readonly isSpecific: (span: Span) => boolean;
}

/**
 * Reads a problem's text behind its title: examples, reflections (causes) and measures that stand in it.
 *
 * An example goes from its cue — or from a sentence that names something checkable — to the last sentence
 * that still tells of the same occurrence; the next cue, a reflection, or a general statement ends it. A
 * reflection that is only the last clause of an example's sentence is part of the example and a cause.
 *
 * @param body stretches behind the title, in order
 */
export function readBody(source: Source, body: readonly Span[], specificity: Specificity): Body {
  const examples: { start: number; end: number; cue: Span | null }[] = [];
  const causes: Span[] = [];
  const measures: Span[] = [];
  let label: LabelRole | null = null;
  let open: { start: number; end: number; cue: Span | null } | null = null;

  for (const stretch of body) {
    label = null;
    for (const sentence of sentences(source.text, stretch)) {
      for (const piece of pieces(source, sentence)) {
        const named = labelOf(source.text, piece, source.hits);
        if (named && named.end < piece.end) label = named.role;
        const text = named ? { start: named.end, end: piece.end } : piece;
        if (text.end <= text.start) continue;
        if (label === 'causes' || label === 'measures') {
          (label === 'causes' ? causes : measures).push(text);
          open = null;
          continue;
        }
        const cue = cueAt(source, text);
        if (cue) {
          open = { start: text.start, end: text.end, cue };
          examples.push(open);
        } else if (opensCause(source, text)) {
          causes.push(text);
          open = null;
          continue;
        } else if (opensMeasure(source, text)) {
          measures.push(text);
          open = null;
          continue;
        } else if (open && continues(source, text, specificity)) {
          open.end = text.end;
        } else if (specificity.isSpecific(text) || label === 'examples') {
          open = { start: text.start, end: text.end, cue: null };
          examples.push(open);
        } else open = null;
        causes.push(...reflections(source, text));
      }
    }
  }
  return { examples, causes, measures };
}

/** A sentence, cut where a cue for another example stands inside it. */
function pieces(source: Source, sentence: Span): readonly Span[] {
  const cuts: number[] = [];
  for (const clause of clauses(source.text, sentence)) {
    if (clause.start === sentence.start) continue;
    const opens = cueAt(source, clause) !== null;
    const label = labelOf(source.text, { start: clause.start, end: sentence.end }, source.hits);
    if (opens || (label && source.text.charAt(label.end - 1) === '：')) cuts.push(clause.start);
  }
  const starts = [sentence.start, ...cuts];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? sentence.end }));
}

/** The cue for an example that opens a stretch. */
export function cueAt({ hits }: Source, span: Span): Span | null {
  const cue = hits.at('example-cue', span.start);
  return cue && cue.end <= span.end ? { start: cue.start, end: cue.end } : null;
}

const opensCause = ({ hits }: Source, span: Span): boolean => hits.at('cause-opener', span.start) !== undefined;

const opensMeasure = ({ hits }: Source, span: Span): boolean => hits.at('measure-opener', span.start) !== undefined;

/** Whether a sentence still tells of the occurrence before it. */
function continues({ hits }: Source, span: Span, { isSpecific }: Specificity): boolean {
  if (hits.at('continuation', span.start)) return true;
  if (hits.at('generalisation', span.start)) return false;
  return isSpecific(span);
}

/** Clauses of a sentence that reflect on it: from their cue to the end of the sentence or to what it led to. */
function reflections(source: Source, sentence: Span): readonly Span[] {
  const { hits, text } = source;
  const inside = clauses(text, sentence);
  const from = inside.findIndex((clause, i) => i > 0 && hits.at('cause-clause', clause.start));
  const first = inside[from];
  if (!first) return [];
  const stop = inside.findIndex((clause, i) => i > from && hits.at('consequence', clause.start));
  const end = (stop < 0 ? sentence.end : inside[stop - 1]?.end) ?? sentence.end;
  return [{ start: first.start, end: withoutMark(text, end) }];
}

const withoutMark = (text: string, end: number): number => ('，。；：'.includes(text.charAt(end - 1)) ? end - 1 : end);
