import type { Analysis } from '../analysis.js';
import { toText } from '../document/document.js';
import { overlaps, type Span, slice } from '../document/span.js';
import { remembered } from '../remembered.js';
import { KIND_NAMES } from './kind-names.js';

/** Unit, posts and name that a document gives as its writer's own. */
export interface Writer {
  readonly units: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Lines of the head in which unit and post stand, and the longest of them, in characters. */
const HEAD_LINES = 4;
const LONGEST_LINE = 60;
/** Behind 作为, in characters. */
const BEHIND = 14;

/** Reads unit, posts and name from the head, and posts from 作为…. */
export const writerOf = remembered((analysis: Analysis): Writer => {
  const { reading } = analysis;
  const { text, hits } = reading;
  const head = headOf(text);
  const posts = [
    ...head,
    ...hits.in('writer-as').map(({ end }) => {
      const behind = text.slice(end, end + BEHIND).split(/[，。；、\n]/, 1)[0] ?? '';
      return { start: end, end: end + behind.length };
    }),
  ].flatMap((span) => hits.in('writer-post', span).at(-1) ?? []);
  return {
    units: new Set(head.flatMap((line) => unitIn(reading, line) ?? [])),
    posts: new Set(posts.map((post) => slice(text, post))),
    names: new Set(head.flatMap((line) => nameIn(analysis, line) ?? [])),
  };
});

/** The first lines, without those that are too long to name somebody. */
function headOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length && lines.length < HEAD_LINES; ) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines.filter((line) => line.end - line.start <= LONGEST_LINE && !slice(text, line).includes('。'));
}

/** A name stands alone behind the post, after a blank that only the document has: 副局长 李明. */
function nameIn({ document, reading }: Analysis, line: Span): string | null {
  const post = reading.hits.in('writer-post', line).at(-1);
  if (!post) return null;
  const behind = toText(document.reading, { start: post.end, end: line.end });
  const { end } = toText(document.reading, post);
  return NAME.exec(document.text.slice(end, behind.end))?.[1] ?? null;
}

const NAME = /^[\s：]+(\p{Script=Han}{1,2}\s?\p{Script=Han}{1,2})\s*$/u;

/** The longest name that a unit's ending closes, from the start of the line. */
function unitIn({ text, hits }: Analysis['reading'], line: Span): string | null {
  const posts = hits.in('writer-post', line);
  const last = hits.in('writer-unit', line).findLast((unit) => !posts.some((post) => overlaps(post, unit)));
  const name = last ? text.slice(line.start, last.end).trimStart().replace(BEFORE_UNIT, '') : '';
  return name.length >= SHORTEST_UNIT ? name : null;
}

const BEFORE_UNIT = /^（?(?:中共|中国共产党)?(?:20\d\d年度?)?/;
const SHORTEST_UNIT = 3;

/** Reasons to think that two documents are of different writers; Chinese, empty when there are none. */
export function differences(before: Analysis, after: Analysis): readonly string[] {
  if (before.kind !== after.kind)
    return [`一份是${KIND_NAMES[before.kind]}材料，一份是${KIND_NAMES[after.kind]}材料`];
  const [earlier, later] = [writerOf(before), writerOf(after)];
  const units = difference('单位', earlier.units, later.units, related);
  if (before.kind !== 'individual') return units;
  const unitKnown = earlier.units.size > 0 && later.units.size > 0;
  // In one unit people rise and change posts.
  const posts =
    unitKnown && units.length === 0 ? [] : difference('职务', earlier.posts, later.posts, promoted);
  return [...units, ...posts, ...difference('姓名', earlier.names, later.names, (a, b) => a === b)];
}

/** Names that hold one another are one unit: 县教育局 and 澄阳县教育局. */
const related = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** 副局长 may have become 局长. */
const promoted = (a: string, b: string): boolean => a.replace(DEPUTY, '') === b.replace(DEPUTY, '');
const DEPUTY = /^(?:常务)?副/;

function difference(
  what: string,
  earlier: ReadonlySet<string>,
  later: ReadonlySet<string>,
  same: (a: string, b: string) => boolean,
): readonly string[] {
  if (earlier.size === 0 || later.size === 0) return [];
  if ([...earlier].some((a) => [...later].some((b) => same(a, b)))) return [];
  const quoted = (names: ReadonlySet<string>): string => [...names].map((name) => `“${name}”`).join('、');
  return [`${what}不同（${quoted(earlier)}；${quoted(later)}）`];
}
