import { overlaps, type Span } from '../document/span.js';
import type { EvidenceSpan } from './evidence.js';
import { type Figured, outside } from './figures.js';

/** Named documents: 《…》. */
export function documents({ text }: Figured, span: Span): readonly EvidenceSpan[] {
  const words = text.slice(span.start, span.end);
  return [...words.matchAll(/《[^《》\n]{1,60}》/g)].map(({ 0: { length }, index }): EvidenceSpan => {
    const start = span.start + index;
    return { start, end: start + length, kind: 'document', definite: true };
  });
}

/** Projects, campaigns and events: named (农村人居环境整治三年行动), or pointed at (这次疫情防控). */
export function projects(source: Figured, span: Span): readonly EvidenceSpan[] {
  return [
    ...named(source, span, 'evidence-project', 'evidence-project-not').map(
      (found): EvidenceSpan => ({ ...found, kind: 'project' }),
    ),
    ...pointedAt(source, span, 'evidence-event').map(
      (found): EvidenceSpan => ({ ...found, kind: 'project', definite: true }),
    ),
  ];
}

/** Meetings: named, pointed at (上次组织生活会), or told to be over (全会结束后); regular ones are weak. */
export function meetings(source: Figured, span: Span): readonly EvidenceSpan[] {
  const { hits } = source;
  const held = hits.in('evidence-meeting', span).filter(({ end }) => hits.at('evidence-meeting-event', end));
  const regular = hits.in('evidence-meeting-regular', span);
  return [
    ...named(source, span, 'evidence-meeting', 'evidence-meeting-not').map(
      (found): EvidenceSpan => ({ ...found, kind: 'meeting' }),
    ),
    ...pointedAt(source, span, 'evidence-meeting').map(
      (found): EvidenceSpan => ({ ...found, kind: 'meeting', definite: true }),
    ),
    ...pointedAt(source, span, 'evidence-meeting-regular').map(
      (found): EvidenceSpan => ({ ...found, kind: 'meeting', definite: true }),
    ),
    ...hits
      .in('evidence-meeting-attended', span)
      .map(({ start, end }): EvidenceSpan => ({ start, end, kind: 'meeting', definite: true })),
    ...held.map(({ start, end }): EvidenceSpan => ({ start, end, kind: 'meeting', definite: true })),
    ...regular.map(({ start, end }): EvidenceSpan => ({ start, end, kind: 'meeting', definite: false })),
  ];
}

/** Places: named, or with the name left out on purpose (某村, XX镇). */
export function places(source: Figured, span: Span): readonly EvidenceSpan[] {
  const { hits } = source;
  const plain = [...hits.in('evidence-place-placeholder', span), ...hits.in('evidence-place-known', span)];
  return [
    ...[
      ...named(source, span, 'evidence-place', 'evidence-place-not', WITHOUT_VERBS),
      ...shortPlaces(source, span),
    ]
      .filter((found) => found.definite)
      .map((found): EvidenceSpan => ({ ...found, kind: 'place' })),
    ...plain.map(({ start, end }): EvidenceSpan => ({ start, end, kind: 'place', definite: true })),
  ];
}

/** 石匣村, 柳坪镇: two or three characters between the boundary of a name and an ending of one character. */
function shortPlaces(source: Figured, span: Span): readonly Named[] {
  const { hits } = source;
  return named(source, span, 'evidence-place-short', 'evidence-place-not', WITHOUT_VERBS).filter(
    ({ start, end }) => {
      const length = end - 1 - start;
      return (
        length >= NAMED &&
        length <= SHORT &&
        hits.in('name-boundary-short', { start, end: end - 1 }).length === 0
      );
    },
  );
}

const SHORT = 3;

/** Persons in a named post, definite offices. */
export function persons(source: Figured, span: Span): readonly EvidenceSpan[] {
  return [
    ...named(source, span, 'evidence-role', 'evidence-role-generic', WITHOUT_VERBS).filter(
      (found) => found.definite,
    ),
    ...named(source, span, 'evidence-unit-named', 'evidence-unit-not', WITHOUT_VERBS).filter(
      (found) => found.definite,
    ),
    ...without(source, span, 'evidence-unit', 'evidence-unit-not').map((place) => ({
      ...place,
      definite: true,
    })),
  ].map((found): EvidenceSpan => ({ ...found, kind: 'person' }));
}

/** Situations that are told without time, place or person. */
export function situations(source: Figured, span: Span): readonly EvidenceSpan[] {
  return without(source, span, 'evidence-situation', 'evidence-situation-not')
    .filter(({ end }) => source.text.charAt(end) !== '的')
    .map((found): EvidenceSpan => ({ ...found, kind: 'situation', definite: false }));
}

/** Hits of a category that no hit of another one overlaps. */
const without = ({ hits }: Figured, span: Span, category: string, general: string): readonly Span[] =>
  outside(hits.in(category, span), hits.in(general, span)).map(({ start, end }) => ({ start, end }));

/** Longest name before its ending, and shortest that names something. */
const LONGEST = 12;
const NAMED = 2;

interface Named extends Span {
  readonly definite: boolean;
}

/** Endings of a category with the name before them; definite when a name is there. */
function named(
  source: Figured,
  span: Span,
  category: string,
  general: string,
  boundaries: readonly string[] = ['name-boundary'],
): readonly Named[] {
  const { hits } = source;
  return hits.in(category, span).flatMap((ending): readonly Named[] => {
    const start = nameStart(source, span.start, ending.start, boundaries);
    const around = { start: Math.max(span.start, start - 2), end: Math.min(span.end, ending.end + 2) };
    const not = hits.in(general, around);
    if (not.some((other) => overlaps(other, ending))) return [];
    const covered = not.reduce(
      (sum, other) => sum + Math.max(0, Math.min(other.end, ending.start) - Math.max(other.start, start)),
      0,
    );
    return [{ start, end: ending.end, definite: ending.start - start - covered >= NAMED }];
  });
}

/** Names of places and offices hold no verbs; names of projects and meetings may (人居环境整治行动). */
const WITHOUT_VERBS = ['name-boundary', 'name-boundary-verb'];

/** Back from an ending to where the name before it begins: Han characters, letters and digits, no boundary. */
function nameStart(
  { text, hits }: Figured,
  from: number,
  end: number,
  boundaries: readonly string[],
): number {
  let start = end;
  while (start > from && end - start < LONGEST && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
  return Math.max(
    start,
    ...boundaries.map((category) => hits.in(category, { start, end }).at(-1)?.end ?? start),
  );
}

const NAME_CHARACTER = /[\u4e00-\u9fffA-Za-z0-9]/;

/** 这次…, 上次…: words of a category behind a determiner, with at most a few characters between. */
function pointedAt({ text, hits }: Figured, span: Span, category: string): readonly Span[] {
  return hits.in('evidence-determiner', span).flatMap(({ start, end }) => {
    const next = hits.in(category, { start: end, end: Math.min(span.end, end + LONGEST) })[0];
    return next && !/[，。；]/.test(text.slice(end, next.start)) ? [{ start, end: next.end }] : [];
  });
}
