import type { Dimension, Profile } from '../dictionaries/schema.js';
import type { Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { headingOf } from '../outline/heading.js';
import type { Outline } from '../outline/outline.js';
import type { Item } from '../outline/tree.js';
import { assignHeadings, type HeadingMatch, type HeadingMatches } from './headings.js';

/** The dimensions that an item's heading names, with the certainty of the match. */
export interface HeadingDimensions {
  readonly dimensions: readonly Dimension[];
  /** 0 … 1 */
  readonly confidence: number;
}

/** Certainty of a heading that was matched only because its number fits the one dimension left over. */
const BY_ELIMINATION = 0.6;

/** What names more dimensions than this announces them (围绕…六个方面) and heads none. */
const MOST_NAMED = 3;

/** Deepest level of the outline at which headings of dimensions are looked for. */
const DEEPEST = 4;

/** Items of the problem parts whose heading may name a dimension, in order of the text. */
export function headingItems({ parts, openers }: Outline): readonly Item[] {
  const found: Item[] = [];
  const look = (item: Item, depth: number): void => {
    if (openers.has(item) || item.form === 'row' || item.form === 'label') return;
    found.push(item);
    if (depth < DEEPEST) for (const child of item.children) look(child, depth + 1);
  };
  for (const part of parts) if (part.role === 'problems') for (const item of part.items) look(item, 1);
  return found;
}

/**
 * The words of an item's heading that may name a dimension: up to 方面 where it has that; empty when the heading
 * itself says what is wrong (遵守政治纪律不严格) and so is a problem's lead.
 */
export function fieldHeading(text: string, hits: Hits, item: Item): string {
  const heading = headingOf(text, item);
  const form = hits.in('field-end', heading).at(-1);
  if (form) {
    const rest = { start: form.end, end: heading.end };
    const goesOn =
      rest.end > rest.start && !/[，、：（]/.test(text.charAt(rest.start)) && admitsIn(hits, rest);
    if (!goesOn) return text.slice(heading.start, form.end);
  }
  return admitsIn(hits, heading) ? '' : text.slice(heading.start, heading.end);
}

const admitsIn = (hits: Hits, span: Span): boolean =>
  hits.has(span, 'vague-intensity', 'complete-predicate', 'shortfall');

/**
 * Matches the headings of a document with the dimensions of a profile.
 *
 * Headings of dimensions are siblings: a match at another level than most is dropped. Where one heading among
 * matched siblings has no match and one dimension is left over, the two belong together when their numbers
 * agree: a heading in another year's wording still holds its place.
 *
 * @param items see `headingItems`
 * @param headings what the heading of each item names, see `PreparedProfiles.match`
 */
export function dimensionsByHeading(
  text: string,
  hits: Hits,
  items: readonly Item[],
  headings: readonly HeadingMatches[],
  profile: Profile,
): ReadonlyMap<Item, HeadingDimensions> {
  const matched = assignHeadings(headings.map((heading) => heading.get(profile) ?? []));
  const level = mainLevel(items, matched);
  const found = new Map<Item, HeadingDimensions>();
  matched.forEach((matches, i) => {
    const item = items[i];
    if (!item || matches.length === 0 || (level !== null && levelOf(item) !== level)) return;
    if (matches.length > MOST_NAMED) return;
    const dimensions = matches.map(({ dimension }) => dimension);
    found.set(item, { dimensions, confidence: Math.min(...matches.map(({ score }) => score)) });
  });
  byElimination(text, items, hits, profile, found);
  return found;
}

const levelOf = (item: Item): string => item.marker?.style ?? item.form;

/** The way of numbering that most matches share; null when there is only one match. */
function mainLevel(items: readonly Item[], matched: readonly (readonly HeadingMatch[])[]): string | null {
  const scores = new Map<string, number>();
  let count = 0;
  matched.forEach((matches, i) => {
    const item = items[i];
    if (!item || matches.length === 0) return;
    count++;
    scores.set(
      levelOf(item),
      (scores.get(levelOf(item)) ?? 0) + matches.reduce((sum, { score }) => sum + score, 0),
    );
  });
  if (count < 2) return null;
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function byElimination(
  text: string,
  items: readonly Item[],
  hits: Hits,
  profile: Profile,
  found: Map<Item, HeadingDimensions>,
): void {
  const first = items.find((item) => found.has(item));
  if (!first?.marker) return;
  const named = new Set(
    [...found.values()].flatMap(({ dimensions }) => dimensions.map(({ ordinal }) => ordinal)),
  );
  const left = profile.dimensions.filter(({ ordinal }) => !named.has(ordinal));
  for (const item of items) {
    if (found.has(item) || item.parent !== first.parent || item.marker?.style !== first.marker.style)
      continue;
    const heading = headingOf(text, item);
    const dimension = left.find(({ ordinal }) => ordinal === item.marker?.ordinal);
    if (!dimension) continue;
    // The only one left over needs no form of its own when it heads a list as its siblings do.
    const heads = left.length === 1 && item.own.length === 1 && item.children.length > 1;
    if (!heads && !hits.has(heading, 'dimension-form')) continue;
    found.set(item, { dimensions: [dimension], confidence: BY_ELIMINATION });
  }
}

/** Whether an item's heading names a field (…方面) rather than a shortcoming. */
export function isFieldHeading(text: string, hits: Hits, item: Item): boolean {
  const words = fieldHeading(text, hits, item);
  const { start } = headingOf(text, item);
  return hits
    .in('field-end', { start, end: start + words.length })
    .some((hit) => hit.end === start + words.length);
}

/** The dimensions of the nearest heading above an item, or of its own. */
export function dimensionsOf(
  item: Item,
  found: ReadonlyMap<Item, HeadingDimensions>,
): HeadingDimensions | null {
  for (let up: Item | null = item; up; up = up.parent) {
    const match = found.get(up);
    if (match) return match;
  }
  return null;
}
