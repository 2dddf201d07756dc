import { type Span, trim } from '../document/span.js';
import { headingOf } from '../outline/heading.js';
import { type Item, type LabelRole, labelOf } from '../outline/tree.js';
import { admits, type Source } from './source.js';

/** A problem as found in the outline, before its inside is read. Units of the reading. */
export interface ProblemItem {
  /** The item that it is, or the field it stands under when it is a paragraph without number. */
  readonly item: Item;
  readonly span: Span;
  /** Its text without number, one stretch a paragraph; own 原因： and 整改措施： paragraphs are not among it. */
  readonly stretches: readonly Span[];
  /** Paragraphs that the problem's own labels introduce. */
  readonly labelled: readonly { readonly role: LabelRole; readonly span: Span }[];
  /** Cells of a table row, when it is one. */
  readonly row: boolean;
}

/** Share of an item's sub-items that must admit a shortcoming to be problems of their own. */
const MOST = 0.6;

/** What an item's heading says: a dimension of the year, another field of work, or a shortcoming. */
export type Names = 'dimension' | 'field' | 'shortcoming';

/**
 * The problems of the problem parts: the lowest items that admit a shortcoming each; paragraphs where there
 * are no items.
 */
export function problemItems(source: Source, namesOf: (item: Item) => Names): readonly ProblemItem[] {
  const { parts, openers } = source.outline;
  const found: ProblemItem[] = [];
  const look = (item: Item): void => {
    if (openers.has(item)) return;
    if (item.form === 'row') {
      found.push({ item, span: item.span, stretches: item.own, labelled: [], row: true });
      return;
    }
    const told = childrenOf(item, (child) => child.form === 'label' && child.label === 'problems');
    if (told.length > 0 && (item.form !== 'numbered' || namesOf(item) !== 'shortcoming')) {
      // 组织生活方面 / 存在问题：…；… : what the label introduces are the problems.
      for (const label of told) {
        if (label.children.length > 0) label.children.forEach(look);
        else
          found.push(
            ...paragraphProblems(
              source,
              label,
              label.own.flatMap((span) => statements(source, span)),
              true,
            ),
          );
      }
      return;
    }
    const inner = childrenOf(item, (child) => !openers.has(child) && child.form !== 'label');
    const names = leadsOver(source, item, namesOf) ? 'field' : namesOf(item);
    const divides =
      names !== 'shortcoming'
        ? inner.length > 0
        : inner.length > 1 &&
          inner.filter((child) => child.form === 'row' || admitsEarly(source, child)).length >=
            MOST * inner.length;
    if (divides) {
      inner.forEach(look);
    } else if (names === 'dimension' || (names === 'field' && headsParagraphs(source, item))) {
      const heading = headingOf(source.text, item);
      const body = bodyOf(source, item, heading).map((span) => behindLabel(source, span));
      for (const problem of paragraphProblems(source, item, body)) found.push(problem);
    } else if (item.form === 'numbered' || admits(source, item.span)) found.push(whole(source, item));
  };
  for (const part of parts) {
    if (part.role !== 'problems') continue;
    if (part.items.length > 0) part.items.forEach(look);
    else
      for (const problem of paragraphProblems(source, source.outline.root, part.loose)) found.push(problem);
  }
  return found;
}

const childrenOf = (item: Item, which: (child: Item) => boolean): readonly Item[] =>
  item.children.length === 0 ? item.children : item.children.filter(which);

/**
 * Whether a paragraph below the heading of a field only leads over to the list of its problems (这一条我掂量得最久。
 * 一方面，…): it admits nothing itself, or the list is one of 一方面, which numbers problems nowhere else.
 */
function leadsOver(source: Source, item: Item, namesOf: (item: Item) => Names): boolean {
  if (item.form !== 'paragraph' || !item.parent || namesOf(item.parent) === 'shortcoming') return false;
  const listed = item.children.every((child) => child.marker?.style === 'aspect');
  return item.children.length > 1 && (listed || !item.own.some((span) => admits(source, span)));
}

/** Whether a field's heading stands alone above paragraphs; behind a colon (学习方面：…) it is a problem's lead. */
const headsParagraphs = ({ text }: Source, item: Item): boolean =>
  item.own.length > 1 && headingOf(text, item).end >= (item.own[0]?.end ?? 0) - 1;

/** Whether the item's heading or first sentences admit something. */
function admitsEarly(source: Source, item: Item): boolean {
  const heading = headingOf(source.text, item);
  return admits(source, heading) || admits(source, item.span);
}

function whole(source: Source, item: Item): ProblemItem {
  if (item.children.length === 0)
    return { item, span: item.span, stretches: item.own, labelled: [], row: false };
  const labelled: { role: LabelRole; span: Span }[] = [];
  const stretches: Span[] = [];
  const gather = (node: Item): void => {
    const into = [
      ...node.own.map((span) => ({ span, child: null })),
      ...node.children.map((child) => ({ span: child.span, child })),
    ];
    into.sort((a, b) => a.span.start - b.span.start);
    for (const { span, child } of into) {
      if (child && source.outline.openers.has(child)) continue;
      if (!child) stretches.push(span);
      else if (child.form === 'label' && child.label) labelled.push(...labelStretches(child, child.label));
      else gather(child);
    }
  };
  gather(item);
  let end = item.span.start;
  for (const span of stretches) end = Math.max(end, span.end);
  for (const { span } of labelled) end = Math.max(end, span.end);
  return {
    item,
    span: { start: item.span.start, end },
    stretches,
    labelled,
    row: false,
  };
}

/** One stretch a paragraph or an item below the label. */
function labelStretches(label: Item, role: LabelRole): readonly { role: LabelRole; span: Span }[] {
  return [...label.own, ...label.children.flatMap((child) => child.own)].map((span) => ({ role, span }));
}

function bodyOf({ text }: Source, item: Item, heading: Span): readonly Span[] {
  return item.own.flatMap((span) => {
    if (span.end <= heading.end) return [];
    let start = Math.max(span.start, heading.end);
    while (start < span.end && '。：；'.includes(text.charAt(start))) start++;
    const body = trim(text, { start, end: span.end });
    return body.end > body.start ? [body] : [];
  });
}

/** A paragraph without the 主要问题： in front of it. */
function behindLabel({ text, hits }: Source, span: Span): Span {
  const label = labelOf(text, span, hits);
  return label?.role === 'problems' && label.end < span.end ? { start: label.end, end: span.end } : span;
}

/** The statements of a paragraph between semicolons, when each admits something; otherwise the whole. */
function statements(source: Source, span: Span): readonly Span[] {
  const found: Span[] = [];
  let { start } = span;
  for (let i = span.start; i < span.end; i++)
    if (source.text.charAt(i) === '；' || i === span.end - 1) {
      found.push({ start, end: i + 1 });
      start = i + 1;
    }
  return found.every((statement) => admits(source, statement)) ? found : [span];
}

/**
 * Paragraphs without number: each that begins with an admission opens a problem, the others go on with it. What a
 * label (存在问题：) introduces is one in any case.
 */
function paragraphProblems(
  source: Source,
  item: Item,
  paragraphs: readonly Span[],
  labelled = false,
): readonly ProblemItem[] {
  const found: { stretches: Span[] }[] = [];
  for (const span of paragraphs) {
    const last = found.at(-1);
    const introduces = span.end - span.start < 60 && source.hits.has(span, 'pointing-back');
    if (introduces) continue;
    const tells =
      admits(source, span) || source.hits.has(span, 'contrast') || (labelled && last === undefined);
    if (tells && !(last && goesOn(source, span))) found.push({ stretches: [span] });
    else last?.stretches.push(span);
  }
  return found.map(({ stretches }) => {
    const start = stretches[0]?.start ?? item.span.start;
    return {
      item,
      span: { start, end: stretches.at(-1)?.end ?? start },
      stretches,
      labelled: [],
      row: false,
    };
  });
}

/** Whether a paragraph goes on with the problem before it: an example or a reflection. */
const goesOn = ({ hits }: Source, span: Span): boolean =>
  ['example-cue', 'cause-opener'].some((category) => hits.at(category, span.start));
