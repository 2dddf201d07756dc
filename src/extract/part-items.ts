import type { Span } from '../document/span.js';
import { sentences } from '../language/sentences.js';
import type { Part } from '../outline/outline.js';
import type { Item } from '../outline/tree.js';
import type { Source } from './source.js';
import { readPartRow, type Settled } from './table.js';
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
  /** Whether it is a row of a table, which may name problems of any part. */
  readonly row: boolean;
  /** Cells of its table row that say who and by when. */
  readonly settled: readonly Settled[];
}

/**
 * The items of all parts with a role: numbered items where there are some, otherwise one a paragraph, or one a
 * sentence in a paragraph that a label introduces (整改措施：…；…).
 */
export function partItems(source: Source, role: 'causes' | 'measures'): readonly PartItem[] {
  return source.outline.parts
    .flatMap((part, index) => (part.role === role ? itemsOf(source, part, index) : []))
    .filter(({ title }) => title.end > title.start);
}

function itemsOf(source: Source, part: Part, index: number): readonly PartItem[] {
  const items: PartItem[] = [];
  const take = (item: Item): void => {
    const read = item.form === 'row' ? fromRow(source, item, index) : numbered(source, item, index);
    if (read) items.push(read);
  };
  for (const item of part.items) {
    eachLowest(source, item, take);
    eachRowBelow(item, take);
  }
  const paragraphs = part.loose.filter((span) => !introduces(source, span));
  if (items.length > 0) {
    // Beside numbered items a paragraph is an item only when it names its own problem.
    const own = paragraphs.filter((span) => source.hits.at('measure-for', span.start));
    return [...items, ...own.map((span) => unnumbered(source, [span], index))].sort(
      (a, b) => a.span.start - b.span.start,
    );
  }
  const spans = paragraphs.flatMap((span): readonly (readonly Span[])[] => {
    if (part.role === 'causes') return reasons(source, span);
    // One paragraph alone holds all measures of its part; of several each is one measure.
    const split =
      paragraphs.length === 1 &&
      (isLabelled(source, part) || part.by === 'content' || resolves(source, span) > 1);
    return split ? statements(source, span) : [[span]];
  });
  return spans.map((stretches) => unnumbered(source, stretches, index));
}

/** Items that only head others (a bare heading with numbered paragraphs below) give way to these. */
function eachLowest(source: Source, item: Item, take: (item: Item) => void): void {
  if ((item.form === 'paragraph' || item.form === 'label') && item.children.length > 1) {
    for (const child of item.children) eachLowest(source, child, take);
    return;
  }
  const inner = item.children.filter((child) => child.form === 'numbered' && child.marker?.opensParagraph);
  const onlyHeads = item.own.length <= 1 && inner.length > 1 && !/[。；]/.test(textOf(source, item));
  if (onlyHeads) for (const child of inner) eachLowest(source, child, take);
  else take(item);
}

/** Rows of a table that stands below an item; they are no text of the item. */
function eachRowBelow(item: Item, take: (item: Item) => void): void {
  for (const child of item.children)
    if (child.form === 'row') take(child);
    else eachRowBelow(child, take);
}

const textOf = ({ text }: Source, { own }: Item): string =>
  own.map((span) => text.slice(span.start, span.end - 1)).join('');

function numbered(source: Source, item: Item, part: number): PartItem {
  const stretches = gather(item);
  return {
    title: titleOf(source, stretches, saysOf(source, part)),
    span: item.span,
    stretches,
    ordinal: item.marker?.ordinal ?? null,
    part,
    row: false,
    settled: [],
  };
}

/** A row of a table; a part that is a restatement in a table adds what each row names. */
function fromRow(source: Source, item: Item, part: number): PartItem | null {
  const row = readPartRow(
    source,
    item,
    source.outline.parts[part]?.role === 'causes' ? 'causes' : 'measures',
  );
  if (!row) return null;
  const { title, cells, settled } = row;
  return { title, span: item.span, stretches: cells, ordinal: null, part, row: true, settled };
}

function gather(item: Item): readonly Span[] {
  if (item.children.length === 0) return item.own;
  const spans = [
    ...item.own,
    ...item.children.flatMap((child) => (child.form === 'row' ? [] : gather(child))),
  ];
  return spans.sort((a, b) => a.start - b.start);
}

function unnumbered(source: Source, stretches: readonly Span[], part: number): PartItem {
  const start = stretches[0]?.start ?? 0;
  const span = { start, end: stretches.at(-1)?.end ?? start };
  return {
    title: titleOf(source, [span], saysOf(source, part)),
    span,
    stretches: [span],
    ordinal: null,
    part,
    row: false,
    settled: [],
  };
}

/** What the items of a part say: what is to be done, or why. */
const saysOf = ({ outline }: Source, part: number): 'measure' | 'cause' =>
  outline.parts[part]?.role === 'measures' ? 'measure' : 'cause';

/** The causes of a paragraph: one, and one more for each sentence that says 另外, 此外. */
function reasons({ text, hits }: Source, span: Span): readonly (readonly Span[])[] {
  const found: Span[][] = [];
  for (const sentence of sentences(text, span)) {
    const addition = hits.at('item-addition', sentence.start);
    if (addition && addition.end < sentence.end && found.length > 0)
      found.push([{ start: addition.end, end: sentence.end }]);
    else if (found.length > 0) found.at(-1)?.push(sentence);
    else found.push([sentence]);
  }
  return found;
}

/** How many sentences of a paragraph open with what is to be done. */
const resolves = ({ text, hits }: Source, span: Span): number =>
  sentences(text, span).filter(
    ({ start }) => hits.at('measure-verb', start) || hits.at('measure-agent', start),
  ).length;

/** A sentence that only leads over to the list. */
const introduces = ({ text, hits }: Source, span: Span): boolean =>
  text.charAt(span.end - 1) === '：' || (span.end - span.start < 100 && hits.has(span, 'pointing-back'));

const isLabelled = ({ text }: Source, part: Part): boolean =>
  part.title !== null &&
  (/[：】）]$/.test(text.slice(part.title.start, part.title.end)) || text.charAt(part.title.end) === '：');

/**
 * The measures of a paragraph: one a sentence, or one between semicolons where it has some. A statement that
 * only says who does it or by when (由办公室负责。) belongs to the one before, a short sentence that only says
 * what it is about (补一次真刀真枪的批评。) to the one behind; one that only announces (今后从三方面改。) is none.
 */
function statements(source: Source, span: Span): readonly (readonly Span[])[] {
  const { text, hits } = source;
  const found: Span[][] = [];
  let open = false;
  for (const sentence of sentences(text, span)) {
    if (announces(source, sentence)) continue;
    for (const statement of betweenSemicolons(text, sentence)) {
      const last = found.at(-1);
      if (last && (open || hits.at('measure-continuation', statement.start))) last.push(statement);
      else found.push([statement]);
      open = statement.end === sentence.end && headlines(source, statement);
    }
  }
  return found;
}

function betweenSemicolons(text: string, sentence: Span): readonly Span[] {
  const found: Span[] = [];
  let { start } = sentence;
  for (let i = sentence.start; i < sentence.end; i++)
    if (text.charAt(i) === '；' || i === sentence.end - 1) {
      found.push({ start, end: i + 1 });
      start = i + 1;
    }
  return found;
}

/** A short sentence that only announces what follows (今后我从三个方面改。). */
const announces = ({ text, hits }: Source, span: Span): boolean =>
  span.end - span.start <= LONGEST_ANNOUNCEMENT &&
  hits.at('turn-measures', span.start) !== undefined &&
  !/\d/.test(text.slice(span.start, span.end));

const LONGEST_ANNOUNCEMENT = 24;

/** A short sentence of one clause that says what is to be done, not yet how (补一次真刀真枪的批评。). */
const headlines = ({ text, hits }: Source, span: Span): boolean =>
  span.end - span.start <= LONGEST_HEADLINE &&
  !/[，；\d]/.test(text.slice(span.start, span.end - 1)) &&
  !hits.has(span, 'pledge', 'commitment-frequency');

const LONGEST_HEADLINE = 16;
