import type { Span } from '../document/span.js';
import type { CommitmentSpan } from './commitments.js';
import { type Figured, inside, outside } from './figures.js';

/** Longest name, longest rest of a piece that is quoted with it, and how far into a clause the post may stand. */
const LONGEST_NAME = 20;
const LONGEST_REST = 16;
const LONGEST_HEAD = 20;

export function person({ text }: Figured, start: number, end: number, name: Span): CommitmentSpan {
  return { start, end, kind: 'person', value: text.slice(name.start, name.end) };
}

/** 请司法所到场答疑 · 委托会计师事务所审计: somebody from outside is given an act. */
export function invited(source: Figured, piece: Span): CommitmentSpan | null {
  const { hits } = source;
  for (const invite of outside(
    hits.in('commitment-invite', piece),
    hits.in('commitment-invite-not', piece),
  )) {
    const reach = { start: invite.end, end: Math.min(piece.end, invite.end + LONGEST_NAME) };
    const guest = hits.has({ start: invite.end, end: piece.end }, 'commitment-guest-act')
      ? hits.first('commitment-guest', reach)
      : undefined;
    const post = hits.first('commitment-post', reach) ?? hits.first('commitment-body', reach) ?? guest;
    if (!post || hits.has({ start: reach.start, end: post.start }, 'commitment-subject-not')) continue;
    const name = { start: invite.end, end: lastPost(source, post, reach.end) };
    const end = piece.end - name.end <= LONGEST_REST ? piece.end : name.end;
    return person(source, invite.start, end, name);
  }
  return null;
}

/** 财务股按月核对 · 所长到党组会上说明情况: a post or an office at the head of a clause with an act of its own. */
export function assigned(source: Figured, piece: Span): CommitmentSpan | null {
  const { hits, dates } = source;
  const reach = { start: piece.start, end: Math.min(piece.end, piece.start + LONGEST_HEAD) };
  for (const post of hits.in('commitment-post', reach)) {
    const from = Math.max(
      piece.start,
      inside(dates, { start: piece.start, end: post.start }).at(-1)?.end ?? 0,
    );
    if (hits.has({ start: from, end: post.start }, 'commitment-subject-not')) continue;
    const end = lastPost(source, post, piece.end);
    const act = actBehind(source, { start: end, end: piece.end });
    if (!act) continue;
    // 财务股按月核对: the period is a commitment of its own.
    const behind = { start: end, end: act.end };
    const timed = inside(dates, behind).length > 0 || hits.has(behind, ...TIMES);
    return person(source, from, timed ? end : act.end, { start: from, end });
  }
  return null;
}

const TIMES = ['commitment-same-period', 'commitment-frequency', 'commitment-deadline'];

/** 班子成员分片包干 · 支委轮值 */
export function rota(source: Figured, piece: Span): CommitmentSpan | null {
  const turn = source.hits.first('commitment-rota', piece);
  return turn ? person(source, turn.start, turn.end, turn) : null;
}

/** 确定一名联络员: not yet by name, but a post that somebody will hold. */
export function appointed(source: Figured, piece: Span): CommitmentSpan | null {
  const post = source.hits.first('commitment-appoint', piece);
  if (!post) return null;
  const start = inside(source.numerals, post)[0]?.end ?? post.start;
  return person(source, post.start, post.end, { start, end: post.end });
}

/** 行长、会计主管轮流值守: the last of several posts in a row. */
export function lastPost({ text, hits }: Figured, post: Span, until: number): number {
  let { end } = post;
  for (const next of hits.in('commitment-post', { start: end, end: until })) {
    if (!JOINS.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

const JOINS = /^(?:(?:以?及|[、和与])[\u4e00-\u9fff]{0,4})?$/;

/** 局长负责制 · 审核人员: the act is part of another word. */
const NO_ACT = /^[制的人感性权者员水工质能]/;

/** What a post is to do: right behind it, or behind how, when and where. */
function actBehind({ text, hits, dates }: Figured, rest: Span): Span | undefined {
  let at = rest.start;
  for (let manner = true; manner; ) {
    const act = hits.at('commitment-act', at);
    if (act && act.end <= rest.end && !NO_ACT.test(text.charAt(act.end))) return act;
    const next =
      hits.at('commitment-manner', at)?.end ??
      inside(dates, { start: at, end: rest.end }).find(({ start }) => start === at)?.end;
    manner = next !== undefined && next <= rest.end;
    at = next ?? at;
  }
  const led = hits.at('commitment-adverbial', at);
  if (!led) return undefined;
  return hits.last('commitment-act', {
    start: led.end,
    end: Math.min(rest.end, led.end + LONGEST_REST),
  });
}

/** 我带队 · 自己动手写 · 我本人到场: not only the subject, but in person. */
export function inPerson({ text, hits }: Figured, piece: Span): CommitmentSpan | null {
  const own = outside(
    hits.in('commitment-in-person', piece),
    hits.in('commitment-in-person-not', piece),
  ).find(({ end }) => text.charAt(end) !== '的');
  if (!own) return null;
  const { start, end } = own;
  return { start, end, kind: 'person', value: text.charAt(start) === '我' ? '我' : '本人' };
}
