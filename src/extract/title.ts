import type { Span } from '../document/span.js';
import { clauses } from '../language/sentences.js';
import { admits, type Source } from './source.js';

/** Longest lead sentence of several clauses that is a title as a whole; longer ones run into the text. */
const LONGEST_LEAD = 25;
/** Longest lead sentence of one clause. */
const LONGEST_CLAUSE = 60;
/** Longest clause that only names a topic, its mark included. */
const LONGEST_TOPIC = 6;
/** Shortest text behind the naming of a shortcoming that shows a lead without any mark behind it. */
const SHORTEST_GLUED = 5;
/** What may follow a complete predicate without ending it: 不够深入的问题, 不强等. */
const GOES_ON = /[的地得了着过、，。；：！？等和与及又而且并也或呢吗”’）》]/;

/**
 * The title of an item: its lead, without number and final mark.
 *
 * A lead that is a line or a short sentence of its own is the title as it stands. Where the lead runs into the
 * text — behind a colon, a comma, or without any mark — the title ends where the shortcoming has been named.
 *
 * @param stretches the item's own text, in units of the reading; the first one holds the lead
 * @returns the title; empty at the start when there is no text
 */
export function titleOf(source: Source, stretches: readonly Span[]): Span {
  const { text } = source;
  const [first] = stretches;
  if (!first) return { start: 0, end: 0 };
  const lead = leadSentence(source, first);
  const explains = source.hits.at('because', lead.start);
  if (explains) return unmarked(text, reasonOf(source, lead));
  const isLine = lead.end === first.end && stretches.length > 1;
  const hasMore = lead.end < first.end || stretches.length > 1;
  const words = text.slice(lead.start, lead.end);
  const cue = firstCue(source, lead);
  const end = Math.min(cue, lead.end);
  if (!words.includes('：') && cue >= lead.end) {
    if (isLine && !/[。；]/.test(words.slice(0, -1))) return unmarked(text, glued(source, lead));
    const longest = words.includes('，') ? LONGEST_LEAD : LONGEST_CLAUSE;
    if (hasMore && lead.end - lead.start <= longest) return unmarked(text, glued(source, lead));
  }
  return unmarked(text, named(source, { start: lead.start, end }));
}

/** Up to the first 。；！？ of the stretch, the mark included. */
function leadSentence({ text }: Source, stretch: Span): Span {
  for (let i = stretch.start; i < stretch.end; i++)
    if ('。；！？'.includes(text.charAt(i))) return { start: stretch.start, end: i + 1 };
  return stretch;
}

/** Where an example or a reflection starts inside the lead. */
function firstCue({ text, hits }: Source, lead: Span): number {
  for (const hit of hits.in('example-cue', lead))
    if (hit.start > lead.start && /[，：—]/.test(text.charAt(hit.start - 1))) return hit.start - 1;
  return Number.POSITIVE_INFINITY;
}

/** From the start to the end of the clause in which the shortcoming is named. */
function named(source: Source, lead: Span): Span {
  for (const clause of clauses(source.text, lead)) {
    if (!admits(source, clause)) continue;
    const cut = glued(source, clause);
    return { start: lead.start, end: cut.end };
  }
  const [first, second] = clauses(source.text, lead);
  if (!first) return lead;
  // 学习上，… names only a topic; what is to be done comes behind it.
  const topic = second !== undefined && first.end - first.start <= LONGEST_TOPIC;
  return { start: lead.start, end: topic ? second.end : first.end };
}

/** 之所以…，是因为…: the sentence up to the reason itself. */
function reasonOf({ text, hits }: Source, lead: Span): Span {
  const inside = clauses(text, lead);
  const reason = inside.find((clause, i) => i > 0 && hits.at('because-of', clause.start));
  return { start: lead.start, end: reason?.end ?? lead.end };
}

/** Cuts off text that runs on behind a complete predicate (…不够紧密往往是……) without a mark. */
function glued({ text, hits }: Source, clause: Span): Span {
  const predicates = [...hits.in('vague-intensity', clause), ...hits.in('complete-predicate', clause)];
  for (const hit of predicates.sort((a, b) => a.start - b.start)) {
    const rest = clause.end - hit.end;
    if (rest >= SHORTEST_GLUED && !GOES_ON.test(text.charAt(hit.end)))
      return { start: clause.start, end: hit.end };
  }
  return clause;
}

function unmarked(text: string, span: Span): Span {
  let { end } = span;
  while (end > span.start && /[。；，：、！？\s]/.test(text.charAt(end - 1))) end--;
  return { start: span.start, end };
}
