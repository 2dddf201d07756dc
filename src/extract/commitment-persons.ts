import { overlaps, type Span } from '../document/span.js';
import { appointed, assigned, inPerson, invited, lastPost, person, rota } from './commitment-posts.js';
import type { CommitmentSpan } from './commitments.js';
import { countsIn, type Figured, inside } from './figures.js';

/** Longest name of an office, and longest rest of a piece that is quoted with it. */
const LONGEST_NAME = 20;
const LONGEST_REST = 16;

/**
 * Who answers for a measure: 由…牵头, …负总责, 牵头单位：…, 交…存档, 请…到场, a post with an act of its own, the
 * writer in person. At most one a piece.
 */
export function persons(source: Figured, piece: Span): readonly CommitmentSpan[] {
  const found =
    labelled(source, piece) ??
    by(source, piece) ??
    leading(source, piece) ??
    handed(source, piece) ??
    invited(source, piece) ??
    assigned(source, piece) ??
    rota(source, piece) ??
    appointed(source, piece) ??
    inPerson(source, piece);
  return found ? [found] : [];
}

/** 牵头单位：局办公室 — the colon ends the clause, so the label stands right before the piece; or 牵头领导为副局长. */
function labelled(source: Figured, piece: Span): CommitmentSpan | null {
  const reach = { start: Math.max(0, piece.start - 8), end: piece.end };
  for (const { start, end } of source.hits.in('commitment-label', reach)) {
    if (end < piece.start) continue;
    const until = source.text.slice(end, piece.end).search(NAME_ENDS);
    const name = { start: end, end: until < 0 ? piece.end : end + until };
    const length = name.end - name.start;
    if (length > 0 && length <= LONGEST_NAME) return person(source, start, name.end, name);
  }
  return null;
}

const NAME_ENDS = /[，；。（）]/;

/** 由办公室主任牵头 · 由组织委员当场记录 */
function by(source: Figured, piece: Span): CommitmentSpan | null {
  const { hits } = source;
  const not = hits.in('commitment-by-not', { start: Math.max(0, piece.start - 1), end: piece.end });
  for (const hit of hits.in('commitment-by', piece)) {
    if (not.some((other) => overlaps(other, hit))) continue;
    const name = nameOf(source, { start: hit.end, end: piece.end });
    if (name.end <= name.start || name.end - name.start > LONGEST_NAME) continue;
    // 由四个部门合并上门 · 由9项减到4项: so many, but nobody in particular; 由两名副局长包片 is.
    const [count] = countsIn(source, name);
    if (
      count?.unit &&
      count.start === name.start &&
      !hits.at('commitment-head', count.end - count.unit.length)
    )
      continue;
    const verb = hits.at('commitment-person-verb', name.end);
    const rest = nextTime(source, { start: name.end, end: piece.end });
    const end =
      verb && verb.end <= piece.end
        ? verb.end
        : rest === piece.end && piece.end - name.end <= LONGEST_REST
          ? piece.end
          : name.end;
    return person(source, hit.start, end, name);
  }
  return null;
}

/** A name ends before what is to be done or when; where neither is known, behind its last office. */
function nameOf(source: Figured, span: Span): Span {
  const { hits, dates } = source;
  const post = hits.at('commitment-post', span.start);
  if (post && post.end <= span.end) return { start: span.start, end: lastPost(source, post, span.end) };
  const offices = hits.in('commitment-office', span);
  // 书记 holds a character of 记录: what is part of an office's name ends none.
  const verb = hits
    .in('commitment-person-end', span)
    .find((hit) => hit.start > span.start && !offices.some((office) => overlaps(office, hit)));
  const end = Math.min(verb?.start ?? span.end, inside(dates, span)[0]?.start ?? span.end);
  return { start: span.start, end: end < span.end ? end : (offices.at(-1)?.end ?? span.start) };
}

const nextTime = ({ dates }: Figured, span: Span): number => inside(dates, span)[0]?.start ?? span.end;

/** 局党组书记负总责 · 我亲自督办 */
function leading(source: Figured, piece: Span): CommitmentSpan | null {
  const { text, hits } = source;
  for (const lead of hits.in('commitment-lead', piece)) {
    if (hits.in('commitment-lead-not', piece).some((other) => overlaps(other, lead))) continue;
    // 会计主管 holds 主管.
    const posts = hits.in('commitment-post', piece);
    if (posts.some((post) => post.start < lead.start && overlaps(post, lead))) continue;
    const before = { start: piece.start, end: lead.start };
    const office = hits.last('commitment-office', before);
    if (!office || text.slice(office.end, lead.start).trim().length > 1) continue;
    const start = nameStart(source, piece.start, office);
    return person(source, start, lead.end, { start, end: office.end });
  }
  return null;
}

/** 教案交车间技术组存档: who gets it and looks after it. */
function handed(source: Figured, piece: Span): CommitmentSpan | null {
  const { hits } = source;
  for (const hand of hits.in('commitment-hand', piece)) {
    const check = hits.last('commitment-check', { start: hand.end, end: piece.end });
    if (!check || !closes(source.text, piece, check.end) || hits.at('commitment-hand-not', hand.start))
      continue;
    const name = { start: hand.end, end: check.start };
    const length = name.end - name.start;
    if (length < 2 || length > LONGEST_NAME || countsIn(source, name).length > 0) continue;
    if (hits.has(name, 'commitment-office')) return person(source, hand.start, check.end, name);
  }
  return handedOver(source, piece);
}

/** 原件移交县纪委: into whose hands, to the end of the piece. */
function handedOver(source: Figured, piece: Span): CommitmentSpan | null {
  const { hits } = source;
  const hand = hits.last('commitment-hand-over', piece);
  if (!hand || hits.at('commitment-hand-not', hand.start)) return null;
  const name = { start: hand.end, end: piece.end };
  if (name.end - name.start > LONGEST_NAME || countsIn(source, name).length > 0) return null;
  const post = hits.last('commitment-post', name);
  return post?.end === piece.end ? person(source, hand.start, piece.end, name) : null;
}

/** To the end of its piece, or another act follows: 交学生会保管、每周开箱. */
const closes = (text: string, piece: Span, end: number): boolean =>
  end === piece.end || text.charAt(end) === '、';

/** Back from the last word of an office to where its name begins. */
function nameStart({ hits, dates }: Figured, from: number, office: Span): number {
  const before = { start: Math.max(from, office.start - LONGEST_NAME), end: office.start };
  const boundary = hits.last('commitment-person-end', before)?.end ?? before.start;
  const date = inside(dates, before).at(-1)?.end ?? before.start;
  return Math.max(before.start, boundary, date);
}
