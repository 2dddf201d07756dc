import { attribute, scanXml, type XmlTag } from '../xml.js';
import type { Part } from './parts.js';

/** Author of our comments, and the initials by which they are known from those of a person of that name. */
export const AUTHOR = '对照';
export const INITIALS = 'duizhao';

/**
 * Where a run was cut in two for a mark, its second half carries one of these as `w:rsidR`: Word keeps them, and
 * they tell how to join it again.
 */
export const CUT = {
  /** Inside words. */
  words: '0D2A0001',
  /** Inside words, and the first half was given `xml:space="preserve"`. */
  wordsAndSpace: '0D2A0002',
  /** Between two elements of the run. */
  elements: '0D2A0003',
} as const;

export const PRESERVE = ' xml:space="preserve"';

/** A stretch of a string; also of what is to be cut out of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The comments that an earlier run wrote: where they stand in their part, and their ids. */
export function ownComments(
  part: Part,
  file: string,
): { readonly stretches: readonly Stretch[]; readonly ids: ReadonlySet<string> } {
  const stretches: Stretch[] = [];
  const ids = new Set<string>();
  let start = -1;
  let depth = 0;
  scanXml(part.xml, file, part.entry.name, {
    open: (tag, at) => {
      depth++;
      if (
        tag.local !== 'comment' ||
        attribute(tag, 'author') !== AUTHOR ||
        attribute(tag, 'initials') !== INITIALS
      )
        return;
      start = at;
      ids.add(attribute(tag, 'id') ?? '');
    },
    close: (_, end) => {
      if (--depth !== 1 || start < 0) return;
      stretches.push({ start, end });
      start = -1;
    },
  });
  return { stretches, ids };
}

/** The document part as it was before our marks were put in. */
export function withoutMarks(part: Part, ids: ReadonlySet<string>, file: string): string {
  if (ids.size === 0) return part.xml;
  const marks: Stretch[] = [];
  let run: { readonly start: number; words: boolean; reference: Stretch | null } | null = null;
  const isOwn = (tag: XmlTag): boolean => ids.has(attribute(tag, 'id') ?? '');
  scanXml(part.xml, file, part.entry.name, {
    open: (tag, start, end) => {
      if (tag.local === 'r') run = { start, words: false, reference: null };
      else if (tag.local === 'commentReference' && isOwn(tag) && run) run.reference = { start, end };
      else if (/^commentRange(?:Start|End)$/.test(tag.local) && isOwn(tag)) marks.push({ start, end });
      else if (run && CONTENT.has(tag.local)) run.words = true;
    },
    close: (tag, end) => {
      if (tag.local !== 'r' || !run) return;
      if (run.reference) marks.push(run.words ? run.reference : { start: run.start, end });
      run = null;
    },
  });
  return joinCuts(cutOut(part.xml, marks));
}

/** What a run may hold beside the reference to a comment. */
const CONTENT = new Set([
  't',
  'delText',
  'tab',
  'br',
  'cr',
  'sym',
  'drawing',
  'pict',
  'object',
  'fldChar',
  'instrText',
]);

const CUT_RUN = new RegExp(`<((?:[\\w.-]+:)?)r [^<>]*\\brsidR="(${Object.values(CUT).join('|')})">`, 'g');

/** Joins the runs that were cut for marks. */
function joinCuts(xml: string): string {
  const seams: Stretch[] = [];
  for (const { 0: tag, 1: prefix = '', 2: kind, index } of xml.matchAll(CUT_RUN)) {
    const properties = index + tag.length;
    const end = propertiesEnd(xml, properties, prefix);
    if (kind === CUT.elements) {
      const before = `</${prefix}r>`;
      if (xml.endsWith(before, index)) seams.push({ start: index - before.length, end });
      continue;
    }
    const [, name = ''] =
      new RegExp(`</([^<>]+)></${prefix}r>$`).exec(xml.slice(Math.max(0, index - 80), index)) ?? [];
    const opening = `<${name}${PRESERVE}>`;
    if (name === '' || !xml.startsWith(opening, end)) continue;
    if (kind === CUT.wordsAndSpace) {
      const first = xml.lastIndexOf(`<${name}${PRESERVE}`, index);
      if (first >= 0)
        seams.push({ start: first + 1 + name.length, end: first + 1 + name.length + PRESERVE.length });
    }
    seams.push({ start: index - `</${name}></${prefix}r>`.length, end: end + opening.length });
  }
  return cutOut(xml, seams);
}

/** Where the properties end that begin here; a record of changed properties holds others. */
function propertiesEnd(xml: string, at: number, prefix: string): number {
  const tag = new RegExp(`<(/?)${prefix}rPr(?:\\s[^<>]*?)?(/?)>`, 'y');
  tag.lastIndex = at;
  const first = tag.exec(xml);
  if (!first) return at;
  if (first[2] === '/') return tag.lastIndex;
  const any = new RegExp(tag.source, 'g');
  any.lastIndex = tag.lastIndex;
  for (let depth = 1; ; ) {
    const next = any.exec(xml);
    if (!next) return at;
    if (next[1] === '/') depth--;
    else if (next[2] !== '/') depth++;
    if (depth === 0) return any.lastIndex;
  }
}

/** The string without the stretches, which do not overlap. */
export function cutOut(text: string, stretches: readonly Stretch[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    kept.push(text.slice(at, start));
    at = end;
  }
  kept.push(text.slice(at));
  return kept.join('');
}
