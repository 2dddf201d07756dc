import type { PartRole } from '../dictionaries/schema.js';
import type { Paragraph } from '../document/document.js';
import { type Span, trim } from '../document/span.js';
import type { Hits } from '../language/lexicon.js';
import { headingOf } from './heading.js';
import { headingRoles } from './heading-role.js';
import type { MarkerStyle } from './markers.js';
import type { Item } from './tree.js';
import { type Block, guessRoles, headedRole, type ItemBlock } from './unheaded.js';

/** A stretch of the document with one role. Spans in units of the reading. */
export interface Part {
  readonly role: PartRole;
  /** Heading without its number, or null where the part has none. */
  readonly title: Span | null;
  /** From the heading to the end of the last paragraph. */
  readonly span: Span;
  /** Items of the part, without those that open a part of their own. */
  readonly items: readonly Item[];
  /** Text of the part outside its items, one stretch a paragraph; the heading is not among it. */
  readonly loose: readonly Span[];
  /** Roles that the heading announces besides `role` (问题及原因). */
  readonly merged: readonly PartRole[];
  /** How the role was found: by a heading or label, by its place, or by its wording alone. */
  readonly by: 'heading' | 'place' | 'content';
}

export interface Parts {
  readonly parts: readonly Part[];
  /** Items that open a part of their own; whoever reads an item's text leaves these children out. */
  readonly openers: ReadonlySet<Item>;
}

interface Source {
  readonly text: string;
  readonly hits: Hits;
  readonly paragraphs: readonly Paragraph[];
  /** Number of title paragraphs, and index of the paragraph with which the closing begins. */
  readonly titleTo: number;
  readonly closingFrom: number;
}

interface Draft {
  role: PartRole;
  title: Span | null;
  start: number;
  end: number;
  items: Item[];
  loose: Span[];
  merged: readonly PartRole[];
  by: Part['by'];
  opener: Item | null;
}

/**
 * Divides a document into its parts: by headings and labels first, then by place (title, opening, closing),
 * and by wording where nothing else tells.
 */
export function findParts(source: Source, root: Item): Parts {
  const roles = headedRoles(source, root);
  for (const [item, role] of labelRoles(source, root, roles)) roles.set(item, [role]);
  const holders = holdersOf(roles.keys());
  const parts: Draft[] = [];
  const emit = (role: PartRole, opener: Item | null, by: Part['by'], block: Block): void => {
    const span = block.kind === 'item' ? block.item.span : block.span;
    let part = parts.at(-1);
    if (!part || part.role !== role || part.opener !== opener) {
      const merged = opener ? (roles.get(opener) ?? []).slice(1) : [];
      part = {
        role,
        title: null,
        start: span.start,
        end: span.end,
        items: [],
        loose: [],
        merged,
        by,
        opener,
      };
      parts.push(part);
    }
    part.end = Math.max(part.end, span.end);
    if (block.kind === 'item') part.items.push(block.item);
    else part.loose.push(block.span);
  };

  const visit = (block: ItemBlock, role: PartRole, opener: Item | null, by: Part['by']): void => {
    const { item } = block;
    // Items are handed out whole unless a part of its own opens somewhere inside.
    if (roles.has(item)) {
      openPart(item);
      return;
    }
    emit(role, opener, by, block);
    if (holders.has(item)) for (const inner of outermost(item, roles)) openPart(inner);
  };

  const openPart = (item: Item): void => {
    const [role] = roles.get(item) ?? [];
    if (!role) return;
    const heading = item.form === 'label' ? labelSpan(source.text, item) : headingOf(source.text, item);
    const start = item.span.start;
    parts.push({
      role,
      title: heading,
      start,
      end: heading.end,
      items: [],
      loose: [],
      merged: (roles.get(item) ?? []).slice(1),
      by: 'heading',
      opener: item,
    });
    for (const block of blocksOf(item)) {
      if (block.kind === 'text') {
        const rest = {
          start: Math.max(
            block.span.start,
            item.form === 'label' ? block.span.start : afterHeading(source.text, heading, block.span),
          ),
          end: block.span.end,
        };
        if (rest.end > rest.start) emit(role, item, 'heading', { kind: 'text', span: rest });
      } else visit(block, role, item, 'heading');
    }
  };

  placeLoose(source, root, roles, { emit, visit });
  return { parts: settle(parts, source), openers: new Set(roles.keys()) };
}

/** Roles that headings announce, on the upper levels of the outline. */
function headedRoles({ text, hits }: Source, root: Item): Map<Item, readonly PartRole[]> {
  const roles = new Map<Item, readonly PartRole[]>();
  const look = (item: Item, inherited: PartRole | null, depth: number): void => {
    for (const child of item.children) {
      if (child.form === 'row' || child.form === 'label') continue;
      let role = inherited;
      const inline = child.marker !== null && !child.marker.opensParagraph;
      if (!inline && (inherited === null || inherited === 'problems')) {
        const heading = headingOf(text, child);
        const found = isConfession(hits, heading, child.span) ? [] : headingRoles(text, heading, hits);
        // Inside the problems only another part's heading counts: 存在的问题 there repeats the heading above.
        // 总体情况 of a report on what was found last time is the account of it.
        const told = found[0] === 'opening' && isAccount(text, child.span, hits) ? 'rectification' : found[0];
        if (found[0] && !(inherited === 'problems' && (found[0] === 'problems' || depth > 2))) {
          roles.set(child, told ? [told, ...found.slice(1)] : found);
          role = told ?? null;
        }
      }
      if (depth < 3 && (role === null || role === 'problems')) look(child, role, depth + 1);
    }
  };
  look(root, null, 0);
  return roles;
}

/**
 * Labels (原因：, 整改措施：) that open a part of their own: those that stand once for several problems. A
 * label that recurs behind (nearly) every problem belongs to the problem it follows.
 */
function labelRoles(
  source: Source,
  root: Item,
  roles: ReadonlyMap<Item, readonly PartRole[]>,
): readonly [Item, PartRole][] {
  const found: { item: Item; role: 'causes' | 'measures'; own: boolean | null }[] = [];
  const neighboursOf = openNeighbours(source);
  const look = (item: Item, inherited: PartRole | null): void => {
    const role = roles.get(item)?.[0] ?? inherited;
    if (role !== null && role !== 'problems') return;
    const divided = item.children.some((child) => child.form === 'numbered');
    for (const child of item.children) {
      if (child.form === 'label' && (child.label === 'causes' || child.label === 'measures'))
        found.push({ item: child, role: child.label, own: belongsToProblem(child, divided, neighboursOf) });
      look(child, role);
    }
  };
  look(root, null);
  const votes = found.reduce((sum, { own }) => sum + (own === null ? 0 : own ? 1 : -1), 0);
  return found.filter(({ own }) => !(own ?? votes >= 0)).map(({ item, role }) => [item, role]);
}

/** Whether an item's heading is the name of a field (…方面) and no more. */
function namesField(text: string, hits: Hits, item: Item): boolean {
  const heading = headingOf(text, item);
  return hits.last('field-end', heading)?.end === heading.end;
}

/**
 * Whether a label is the problem's own; null where its neighbours do not tell.
 *
 * @param divided whether its owner has numbered items of its own
 */
function belongsToProblem(label: Item, divided: boolean, neighboursOf: NeighboursOf): boolean | null {
  const owner = label.parent;
  if (owner?.form !== 'numbered') return false;
  if (divided) return false;
  const { count, last, fields, admitting, labelled } = neighboursOf(owner);
  if (count <= 1) return null;
  // Dimensions that carry a label each name a field; problems name a shortcoming.
  if (fields * 2 > count) return false;
  if (admitting * 2 < count && !owner.parent?.marker) return false;
  // Once, behind the last one, it speaks for all of them.
  const alike = labelled.get(label.label) ?? 0;
  return alike === 1 ? last !== owner : alike * 2 >= count;
}

/** An item and those beside it that are numbered in its style. */
interface Neighbours {
  readonly count: number;
  readonly last: Item | undefined;
  /** How many of their headings name a field (…方面) and no more. */
  readonly fields: number;
  /** How many of their headings name a shortcoming. */
  readonly admitting: number;
  /** How many of them have a label, by label. */
  readonly labelled: ReadonlyMap<Item['label'], number>;
}

type NeighboursOf = (item: Item) => Neighbours;

/** Neighbours share what is known of them: it is counted once. */
function openNeighbours({ text, hits }: Source): NeighboursOf {
  const known = new Map<Item | null, Map<MarkerStyle | undefined, Neighbours>>();
  return ({ parent, marker }) => {
    const beside = known.get(parent) ?? new Map<MarkerStyle | undefined, Neighbours>();
    known.set(parent, beside);
    const found = beside.get(marker?.style);
    if (found) return found;
    const alike = (parent?.children ?? []).filter((item) => item.marker?.style === marker?.style);
    const labelled = new Map<Item['label'], number>();
    for (const item of alike)
      for (const label of new Set(item.children.map((child) => child.label)))
        labelled.set(label, (labelled.get(label) ?? 0) + 1);
    const made: Neighbours = {
      count: alike.length,
      last: alike.at(-1),
      fields: alike.filter((item) => namesField(text, hits, item)).length,
      admitting: alike.filter((item) => hits.has(headingOf(text, item), 'shortfall', 'vague-intensity'))
        .length,
      labelled,
    };
    beside.set(marker?.style, made);
    return made;
  };
}

/** The document in order, as far as no heading has claimed it. */
function placeLoose(
  source: Source,
  root: Item,
  roles: ReadonlyMap<Item, readonly PartRole[]>,
  out: {
    emit: (role: PartRole, opener: Item | null, by: Part['by'], block: Block) => void;
    visit: (block: ItemBlock, role: PartRole, opener: Item | null, by: Part['by']) => void;
  },
): void {
  const { text, hits, paragraphs, titleTo, closingFrom } = source;
  const titleEnd = paragraphs[titleTo]?.span.start ?? text.length;
  const closingStart = paragraphs[closingFrom]?.span.start ?? text.length;
  const blocks = flatten(source, root, roles);
  const guessed = guessRoles(source, blocks, roles);
  const firstProblem = guessed.findIndex(
    (role, index) => role === 'problems' || headedRole(blocks[index], roles) !== undefined,
  );
  let opened = false;
  blocks.forEach((block, index) => {
    const role = guessed[index];
    if (block.kind === 'item') {
      out.visit(block, role ?? 'problems', null, 'content');
      return;
    }
    const { span } = block;
    if (span.start < titleEnd) out.emit('title', null, 'place', block);
    else if (span.start >= closingStart) out.emit('closing', null, 'place', block);
    else if (opened && index <= firstProblem && isAccount(text, span, hits))
      out.emit('rectification', null, 'content', block);
    else if (role === undefined || role === 'opening') {
      out.emit('opening', null, 'place', block);
      opened = true;
    } else out.emit(role, null, 'content', block);
  });
}

/** Blocks of the root; headings without number before the first item that says what it is are laid open. */
function flatten(
  { text, hits }: Source,
  root: Item,
  roles: ReadonlyMap<Item, readonly PartRole[]>,
): readonly Block[] {
  const first = root.children.find(
    (child) =>
      child.form !== 'line' || roles.has(child) || child.children.length > 0 || namesField(text, hits, child),
  );
  const zoneEnd = first?.span.start ?? 0;
  const laid: Block[] = [];
  for (const block of blocksOf(root))
    if (block.kind === 'item' && block.item.span.start < zoneEnd)
      for (const inner of blocksOf(block.item)) laid.push(inner);
    else laid.push(block);
  return laid;
}

/** A paragraph or part before the problems that gives account of last year's problems. */
const isAccount = (text: string, span: Span, hits: Hits): boolean =>
  hits.has({ start: span.start, end: Math.min(span.end, span.start + 60) }, 'rectification-opener') &&
  hits.count('rectification-act', span) > 1 &&
  /[\d一二三四五六七八九十][项个条件]/.test(text.slice(span.start, span.end));

/** 廉洁自律情况 heads a field of the problems where shortcomings are admitted below it, otherwise a statement. */
const isConfession = (hits: Hits, heading: Span, { end }: Span): boolean =>
  hits.has(heading, 'discipline-account') &&
  hits.has({ start: heading.end, end }, 'vague-intensity', 'complete-predicate');

/** Own stretches and children of an item in the order of the text. */
function blocksOf(item: Item): readonly Block[] {
  const blocks: Block[] = [];
  let next = 0;
  const takeChildren = (before: number): void => {
    for (let child = item.children[next]; child && child.span.start < before; child = item.children[++next])
      blocks.push({ kind: 'item', item: child });
  };
  for (const span of item.own) {
    takeChildren(span.start);
    blocks.push({ kind: 'text', span });
  }
  takeChildren(Number.POSITIVE_INFINITY);
  return blocks;
}

function outermost(item: Item, roles: ReadonlyMap<Item, readonly PartRole[]>): readonly Item[] {
  return item.children.flatMap((child) => (roles.has(child) ? [child] : outermost(child, roles)));
}

/** Everything that one of the items stands in. */
function holdersOf(items: Iterable<Item>): ReadonlySet<Item> {
  const holders = new Set<Item>();
  for (const item of items)
    for (let up = item.parent; up && !holders.has(up); up = up.parent) holders.add(up);
  return holders;
}

const labelSpan = (text: string, item: Item): Span =>
  trim(text, {
    start: item.span.start,
    end: item.own[0]?.start ?? item.children[0]?.span.start ?? item.span.end,
  });

const afterHeading = (text: string, heading: Span, stretch: Span): number => {
  if (heading.end <= stretch.start || heading.start > stretch.end) return stretch.start;
  let at = heading.end;
  while (at < stretch.end && /[。：\s]/.test(text.charAt(at))) at++;
  return at;
};

/** Cuts parts where the next begins and stretches them over the paragraphs between. */
function settle(drafts: readonly Draft[], { text, paragraphs }: Source): readonly Part[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start);
  let line = 0;
  const lineEndBefore = (start: number): number => {
    while ((paragraphs[line]?.span.start ?? start) < start) line++;
    return Math.min(paragraphs[line - 1]?.span.end ?? 0, start);
  };
  return sorted.map((part, index): Part => {
    const next = sorted[index + 1];
    const start = index === 0 ? 0 : part.start;
    const end = next ? lineEndBefore(next.start) : text.length;
    const { role, title, items, loose, merged, by } = part;
    return { role, title, items, loose, merged, by, span: { start, end: Math.max(end, start) } };
  });
}
