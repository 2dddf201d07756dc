import type { Span } from '../../span.js';
import { CUT, PRESERVE } from './own-marks.js';
import type { Piece, Run, Source, Zone } from './piece.js';

/** A comment by its number, and the words it is on. */
export interface Mark {
  readonly id: number;
  /** In units of the text; not empty. */
  readonly span: Span;
}

/** Where a mark can stand: between runs, or in a run that is cut there. */
interface Cut {
  readonly at: number;
  readonly in: { readonly run: Run; readonly source: Source; readonly words: boolean } | null;
}

interface WrittenPiece extends Piece {
  readonly source: Source;
}

/**
 * The document part with marks around the words of each comment. Nothing else changes: marks stand between runs,
 * or a run is cut in two with its properties. Inside fields, content controls and the like they move outside.
 *
 * @param given all pieces of the text
 */
export function insertMarks(xml: string, given: readonly Piece[], marks: readonly Mark[]): string {
  const pieces = given.filter((piece): piece is WrittenPiece => piece.source !== null && piece.text !== '');
  if (pieces.length === 0) return xml;
  const prefix = prefixOf(xml);
  const cuts = new Map<number, { readonly cut: Cut; ends: string; starts: string }>();
  const at = (cut: Cut) => {
    const known = cuts.get(cut.at);
    if (known) return known;
    const made = { cut, ends: '', starts: '' };
    cuts.set(cut.at, made);
    return made;
  };
  for (const { id, span } of marks) {
    const [start, end] = cutsFor(xml, pieces, span);
    const own = attributeOf(xml, prefix, 'id', String(id));
    at(start).starts += `<${prefix}commentRangeStart${own}/>`;
    at(end).ends +=
      `<${prefix}commentRangeEnd${own}/><${prefix}r><${prefix}commentReference${own}/></${prefix}r>`;
  }
  const parts: string[] = [];
  let done = 0;
  const put = (until: number, words: string): void => {
    parts.push(xml.slice(done, until), words);
    done = until;
  };
  let cutElement = -1;
  for (const { cut, ends, starts } of [...cuts.values()].sort((a, b) => a.cut.at - b.cut.at)) {
    if (cut.in === null) {
      put(cut.at, ends + starts);
      continue;
    }
    const { run, source, words } = cut.in;
    const { name, start } = source.element;
    let kind: string = words ? CUT.words : CUT.elements;
    if (words && cutElement !== start && losesSpace(xml, start, cut.at)) {
      kind = CUT.wordsAndSpace;
      put(start + 1 + name.length, PRESERVE);
    }
    cutElement = start;
    const properties = xml.slice(run.propertiesStart, run.propertiesEnd);
    const runPrefix = run.name.slice(0, -1);
    const opening = `<${run.name}${attributeOf(xml, runPrefix, 'rsidR', kind)}>${properties}`;
    put(
      cut.at,
      words
        ? `</${name}></${run.name}>${ends}${starts}${opening}<${name}${PRESERVE}>`
        : `</${run.name}>${ends}${starts}${opening}`,
    );
  }
  parts.push(xml.slice(done));
  return parts.join('');
}

/** Word drops white space at the end of words unless told to keep it. */
const losesSpace = (xml: string, element: number, cut: number): boolean =>
  /\s/.test(xml.charAt(cut - 1)) && !xml.slice(element, xml.indexOf('>', element)).includes('xml:space');

function cutsFor(xml: string, pieces: readonly WrittenPiece[], span: Span): readonly [Cut, Cut] {
  const firstAfter = lowest(pieces.length, (i) => endOf(pieces[i]) > span.start);
  const behind = lowest(pieces.length, (i) => (pieces[i]?.start ?? 0) >= span.end);
  // Only an automatic number, or nothing that is written: the next words stand for it.
  const first = Math.min(firstAfter, pieces.length - 1);
  const last = Math.max(behind - 1, first);
  const none = behind <= firstAfter;
  const start = cutBefore(xml, pieces, first, none ? 0 : span.start);
  const end = cutAfter(xml, pieces, last, none ? Number.POSITIVE_INFINITY : span.end);
  if (start.at < end.at) return [start, end];
  // Words of a text box stand before those of the paragraph it hangs on.
  return [cutBefore(xml, pieces, last, 0), cutAfter(xml, pieces, first, Number.POSITIVE_INFINITY)];
}

const endOf = (piece: WrittenPiece | undefined): number => (piece ? piece.start + piece.text.length : 0);

function lowest(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutBefore(xml: string, pieces: readonly WrittenPiece[], i: number, offset: number): Cut {
  const { text, start, source } = pieces[i] as WrittenPiece;
  const { run, zone, element, words } = source;
  if (isClosed(zone) || run === null) return { at: zone?.start ?? element.start, in: null };
  const into = Math.max(0, offset - start);
  if (into > 0 && words) return { at: unitAt(xml, words, text, into), in: { run, source, words: true } };
  const before = pieces[i - 1]?.source;
  if (before?.run !== run) return { at: run.start, in: null };
  if (before.element === element && words) return { at: words.start, in: { run, source, words: true } };
  return { at: element.start, in: { run, source, words: false } };
}

function cutAfter(xml: string, pieces: readonly WrittenPiece[], i: number, offset: number): Cut {
  const { text, start, source } = pieces[i] as WrittenPiece;
  const { run, zone, element, words } = source;
  if (isClosed(zone) || run === null) return { at: zone?.end ?? element.end, in: null };
  const into = Math.min(text.length, offset - start);
  if (into < text.length && words)
    return { at: unitAt(xml, words, text, into), in: { run, source, words: true } };
  const after = pieces[i + 1]?.source;
  if (after?.run !== run) return { at: run.end, in: null };
  if (after.element === element && words) return { at: words.end, in: { run, source, words: true } };
  return { at: element.end, in: { run, source, words: false } };
}

/** A field that never ends keeps nothing out. */
const isClosed = (zone: Zone | null): zone is Zone => zone !== null && zone.end > 0;

/** Where a unit of the words stands in their source, in which entities and line ends take more room. */
function unitAt(
  xml: string,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  unit: number,
): number {
  const low = text.charCodeAt(unit);
  const wanted = low >= 0xdc00 && low < 0xe000 ? unit - 1 : unit;
  if (end - start === text.length) return start + wanted;
  let at = start;
  for (let seen = 0; seen < wanted && at < end; ) {
    const char = xml.charAt(at);
    if (char === '&') {
      at = xml.indexOf(';', at) + 1;
      seen += (text.codePointAt(seen) ?? 0) > 0xffff ? 2 : 1;
    } else {
      at += char === '\r' && xml.charAt(at + 1) === '\n' ? 2 : 1;
      seen++;
    }
  }
  return at;
}

/** Prefix, with its colon, of the document's own elements. */
export const prefixOf = (xml: string): string => /<((?:[\w.-]+:)?)body[\s>/]/.exec(xml)?.[1] ?? 'w:';

/** An attribute of Word's, which needs a prefix also where elements have none. */
export function attributeOf(xml: string, prefix: string, name: string, value: string): string {
  if (prefix !== '') return ` ${prefix}${name}="${value}"`;
  const namespace = /\bxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';
  return ` xmlns:w="${namespace}" w:${name}="${value}"`;
}
