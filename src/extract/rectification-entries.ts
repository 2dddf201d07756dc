import { contains, type Span } from '../document/span.js';
import { chineseNumber } from '../language/chinese-number.js';
import type { Numeral } from '../language/numerals.js';
import { countsIn, type Figured, inside, isArticle } from './figures.js';

/**
 * What a figure of an account counts. `all`: no figure, all are done; `allOf`: so many, all of them done;
 * `total`: problems or tasks, of which the text does not say that they were found; `voiced`: criticism that others
 * put forward, which is the total only where problems are not counted.
 */
export type EntryRole =
  | 'aspects'
  | 'found'
  | 'total'
  | 'voiced'
  | 'done'
  | 'ongoing'
  | 'rate'
  | 'all'
  | 'allOf';

/** One figure of an account. Units of the reading. */
export interface Entry extends Span {
  readonly role: EntryRole;
  readonly value: number;
  /** Problems and their tasks; or the measures against them, which are counted apart. */
  readonly of: 'problems' | 'measures' | 'same';
  /** Stands behind 其中 or the like: a part of the figure before it. */
  readonly part: boolean;
  /** 基本完成2项: not quite done, where others are said to be done. */
  readonly mostly: boolean;
  /** 剩余, 其余, 未完成的: all that are not done, whatever they are divided into later. */
  readonly rest: boolean;
}

/**
 * Words that say what became of problems; `settled`: 已整改到位, which tells of all only behind a figure; `verb`:
 * 整改, 落实, which tell of success only right before one; `plan`: 限期整改, which never do.
 */
export type Cue = Span & {
  readonly kind: 'found' | 'done' | 'ongoing' | 'all' | 'settled' | 'verb' | 'plan';
};

/** Reads the figures of one clause. */
export function readEntries(source: Figured, clause: Span, cues: readonly Cue[]): readonly Entry[] {
  const { hits } = source;
  const all = cues.find(({ kind }) => kind === 'all');
  const counts = countsIn(source, clause).filter((count) => isCount(source, count, cues));
  if (counts.length === 0 && !all) return [];
  const among = hits.first('rectification-among', clause);
  const entries = counts.flatMap((count, i): readonly Entry[] => {
    const role = roleOf(source, clause, count, { before: counts[i - 1], after: counts[i + 1] }, cues);
    if (!role) return [];
    const rest = hits
      .in('rectification-rest', { start: clause.start, end: count.start })
      .some(({ end }) => count.start - end <= 2);
    const part = among !== undefined && among.start < count.start;
    const { start, end, value } = count;
    const mostly = role === 'done' && isMostly(source, clause, count, counts[i - 1]);
    return [
      {
        start,
        end,
        value,
        role,
        of: role === 'rate' ? 'same' : subjectOf(source, clause, count),
        part,
        mostly,
        rest,
      },
    ];
  });
  const aspects = namedAspects(source, clause, entries);
  if (!all || entries.some(({ role }) => role === 'allOf' || role === 'done'))
    return [...aspects, ...entries];
  return [
    ...aspects,
    ...entries,
    {
      start: all.start,
      end: all.end,
      role: 'all',
      value: 0,
      of: hits.has(
        { start: Math.max(clause.start, all.start - REACH), end: all.start },
        'rectification-other',
      )
        ? 'measures'
        : 'problems',
      part: among !== undefined,
      mostly: false,
      rest: false,
    },
  ];
}

/** 对照“四个带头”查摆出问题16个: the theme counts the aspects. */
function namedAspects({ text, hits }: Figured, clause: Span, entries: readonly Entry[]): readonly Entry[] {
  const found = entries.find(({ role }) => role === 'found');
  if (!found || entries.some(({ role }) => role === 'aspects')) return [];
  const named = hits.last('rectification-named-aspects', { start: clause.start, end: found.start });
  const value = named && chineseNumber(text.charAt(named.start));
  if (!named || !value) return [];
  const { start, end } = named;
  return [{ start, end, value, role: 'aspects', of: 'same', part: false, mostly: false, rest: false }];
}

/** Cue words of a clause, in order: of two that overlap the longer one. */
export function cuesIn({ hits }: Figured, clause: Span): readonly Cue[] {
  const all: Cue[] = [];
  for (const [kind, category] of CUES)
    for (const { start, end } of hits.in(category, clause)) all.push({ start, end, kind });
  if (all.length === 0) return all;
  return (
    all
      .filter(
        (cue) =>
          !all.some(
            (other) => other !== cue && contains(other, cue) && other.end - other.start > cue.end - cue.start,
          ),
      )
      // 整改任务, 完成时限: a noun, nothing is done yet.
      .filter(
        ({ kind, end }) =>
          kind !== 'plan' &&
          (kind !== 'verb' || !hits.at('rectification-bare', end)) &&
          (kind !== 'done' || !hits.at('rectification-noun', end)),
      )
      .sort((a, b) => a.start - b.start)
  );
}

const CUES: readonly (readonly [Cue['kind'], string])[] = [
  ['found', 'rectification-found'],
  ['done', 'rectification-done'],
  ['ongoing', 'rectification-ongoing'],
  ['all', 'rectification-all'],
  ['settled', 'rectification-settled'],
  ['verb', 'rectification-done-bare'],
  ['plan', 'rectification-plan'],
];

/** Categories of the words that {@link cuesIn} finds. */
export const CUE_CATEGORIES = CUES.map(([, category]) => category);

function isCount({ text, hits }: Figured, count: Numeral, cues: readonly Cue[]): boolean {
  if (count.kind === 'percent') return true;
  const counts = hits.in('rectification-unit', count).some(({ end }) => end === count.end);
  // 一个是…，一个是…: articles, unless a cue stands right before (仅剩一个).
  const article = isArticle(text, count);
  return count.kind === 'count' && counts && (!article || cues.some(({ end }) => end === count.start));
}

interface Neighbours {
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

function roleOf(
  source: Figured,
  clause: Span,
  count: Numeral,
  near: Neighbours,
  cues: readonly Cue[],
): EntryRole | null {
  const { text, hits } = source;
  if (count.kind === 'percent') {
    const named = hits.in('rectification-rate', { start: clause.start, end: count.start });
    return named.some(({ end }) => count.start - end <= CLOSE) ? 'rate' : null;
  }
  const aspect = hits.in('rectification-aspect', {
    start: count.start,
    end: Math.min(clause.end, count.end + ASPECT),
  });
  if (aspect.some(({ start }) => start <= count.end)) return 'aspects';
  const ahead = cues.findLast(
    ({ start, end, kind }) =>
      end <= count.start &&
      count.start - end <= (kind === 'verb' ? CLOSE : REACH) &&
      start >= (near.before?.end ?? 0) &&
      !text.slice(end, count.start).includes('、'),
  );
  const handed = hits.first('rectification-handed', { start: count.end, end: clause.end });
  if (handed && handed.start - count.end <= CLOSE) return null;
  const behind = cues.find(
    ({ start, end, kind }) =>
      kind !== 'verb' &&
      start >= count.end &&
      start - count.end <= FAR &&
      start < (near.after?.start ?? clause.end) &&
      !leadsTo(text, end, near.after),
  );
  if (ahead && ahead.kind !== 'found' && ahead.kind !== 'ongoing') return 'done';
  if (ahead?.kind === 'ongoing') {
    const rest = hits.has({ start: ahead.start, end: count.start }, 'rectification-rest');
    return rest && behind && isSettled(source, count, behind) ? 'done' : 'ongoing';
  }
  if (ahead?.kind === 'found') return isVoiced(source, clause, count) ? 'voiced' : 'found';
  if (behind?.kind === 'all' || behind?.kind === 'settled') return 'allOf';
  if (behind?.kind === 'done' || behind?.kind === 'ongoing') return behind.kind;
  const opening = cues.findLast(({ end, kind }) => kind !== 'verb' && end <= count.start);
  if (opening?.kind === 'found') return 'found';
  return hits.at('rectification-object', count.end) || endsClause(text, count.end) ? 'total' : null;
}

/** 提出批评意见3条, 提出3条批评意见. */
function isVoiced({ hits }: Figured, clause: Span, count: Span): boolean {
  const before = hits.last('rectification-voiced', { start: clause.start, end: count.start });
  return before?.end === count.start || hits.at('rectification-voiced', count.end) !== undefined;
}

/** 其余2项也已完成; but 剩余的1个预计6月底完成 is still to be done. */
const isSettled = ({ hits, dates }: Figured, count: Span, { kind, start, end }: Cue): boolean =>
  kind !== 'ongoing' &&
  kind !== 'found' &&
  !hits.has({ start: count.end, end }, 'rectification-deadline') &&
  inside(dates, { start: count.end, end: start }).length === 0;

/** 基本完成2项, 2项基本完成. */
function isMostly({ hits }: Figured, clause: Span, count: Span, before: Span | undefined): boolean {
  const ahead = hits.last('rectification-most', { start: before?.end ?? clause.start, end: count.start });
  return (
    (ahead !== undefined && count.start - ahead.end <= REACH) ||
    hits.at('rectification-most', count.end) !== undefined
  );
}

const endsClause = (text: string, end: number): boolean =>
  end === text.length || '，。；：、\n'.includes(text.charAt(end));

/** Longest 个大类 behind a figure. */
const ASPECT = 3;
/** How far a cue may stand before its figure; before one that it leads up to; behind its figure. */
const REACH = 5;
const CLOSE = 2;
const FAR = 14;

/** 已整改9项: the cue belongs to the figure behind it. */
const leadsTo = (text: string, end: number, next: Span | undefined): boolean =>
  next !== undefined && next.start - end <= CLOSE && !text.slice(end, next.start).includes('、');

/** Whether a figure counts problems or the measures against them (41条措施, 措施落实38条). */
function subjectOf({ text, hits }: Figured, clause: Span, count: Span): 'problems' | 'measures' {
  if (hits.at('rectification-object', count.end)) return 'problems';
  const from = Math.max(clause.start, count.start - REACH);
  if (hits.last('rectification-object', { start: from, end: count.start })?.end === count.start)
    return 'problems';
  const to = Math.min(clause.end, count.end + REACH);
  const comma = text.slice(count.end, to).search(/[，、；]/);
  const near = { start: from, end: comma < 0 ? to : count.end + comma };
  return hits.has(near, 'rectification-other') ? 'measures' : 'problems';
}
