import type { Profile } from '../dictionaries/schema.js';
import { type Span, trim } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import type { Outline } from '../outline/outline.js';
import type { Item } from '../outline/tree.js';
import type { HeadingDimensions } from './dimensions.js';
import type { HeadingMatches, PreparedProfiles } from './headings.js';

/** Least score of a cell that names a dimension, and the longest such cell. */
const SURE = 0.8;
const LONGEST_CELL = 60;
/** Among so many cells at the start of a row one names its dimension. */
const FIRST_CELLS = 3;

/**
 * What the cells at the start of table rows name in each profile: a dimension in a cell of its own, or before the
 * problem (理论学习方面：…). Cells that name nothing surely are left out, the same words are read once.
 */
export function matchesOfRows(
  text: string,
  hits: Hits,
  { parts }: Outline,
  profiles: PreparedProfiles,
): readonly HeadingMatches[] {
  const found = new Map<string, HeadingMatches>();
  const look = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.form !== 'row') {
        look(item.children);
        continue;
      }
      for (const cell of firstCells(text, item.span)) {
        const words = fieldIn(text, hits, cell);
        if (words === null || found.has(words)) continue;
        const sure = [...profiles.match(words)].filter(([, matches]) =>
          matches.some(({ score }) => score >= SURE),
        );
        found.set(words, new Map(sure));
      }
    }
  };
  for (const part of parts) if (part.role === 'problems') look(part.items);
  return [...found.values()].filter(({ size }) => size > 0);
}

/**
 * The dimensions that table rows name in a cell of their own (对照方面 | 存在问题 | …) or before the problem
 * (理论学习方面：…). A row that leaves that cell empty goes on with the row above.
 */
export function dimensionsOfRows(
  text: string,
  hits: Hits,
  { parts }: Outline,
  profiles: PreparedProfiles,
  profile: Profile,
): ReadonlyMap<Item, HeadingDimensions> {
  const found = new Map<Item, HeadingDimensions>();
  if (profile.dimensions.length === 0) return found;
  const look = (items: readonly Item[]): void => {
    let column = -1;
    let above: HeadingDimensions | undefined;
    for (const child of items) {
      if (child.form !== 'row') {
        look(child.children);
        continue;
      }
      const cells = firstCells(text, child.span);
      const named = cells.map((cell) => dimensionIn(text, hits, cell, profiles, profile));
      const at = named.findIndex((dimension) => dimension !== undefined);
      if (at >= 0) {
        column = at;
        above = named[at];
      } else if (column < 0 || !isEmpty(cells[column])) above = undefined;
      if (above) found.set(child, above);
    }
  };
  for (const part of parts) if (part.role === 'problems') look(part.items);
  return found;
}

const isEmpty = (cell: Span | undefined): boolean => cell !== undefined && cell.end <= cell.start;

function dimensionIn(
  text: string,
  hits: Hits,
  cell: Span,
  profiles: PreparedProfiles,
  profile: Profile,
): HeadingDimensions | undefined {
  const words = fieldIn(text, hits, cell);
  if (words === null) return undefined;
  const [best] = [...(profiles.match(words).get(profile) ?? [])].sort((a, b) => b.score - a.score);
  return best && best.score >= SURE ? { dimensions: [best.dimension], confidence: best.score } : undefined;
}

/** The words of a cell that may name a dimension: all, or up to 方面 where a colon follows it. */
function fieldIn(text: string, hits: Hits, cell: Span): string | null {
  const field = hits.in('field-end', cell).find(({ end }) => /[：:]/.test(text.charAt(end)));
  const own = { start: cell.start, end: field?.end ?? cell.end };
  const words = text.slice(own.start, own.end);
  if (words.length < 4 || words.length > LONGEST_CELL || /[\d。；]/.test(words)) return null;
  return hits.has(own, 'vague-intensity', 'complete-predicate', 'shortfall') ? null : words;
}

function firstCells(text: string, row: Span): readonly Span[] {
  const cells: Span[] = [];
  let { start } = row;
  for (let i = row.start; i <= row.end && cells.length < FIRST_CELLS; i++)
    if (i === row.end || text.charAt(i) === '\t') {
      cells.push(trim(text, { start, end: i }));
      start = i + 1;
    }
  return cells;
}
