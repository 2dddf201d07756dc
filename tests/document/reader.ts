import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Document, Reading } from '../../src/document/document.js';
import { fromText, type ReadOptions } from '../../src/document/read.js';
import { makeTables, type Tables } from '../../src/document/tables.js';

const data = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

interface NoiseFile {
  readonly categories: Record<string, { readonly phrases: readonly string[] }>;
}

const noise: NoiseFile = parse(data('dictionaries/lexicons/noise.yaml'));

/** The data files of the package. */
export const tables: Tables = makeTables({
  traditional: data('dictionaries/characters/traditional.txt'),
  variants: data('dictionaries/characters/variants.txt'),
  categories: noise.categories,
});

/** A real document of 2021: one physical line a paragraph. */
export const sample = data('corpus/2021-district-deputy-secretary.txt');
export const corpusFile = (name: string): string => data(`corpus/${name}`);

export const open = (text: string, options: Partial<ReadOptions> = {}): Document =>
  fromText(text, { tables, ...options });

export const readingOf = (text: string, options: Partial<ReadOptions> = {}): string =>
  open(text, options).reading.text;

/** For each place in the reading where `words` stand, the words of the text that it leads back to. */
export function leadsTo({ reading, text }: Pick<Document, 'reading' | 'text'>, words: string): string[] {
  const found: string[] = [];
  for (let at = reading.text.indexOf(words); at >= 0; at = reading.text.indexOf(words, at + 1)) {
    found.push(text.slice(offset(reading, at), offset(reading, at + words.length - 1) + 1));
  }
  return found;
}

function offset({ offsets }: Reading, at: number): number {
  const place = offsets[at];
  if (place === undefined) throw new RangeError(`no unit ${at} in the reading`);
  return place;
}
