import { overlaps, type Span, slice } from '../document/span.js';
import type { Take } from './evidence.js';
import { type Figured, outside } from './figures.js';

/** Named documents: 《…》. */
export function documents({ text }: Figured, span: Span, take: Take): void {
  const words = slice(text, span);
  if (!words.includes('《')) return;
  for (const { 0: name, index } of words.matchAll(/《[^《》\n]{1,60}》/g)) {
    const start = span.start + index;
    take({ start, end: start + name.length }, true);
  }
}

/** Projects, campaigns and events: named (农村人居环境整治三年行动), or pointed at (这次疫情防控). */
export function projects(source: Figured, span: Span, take: Take): void {
  named(source, span, ['evidence-project', 'evidence-project-not'], BOUNDARIES, take);
  pointedAt(source, span, 'evidence-event', take);
}

/** Meetings: named, pointed at (上次组织生活会), or told to be over (全会结束后); regular ones are weak. */
export function meetings(source: Figured, span: Span, take: Take): void {
  const { hits } = source;
  named(source, span, ['evidence-meeting', 'evidence-meeting-not'], BOUNDARIES, take);
  pointedAt(source, span, 'evidence-meeting', take);
  pointedAt(source, span, 'evidence-meeting-regular', take);
  for (const meeting of hits.in('evidence-meeting-attended', span)) take(meeting, true);
  for (const meeting of hits.in('evidence-meeting', span))
    if (hits.at('evidence-meeting-event', meeting.end)) take(meeting, true);
  for (const meeting of hits.in('evidence-meeting-regular', span)) take(meeting, false);
}

/** Places: named, or with the name left out on purpose (某村, XX镇). */
export function places(source: Figured, span: Span, take: Take): void {
  const { hits } = source;
  const takeNamed = onlyNamed(take);
  named(source, span, ['evidence-place', 'evidence-place-not'], WITHOUT_VERBS, takeNamed);
  // 石匣村, 柳坪镇: two or three characters between the boundary of a name and an ending of one character.
  named(source, span, ['evidence-place-short', 'evidence-place-not'], WITHOUT_VERBS, (place, isNamed) => {
    const name = { start: place.start, end: place.end - 1 };
    const length = name.end - name.start;
    if (length >= NAMED && length <= SHORT && !hits.has(name, 'name-boundary-short'))
      takeNamed(place, isNamed);
  });
  for (const category of ['evidence-place-placeholder', 'evidence-place-known'])
    for (const place of hits.in(category, span)) take(place, true);
}

const SHORT = 3;

/** Persons in a named post, definite offices. */
export function persons(source: Figured, span: Span, take: Take): void {
  const takeNamed = onlyNamed(take);
  named(source, span, ['evidence-role', 'evidence-role-generic'], WITHOUT_VERBS, takeNamed);
  named(source, span, ['evidence-unit-named', 'evidence-unit-not'], WITHOUT_VERBS, takeNamed);
  for (const unit of without(source, span, 'evidence-unit', 'evidence-unit-not')) take(unit, true);
}

/** Situations that are told without time, place or person. */
export function situations(source: Figured, span: Span, take: Take): void {
  for (const situation of without(source, span, 'evidence-situation', 'evidence-situation-not'))
    if (source.text.charAt(situation.end) !== '的') take(situation, false);
}

/** Hits of a category that no hit of another one overlaps. */
const without = ({ hits }: Figured, span: Span, category: string, general: string): readonly Span[] =>
  outside(hits.in(category, span), hits.in(general, span));

/** Longest name before its ending, and shortest that names something. */
const LONGEST = 12;
const NAMED = 2;

/** Endings of a category, unless general, with the name before them; definite when a name is there. */
function named(
  source: Figured,
  span: Span,
  [category, general]: readonly [string, string],
  boundaries: readonly string[],
  take: Take,
): void {
  const { hits } = source;
  for (const ending of hits.in(category, span)) {
    const start = nameStart(source, span.start, ending.start, boundaries);
    const around = { start: Math.max(span.start, start - 2), end: Math.min(span.end, ending.end + 2) };
    const not = hits.in(general, around);
    if (not.some((other) => overlaps(other, ending))) continue;
    const covered = not.reduce(
      (sum, other) => sum + Math.max(0, Math.min(other.end, ending.start) - Math.max(other.start, start)),
      0,
    );
    take({ start, end: ending.end }, ending.start - start - covered >= NAMED);
  }
}

const onlyNamed =
  (take: Take): Take =>
  (place, isNamed) => {
    if (isNamed) take(place, true);
  };

/** Names of places and offices hold no verbs; names of projects and meetings may (人居环境整治行动). */
const BOUNDARIES = ['name-boundary'];
const WITHOUT_VERBS = [...BOUNDARIES, 'name-boundary-verb'];

/** Back from an ending to where the name before it begins: Han characters, letters and digits, no boundary. */
function nameStart(
  { text, hits }: Figured,
  from: number,
  end: number,
  boundaries: readonly string[],
): number {
  let start = end;
  while (start > from && end - start < LONGEST && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
  const name = { start, end };
  for (const boundary of boundaries) start = Math.max(start, hits.last(boundary, name)?.end ?? 0);
  return start;
}

const NAME_CHARACTER = /[\u4e00-\u9fffA-Za-z0-9]/;

/** 这次…, 上次…: words of a category behind a determiner, with at most a few characters between. */
function pointedAt({ text, hits }: Figured, span: Span, category: string, take: Take): void {
  for (const { start, end } of hits.in('evidence-determiner', span)) {
    const next = hits.first(category, { start: end, end: Math.min(span.end, end + LONGEST) });
    if (next && !/[，。；]/.test(text.slice(end, next.start))) take({ start, end: next.end }, true);
  }
}
