import type { Span } from '../document/span.js';
import { sentences } from '../language/sentences.js';
import type { Part } from '../outline/outline.js';
import type { Item } from '../outline/tree.js';
import type { Source } from './source.js';
import { titleOf } from './title.js';

/** An item of a cause or measure part. Units of the reading. */
export interface PartItem {
  readonly title: Span;
  readonly span: Span;
  readonly stretches: readonly Span[];
  /** Number of the item in its list, where it has one. */
  readonly ordinal: number | null;
  /** Index of the part in the outline. */
  readonly part: number;
}

/**
 * The items of all parts with a role: numbered items where there are some, otherwise one a paragraph, or one a
 * sentence in a paragraph that a label introduces (整改措施：…；…).
 */
export function partItems(source: Source, role: 'causes' | 'measures'): readonly PartItem[] {
  return source.outline.parts.flatMap((part, index) =>
    part.role === role ? itemsOf(source, part, index) : [],
  );
}

function itemsOf(source: Source, part: Part, index: number): readonly PartItem[] {
  const items = part.items
    .flatMap((item) => lowest(source, item))
    .map((item) => numbered(source, item, index));
  const paragraphs = part.loose.filter((span) => !introduces(source, span));
  if (items.length > 0) {
    // Beside numbered items a paragraph is an item only when it names its own problem.
    const own = paragraphs.filter((span) => source.hits.at('measure-for', span.start));
    return [...items, ...own.map((span) => unnumbered(source, span, index))].sort(
      (a, b) => a.span.start - b.span.start,
    );
  }
  const split = isLabelled(source, part) || (part.role === 'measures' && part.by === 'content');
  const spans = split
    ? paragraphs.flatMap((span) => statements(source, span)).filter((span) => !announces(source, span))
    : paragraphs;
  return spans.map((span) => unnumbered(source, span, index));
}

/** Items that only head others (a bare heading with numbered paragraphs below) give way to these. */
function lowest(source: Source, item: Item): readonly Item[] {
  if (item.form === 'paragraph' && item.children.length > 1)
    return item.children.flatMap((child) => lowest(source, child));
  const inner = item.children.filter((child) => child.form === 'numbered' && child.marker?.opensParagraph);
  const onlyHeads = item.own.length <= 1 && inner.length > 1 && !/[。；]/.test(textOf(source, item));
  return onlyHeads ? inner.flatMap((child) => lowest(source, child)) : [item];
}

const textOf = ({ text }: Source, { own }: Item): string =>
  own.map((span) => text.slice(span.start, span.end - 1)).join('');

function numbered(source: Source, item: Item, part: number): PartItem {
  const stretches = gather(item);
  return {
    title: titleOf(source, stretches),
    span: item.span,
    stretches,
    ordinal: item.marker?.ordinal ?? null,
    part,
  };
}

function gather(item: Item): readonly Span[] {
  const spans = [...item.own, ...item.children.flatMap(gather)];
  return spans.sort((a, b) => a.start - b.start);
}

function unnumbered(source: Source, span: Span, part: number): PartItem {
  const [first] = sentences(source.text, span);
  const lead = first
    ? [first, ...(first.end < span.end ? [{ start: first.end, end: span.end }] : [])]
    : [span];
  return { title: titleOf(source, lead), span, stretches: [span], ordinal: null, part };
}

/** A sentence that only leads over to the list. */
const introduces = ({ text, hits }: Source, span: Span): boolean =>
  text.charAt(span.end - 1) === '：' || (span.end - span.start < 100 && hits.has(span, 'pointing-back'));

/** A short sentence that only announces what follows (今后我从三个方面改。). */
const announces = ({ text, hits }: Source, span: Span): boolean =>
  span.end - span.start <= LONGEST_ANNOUNCEMENT &&
  hits.at('turn-measures', span.start) !== undefined &&
  !/\d/.test(text.slice(span.start, span.end));

const LONGEST_ANNOUNCEMENT = 24;

const isLabelled = ({ text }: Source, part: Part): boolean =>
  part.title !== null && /[：】）]$/.test(text.slice(part.title.start, part.title.end));

/**
 * The statements of a paragraph: one a sentence, or one between semicolons where it has some. A statement that
 * only says who does it or by when (由办公室负责。) belongs to the one before.
 */
function statements({ text, hits }: Source, span: Span): readonly Span[] {
  const found: Span[] = [];
  const add = (start: number, end: number): void => {
    const last = found.at(-1);
    if (last && hits.at('measure-continuation', start)) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  };
  for (const sentence of sentences(text, span)) {
    let start = sentence.start;
    for (let i = sentence.start; i < sentence.end; i++)
      if (text.charAt(i) === '；' || i === sentence.end - 1) {
        add(start, i + 1);
        start = i + 1;
      }
  }
  return found;
}
