import type { PartRole } from '../dictionaries/schema.js';
import { firstMark, type Span } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { clauses } from '../language/sentences.js';
import { headingOf } from './heading.js';
import type { MarkerStyle } from './markers.js';
import type { Item } from './tree.js';
import { turns } from './turns.js';

/** What a document is divided into: items, and paragraphs that belong to none. */
export type Block = ItemBlock | { readonly kind: 'text'; readonly span: Span };
export interface ItemBlock {
  readonly kind: 'item';
  readonly item: Item;
}

/** Roles that a block without heading can have, in the order in which they follow each other. */
const GUESSED = ['opening', 'problems', 'causes', 'measures'] as const;
type GuessedRole = (typeof GUESSED)[number];

interface Source {
  readonly text: string;
  readonly hits: Hits;
}

/** What speaks for each role of a block. */
type Weights = Readonly<Record<GuessedRole, number>>;

/** Added to every weight, so that a single word decides nothing. */
const DOUBT = 1;
/** Price of a step back in the order (measures, then problems of the next field), in logarithms of odds. */
const STEP_BACK = 4;
/** Price of a step forward; a block like the one before is of the same role where little speaks against it. */
const STEP_ON = 0.4;
/** How far into a block its opening words reach, in UTF-16 units. */
const OPENING_WORDS = 40;

/**
 * Roles by wording for the blocks of the root that no heading has claimed. Each run of such blocks is divided so
 * that the wording of its blocks fits best in all, since opening, problems, causes and measures follow each
 * other in this order: one sentence of resolve among the problems makes no part of measures.
 *
 * @returns for each block its role; undefined where a heading has claimed it
 */
export function guessRoles(
  source: Source,
  blocks: readonly Block[],
  roles: ReadonlyMap<Item, readonly PartRole[]>,
): readonly (GuessedRole | undefined)[] {
  const weights = blocks.map((block, index) =>
    headedRole(block, roles) === undefined ? weigh(source, block, index) : NOTHING,
  );
  // What stands before the first problem that a number or heading shows is the opening.
  const firstProblem = blocks.findIndex(
    (block, index) =>
      headedRole(block, roles) === 'problems' ||
      (block.kind === 'item' &&
        headedRole(block, roles) === undefined &&
        block.item.form !== 'paragraph' &&
        leads(weights[index], 'problems')),
  );
  // A text that begins in the middle of a list (4.…) has lost its opening.
  const first = blocks[firstProblem];
  const cut = first?.kind === 'item' && (first.item.marker?.ordinal ?? 1) > 1;
  const headings = headingsOf(blocks, roles);
  const guessed: (GuessedRole | undefined)[] = blocks.map(() => undefined);
  let before: PartRole | null = null;
  for (let from = 0; from < blocks.length; from++) {
    const headed = headedRole(blocks[from], roles);
    if (headed !== undefined) {
      before = lastRole(blocks[from], roles) ?? headed;
      continue;
    }
    let to = from;
    while (to < blocks.length && headedRole(blocks[to], roles) === undefined) to++;
    const weightsAt = (index: number): Weights => {
      const block = blocks[index];
      if (index < firstProblem && block?.kind === 'text' && !cut) return ONLY.opening;
      if (isBeforeProblems(block, index, headings)) return ONLY.opening;
      if (isBetween(source, blocks, index, headings)) return ONLY.causes;
      return weights[index] ?? NOTHING;
    };
    divide({ from, to, before, weightsAt }, guessed);
    before = guessed[to - 1] ?? before;
    from = to - 1;
  }
  return guessed;
}

/** The role that a heading gives a block. */
export const headedRole = (
  block: Block | undefined,
  roles: ReadonlyMap<Item, readonly PartRole[]>,
): PartRole | undefined => (block?.kind === 'item' ? roles.get(block.item)?.[0] : undefined);

/** Blocks `[from, to)` that no heading has claimed. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** The role in front of them. */
  readonly before: PartRole | null;
  readonly weightsAt: (index: number) => Weights;
}

/** Finds the likeliest sequence of roles for a run of blocks. */
function divide({ from, to, before, weightsAt }: Run, guessed: (GuessedRole | undefined)[]): void {
  const start = GUESSED.findIndex((role) => role === before);
  // A document that begins without heading begins with its opening or its problems.
  const entry = (i: number): number => (start >= 0 ? step(start, i) : i < 2 ? 0 : STEP_BACK);
  const count = GUESSED.length;
  // By role: the odds of the likeliest way to it; by block and role: the role before it on this way.
  let odds = new Float64Array(count);
  let next = new Float64Array(count);
  const steps = new Uint8Array((to - from) * count);
  const own = new Float64Array(count);
  let latest: Weights | null = null;
  for (let index = from; index < to; index++) {
    const weights = weightsAt(index);
    if (weights !== latest) weighOdds(weights, before === null, own);
    latest = weights;
    for (let i = 0; i < count; i++) {
      const last = index === from ? -1 : likeliest(odds, i);
      next[i] = (own[i] ?? 0) + (last < 0 ? -entry(i) : (odds[last] ?? 0) - step(last, i));
      steps[(index - from) * count + i] = last;
    }
    const free = odds;
    odds = next;
    next = free;
  }
  let role = likeliest(odds, null);
  for (let index = to - 1; index >= from; index--) {
    guessed[index] = GUESSED[role];
    role = steps[(index - from) * count + role] ?? 0;
  }
}

/** The odds of each role by the words of one block. */
function weighOdds(weights: Weights, mayOpen: boolean, odds: Float64Array): void {
  const weightOf = (role: GuessedRole): number =>
    (role === 'opening' && !mayOpen ? 0 : weights[role]) + DOUBT;
  const total = GUESSED.reduce((sum, role) => sum + weightOf(role), 0);
  GUESSED.forEach((role, i) => {
    odds[i] = Math.log(weightOf(role) / total);
  });
}

/** The first of the likeliest roles, each at the price of the step to another; null asks for no step. */
function likeliest(odds: Float64Array, to: number | null): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < odds.length; from++) {
    const own = (odds[from] ?? 0) - (to === null ? 0 : step(from, to));
    if (own <= most) continue;
    best = from;
    most = own;
  }
  return best;
}

const step = (from: number, to: number): number => (from === to ? 0 : to > from ? STEP_ON : STEP_BACK);

const NOTHING: Weights = { opening: 0, problems: 0, causes: 0, measures: 0 };
const ONLY: Readonly<Record<GuessedRole, Weights>> = {
  opening: { ...NOTHING, opening: 99 },
  problems: { ...NOTHING, problems: 99 },
  causes: { ...NOTHING, causes: 99 },
  measures: { ...NOTHING, measures: 99 },
};

const leads = (weight: Weights | undefined, role: GuessedRole): boolean =>
  weight !== undefined && GUESSED.every((other) => weight[other] <= weight[role]);

/** What speaks for each role in the wording of a block. */
function weigh({ text, hits }: Source, block: Block, index: number): Weights {
  const span = block.kind === 'item' ? block.item.span : block.span;
  if (block.kind === 'item' && hasRows(block.item)) return ONLY.problems;
  for (const role of ['measures', 'causes'] as const) if (turns(text, span, hits, role)) return ONLY[role];
  const tells = hits.begins(TELLING, span.start, span.end);
  const isField = isFieldLike(text, block, hits);
  const occurred = occurrences(text, span);
  if (!tells && !isField && occurred === 0 && (block.kind === 'item' || index > 1)) return NOTHING;
  const inside = tells || isField ? clauses(text, span) : [];
  const count = (category: string): number => (tells ? hits.count(category, span) : 0);
  const atStart = (category: string): number =>
    tells ? inside.filter((clause) => hits.at(category, clause.start)).length : 0;
  const opening = { start: span.start, end: Math.min(span.end, span.start + OPENING_WORDS) };
  const admitted = count('shortfall');
  const cues = count('opening-cue');
  return {
    opening:
      block.kind === 'item' ? 0 : cues > 0 && admitted <= 3 ? 6 * cues : index < 2 && admitted === 0 ? 3 : 0,
    problems:
      2 * admitted +
      2 * count('occurrence') +
      2 * count('example-cue') +
      2 * occurred +
      (isField ? inside.length : 0),
    causes:
      atStart('cause-opener') +
      (tells && hits.at('cause-opener', span.start) ? 3 : 0) +
      count('reflection') +
      count('cause-core') +
      2 * count('because') +
      (tells && hits.has(opening, 'part-causes') ? 3 : 0),
    measures:
      atStart('measure-verb') + 2 * count('measure-opener') + 2 * count('future') + 2 * count('pledge'),
  };
}

/** Categories of words that speak for a role. */
const TELLING = [
  ...['shortfall', 'opening-cue', 'occurrence', 'example-cue', 'cause-opener', 'reflection', 'cause-core'],
  ...['because', 'part-causes', 'measure-verb', 'measure-opener', 'future', 'pledge'],
];

/** How many dated occurrences a stretch tells of; a month before which something is to be done is none. */
function occurrences(text: string, span: Span): number {
  if (firstMark(text, span, '年月') === span.end) return 0;
  const words = text.slice(span.start, span.end);
  return words.match(/\d{1,2}月(?!底?前|底|末|起)|[去今前上]年|20\d\d年(?!底?前|\d)/g)?.length ?? 0;
}

/**
 * Whether a block is a numbered part in front of the one that is headed as problems (一、履职情况 of a report on
 * duties): the problems have their own number, so this is none of them.
 */
const isBeforeProblems = (block: Block | undefined, index: number, { lastProblems }: Headings): boolean =>
  (lastProblems.get(styleOf(block)) ?? -1) > index;

/** What the headings of blocks say, looked up once for all. */
interface Headings {
  readonly roles: readonly (PartRole | undefined)[];
  readonly hasCauses: boolean;
  /** Index of the last block headed as problems, by the style of its number. */
  readonly lastProblems: ReadonlyMap<MarkerStyle | undefined, number>;
}

function headingsOf(blocks: readonly Block[], roles: ReadonlyMap<Item, readonly PartRole[]>): Headings {
  const own = blocks.map((block) => headedRole(block, roles));
  const lastProblems = new Map<MarkerStyle | undefined, number>();
  blocks.forEach((block, index) => {
    const style = styleOf(block);
    if (own[index] === 'problems' && style !== undefined) lastProblems.set(style, index);
  });
  return { roles: own, hasCauses: own.includes('causes'), lastProblems };
}

const styleOf = (block: Block | undefined): MarkerStyle | undefined =>
  block?.kind === 'item' ? block.item.marker?.style : undefined;

/**
 * Whether a block holds the causes under a heading in unusual words: a numbered part between the problems and
 * the measures, when nothing else is headed as causes and its text gives reasons.
 */
function isBetween(
  { hits }: Source,
  blocks: readonly Block[],
  index: number,
  { roles, hasCauses }: Headings,
): boolean {
  const block = blocks[index];
  if (block?.kind !== 'item' || !block.item.marker) return false;
  if (roles[index - 1] !== 'problems' || hasCauses) return false;
  const reasons = hits.count('because', block.item.span) + hits.count('cause-core', block.item.span);
  return roles[index + 1] === 'measures' ? reasons > 0 : reasons > 1;
}

/** Whether a block begins by naming a field (…方面). */
function isFieldLike(text: string, block: Block, hits: Hits): boolean {
  if (block.kind === 'item') return hits.has(headingOf(text, block.item), 'dimension-form');
  const { span } = block;
  if (!hits.has(span, 'field-end')) return false;
  return hits.has({ start: span.start, end: clauses(text, span)[0]?.end ?? span.end }, 'field-end');
}

const hasRows = (item: Item): boolean =>
  item.form === 'row' || item.children.some((child) => child.form === 'row');

/** The role of the last part that opens inside a headed block. */
function lastRole(
  block: Block | undefined,
  roles: ReadonlyMap<Item, readonly PartRole[]>,
): PartRole | undefined {
  if (block?.kind !== 'item') return undefined;
  const last = (item: Item): PartRole | undefined => {
    for (const child of [...item.children].reverse()) {
      const role = roles.has(child) ? (last(child) ?? roles.get(child)?.[0]) : last(child);
      if (role) return role;
    }
    return undefined;
  };
  return last(block.item) ?? roles.get(block.item)?.[0];
}
