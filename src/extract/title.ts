import { firstMark, type Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { clauses } from '../language/sentences.js';
import { behindBullet } from '../outline/tree.js';
import { admits, type Source } from './source.js';

/** Longest lead sentence of several clauses that is a title as a whole; longer ones run into the text. */
const LONGEST_LEAD = 28;
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
 * @param says whether the item names a shortcoming, a cause or a resolve
 * @returns the title; empty at the start when there is no text
 */
export function titleOf(source: Source, stretches: readonly Span[], says: Says = 'shortcoming'): Span {
  const { text } = source;
  const [whole] = stretches;
  if (!whole) return { start: 0, end: 0 };
  const first = { start: behindTransition(source, whole), end: whole.end };
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
  const run = { start: lead.start, end };
  return unmarked(
    text,
    says === 'measure' ? undated(source, resolved(source, run)) : named(source, run, says, hasMore),
  );
}

type Says = 'shortcoming' | 'cause' | 'measure';

/** 先说学习，… · 再说干劲。…: words that only lead over to the item are no part of its title. */
function behindTransition({ text, hits }: Source, span: Span): number {
  const { end } = span;
  const start = behindLoneNumber(text, { start: behindBullet(text, span), end });
  const transition = hits.at('transition', start);
  if (!transition) return behindTurn(text, behindNaming(text, start, end), end, hits);
  let at = transition.end;
  while (at < end && at - start <= LONGEST_TRANSITION && !'，。：'.includes(text.charAt(at))) at++;
  return at + 1 < end && '，。：'.includes(text.charAt(at)) ? at + 1 : start;
}

/** 一是 with no 二是 numbers nothing, but is no part of the title either; nor is 主要是 behind a field. */
function behindLoneNumber(text: string, { start, end }: Span): number {
  const number = LONE.exec(text.slice(start, Math.min(end, start + 6)));
  return number && start + number[0].length < end ? start + number[0].length : start;
}

const LONE = /^(?:一是(?![非旦])|第一，|主要(?:是|表现[为在])(?!因))/;

/** 首先是理论学习。我…: a sentence that only names the topic is no part of the title. */
function behindNaming(text: string, start: number, end: number): number {
  const named = /^是[^，。；：不没少差]{2,8}[。：]/.exec(text.slice(start, start + LONGEST_TRANSITION + 2));
  return named && start + named[0].length < end ? start + named[0].length : start;
}

/** 下一步，支部将这样改：…: a turn to the measures that ends in a colon is no part of the first one. */
function behindTurn(text: string, start: number, end: number, hits: Hits): number {
  if (!hits.at('turn-measures', start)) return start;
  const colon = text.slice(start, start + LONGEST_TURN).search(/[：。]/);
  return colon > 0 && text.charAt(start + colon) === '：' && start + colon + 1 < end
    ? start + colon + 1
    : start;
}

/** Longest turn to the measures, its colon included. */
const LONGEST_TURN = 24;

/** Longest transition, its mark not included. */
const LONGEST_TRANSITION = 10;

/** Up to the first 。；！？ of the stretch, the mark included. */
function leadSentence({ text }: Source, stretch: Span): Span {
  const stop = firstMark(text, stretch, '。；！？');
  return stop < stretch.end ? { start: stretch.start, end: stop + 1 } : stretch;
}

/** Where an example or a reflection starts inside the lead. */
function firstCue({ text, hits }: Source, lead: Span): number {
  for (const hit of hits.in('example-cue', lead))
    if (hit.start > lead.start && /[，：—]/.test(text.charAt(hit.start - 1))) return hit.start - 1;
  return Number.POSITIVE_INFINITY;
}

/** From the start to the end of the clause in which the shortcoming is named. */
function named(source: Source, lead: Span, says: Says, hasMore: boolean): Span {
  const inside = clauses(source.text, lead);
  const [first, second] = inside;
  if (!first || !second) return glued(source, lead);
  if (leadsByColon(source, first)) return glued(source, first);
  const topic = isTopic(source, first);
  // 政治判断方面：就事论事，看不出背后的分量。 A short sentence behind its topic is the lead as a whole.
  const tells = !hasMore && /\d/.test(source.text.slice(lead.start, lead.end));
  if (topic && !tells && lead.end - second.start <= LONGEST_LEAD) return { start: lead.start, end: lead.end };
  // 图书馆是清水衙门，底子薄、编制少：全馆在编38人，… A colon parts the lead from its explanation.
  const parted = inside.find(({ end }) => source.text.charAt(end - 1) === '：');
  if (parted && parted !== first && parted.end - lead.start <= LONGEST_LEAD)
    return { start: lead.start, end: parted.end };
  const telling = topic ? inside.slice(1) : inside;
  const index = telling.findIndex((clause) => admits(source, clause));
  const clause = telling[index];
  // 能够按时参加组织生活，…，但批评的质量不高: what is conceded first belongs to the lead.
  const concedes =
    source.hits.at('concession', telling[0]?.start ?? lead.start) !== undefined ||
    (clause !== undefined && index > 0 && source.hits.at('turning', clause.start) !== undefined);
  if (clause && (concedes || clause.end - lead.start <= LONGEST_NAMING)) {
    const next = telling[index + 1];
    const { end } = glued(source, clause);
    // 党性修养不够，理想信念弱化，…: two short halves name one shortcoming.
    const halves =
      next && end >= clause.end - 1 && next.end - lead.start <= LONGEST_HALVES && admits(source, next);
    return { start: lead.start, end: halves ? next.end : end };
  }
  // Where nothing is admitted in the first words, enough of them to tell what it is about.
  const least = says === 'cause' ? SHORTEST_CAUSE : LONGEST_TOPIC + 1;
  const enough = inside.find(
    ({ end }) => end - lead.start >= least && end > (topic ? first.end : lead.start),
  );
  return { start: lead.start, end: glued(source, enough ?? lead).end };
}

/** Furthest that a shortcoming may be named behind the start of its lead, where the lead concedes nothing first. */
const LONGEST_NAMING = 30;
/** Longest lead of two halves that each name a shortcoming. */
const LONGEST_HALVES = 16;
/** Shortest beginning of a cause's lead that tells something (任务重、时间紧，…). */
const SHORTEST_CAUSE = 30;

/**
 * Whether a clause only names what the item is about: …方面： or a few words (干事的劲头：) that admit nothing and
 * tell nothing that has happened (政绩观偏了：).
 */
const isTopic = (source: Source, clause: Span): boolean =>
  source.hits.in('field-end', clause).some((hit) => hit.end === clause.end - 1) ||
  RESPECT.test(source.text.slice(clause.start, clause.end)) ||
  (source.text.charAt(clause.end - 1) === '：' &&
    clause.end - clause.start <= LONGEST_WORDS &&
    !/[了过得]/.test(source.text.slice(clause.start, clause.end)) &&
    !admits(source, clause));

/** 在党内生活上， says what the item is about, 在会上， where something happened. */
const RESPECT = /^在[^，]{2,10}上，$/;

/** Whether a clause is a whole lead with its explanation behind a colon (学得零碎：年底前只读完…). */
const leadsByColon = (source: Source, clause: Span): boolean =>
  source.text.charAt(clause.end - 1) === '：' && !isTopic(source, clause);

/** Longest words before a colon that only name a topic, the colon included. */
const LONGEST_WORDS = 6;

const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST_TOPIC;

/**
 * From the start to the end of the clause that says what will be done: the first, and the second too where the
 * first only names what it is about (凡联名的事项，党委先议…) or the second goes on in the same tone.
 */
function resolved(source: Source, lead: Span): Span {
  const { text, hits } = source;
  const [first, second] = clauses(text, lead);
  if (!first || !second) return lead;
  // 如实报数：从一季度起…: a colon parts the resolve from how it is done, unless it only follows a place (学习上：).
  if (text.charAt(first.end - 1) === '：' && !PLACE.test(text.slice(first.start, first.end))) return first;
  const dated = DEADLINE.test(text.slice(second.start, second.end));
  const agent = hits.at('measure-agent', second.start);
  const longest = text.charAt(second.start) === '由' ? LONGEST_HANDED : LONGEST_OBJECT;
  const about =
    (isShort(first) && !(dated && first.end - first.start === LONGEST_TOPIC)) ||
    hits.at('measure-for', first.start) !== undefined ||
    (first.end - first.start <= longest && agent !== undefined) ||
    isTopic(source, first);
  const alike =
    first.end - first.start <= LONGEST_HALF &&
    second.end - first.start <= LONGEST_LEAD &&
    hits.at('measure-tone', second.start) !== undefined;
  return { start: lead.start, end: about || alike ? second.end : first.end };
}

/** Words that only say where a resolve applies. */
const PLACE = /(?:方面|上|中|里|内)：$/;
/** A clause that opens with the day by which something is done: what stands before it is complete. */
const DEADLINE = /^(?:\d{1,2}月|[今明]年|年底|上半年|下半年)/;
/** Longest clause that only names what the next one deals with (柴油货车欠的764辆，我带着…), its mark included. */
const LONGEST_OBJECT = 14;
/** The same in front of 由…: a longer clause is complete, and only says further who does it. */
const LONGEST_HANDED = 10;
/** Longest first half of a resolve in two halves (弘扬优良家风，净化社交圈), its mark included. */
const LONGEST_HALF = 12;

/** 石潭班线改造3月15日前上站务会: up to the deadline where the words before it name the work by themselves. */
function undated({ text, hits }: Source, title: Span): Span {
  const date = text.slice(title.start, title.end).search(/\d{1,2}月(?:\d{1,2}日|底|初|末)?前/);
  const work = { start: title.start, end: title.start + date };
  return date > 0 && hits.in('work-name', work).some(({ end }) => end === work.end) ? work : title;
}

/** 之所以…，是因为…: the sentence up to the reason itself. */
function reasonOf({ text, hits }: Source, lead: Span): Span {
  const inside = clauses(text, lead);
  const reason = inside.find((clause, i) => i > 0 && hits.at('because-of', clause.start));
  return { start: lead.start, end: reason?.end ?? lead.end };
}

/**
 * Cuts off text that runs on without a mark: behind a complete predicate (…不够紧密往往是…), or before the date of
 * an occurrence behind a shortcoming (…拉不下脸去年6月…).
 */
function glued({ text, hits }: Source, clause: Span): Span {
  for (const hit of predicatesIn(hits, clause)) {
    const rest = clause.end - hit.end;
    if (rest < SHORTEST_GLUED || GOES_ON.test(text.charAt(hit.end))) continue;
    // 不够谨慎，…: a word or two before the next mark belong to the predicate.
    if (text.slice(hit.end, hit.end + SHORTEST_GLUED).search(/[，。；：]/) < 0)
      return { start: clause.start, end: hit.end };
  }
  if (firstMark(text, clause, '年月') === clause.end) return clause;
  const date = DATED.exec(text.slice(clause.start, clause.end));
  const before = date && { start: clause.start, end: clause.start + date[0].length };
  return before && hits.has(before, 'contrast') && !/[，：；]/.test(date[0]) ? before : clause;
}

function predicatesIn(hits: Hits, clause: Span): readonly Span[] {
  const vague = hits.in('vague-intensity', clause);
  const complete = hits.in('complete-predicate', clause);
  if (vague.length === 0 || complete.length === 0) return vague.length === 0 ? complete : vague;
  return [...vague, ...complete].sort((a, b) => a.start - b.start);
}

/** What stands before a date: some characters, and one that leads up to no date. */
const DATED =
  /^.{5,30}?[^在到从自于至以距离了过的我是\d年月，。；：、“（](?=(?:20\d\d年|[去今前上]年\d|\d{1,2}月(?:\d|份|底|初|中旬)))/;

function unmarked(text: string, span: Span): Span {
  let { end } = span;
  while (end > span.start && /[。；，：、！？\s]/.test(text.charAt(end - 1))) end--;
  return { start: span.start, end };
}
