import { attribute, scanXml } from '../xml.js';
import type { Part } from './parts.js';

/** What paragraphs take from a style. */
export interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly numId: number | null;
  readonly level: number | null;
  /** As Word counts, from 0; 9 is text. */
  readonly outlineLevel: number | null;
}

export interface Styles {
  /** A paragraph's style and those it is based on, nearest first; the default style where none is named. */
  readonly chain: (id: string | null) => readonly (Style & { readonly id: string })[];
}

/** Styles refer to each other; no honest chain is longer. */
const LONGEST_CHAIN = 20;

/** Reads the styles part; without one no paragraph has a style. */
export function readStyles(part: Part | null, file: string): Styles {
  const styles = new Map<string, Style & { readonly id: string }>();
  let defaultId: string | null = null;
  let draft: { -readonly [K in keyof (Style & { id: string })]: (Style & { id: string })[K] } | null = null;
  let depth = 0;
  if (part)
    scanXml(part.xml, file, part.entry.name, {
      open: (tag) => {
        depth++;
        const value = attribute(tag, 'val');
        if (tag.local === 'style' && depth === 2) {
          const id = attribute(tag, 'styleId') ?? '';
          draft = { id, name: '', basedOn: null, numId: null, level: null, outlineLevel: null };
          const isParagraph = attribute(tag, 'type') === 'paragraph';
          if (isParagraph && isOn(attribute(tag, 'default') ?? '0')) defaultId = id;
        } else if (draft === null || value === undefined) return;
        else if (tag.local === 'name') draft.name = value.toLowerCase();
        else if (tag.local === 'basedOn') draft.basedOn = value;
        else if (tag.local === 'numId') draft.numId = Number(value);
        else if (tag.local === 'ilvl') draft.level = Number(value);
        else if (tag.local === 'outlineLvl') draft.outlineLevel = Number(value);
      },
      close: () => {
        if (depth-- === 2 && draft) {
          styles.set(draft.id, draft);
          draft = null;
        }
      },
    });
  const chains = new Map<string, readonly (Style & { readonly id: string })[]>();
  const chain = (given: string | null): readonly (Style & { readonly id: string })[] => {
    const id = given ?? defaultId;
    if (id === null) return [];
    const known = chains.get(id);
    if (known) return known;
    const found: (Style & { readonly id: string })[] = [];
    for (let style = styles.get(id); style && found.length < LONGEST_CHAIN; )
      style = found.push(style) && style.basedOn !== null ? styles.get(style.basedOn) : undefined;
    chains.set(id, found);
    return found;
  };
  return { chain };
}

/** Word's way to say yes. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off'].includes(value);

const HEADING = /^(?:heading|标题) ?([1-9])$/;
const CONTENTS = /^(?:toc(?: ?\d| heading)?|contents (?:\d|heading)|目录 ?\d?)$/;

/** Heading level from 1 of a style by its name, which is the same in all languages of Word. */
export function headingLevelOf({ name }: Style): number | null {
  const level = HEADING.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** Whether paragraphs of this style are lines of the table of contents. */
export const isContents = ({ name }: Style): boolean => CONTENTS.test(name);
