/** Word files that were spoiled in all kinds of ways: read with true spans and commented, or refused by our own error. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commentDocx } from '../../src/document/formats/docx/comments.js';
import { openPackage } from '../../src/document/formats/docx/parts.js';
import { fromBytes } from '../../src/document/read.js';
import { DuizhaoError } from '../../src/index.js';
import { annotationsOf } from '../../src/report/comments.js';
import { zipOf } from '../document/formats/zip-of.js';
import { tables } from '../document/reader.js';
import { written } from '../formats/written.js';
import { holds, reported, runs as seeded } from './holds.js';

const LINES = 24;
const NAMES = ['2021-district-deputy-secretary', 'workstyle-tax-office-table', '2022-bus-station-branch'];

/** Beginnings of documents of the corpus as Word files, and their parts. */
const files = await Promise.all(
  NAMES.map(async (name) => {
    const lines = readFileSync(`corpus/${name}.txt`, 'utf8').split('\n').slice(0, LINES);
    const { bytes } = await written(lines);
    const { zip } = openPackage(bytes, name);
    const parts = [...zip.entries.values()].map(
      (entry) => [entry.name, Buffer.from(zip.unpack(entry)).toString('utf8')] as const,
    );
    return { bytes, parts: Object.fromEntries(parts) };
  }),
);

async function holdsOf(bytes: Uint8Array): Promise<boolean> {
  try {
    const document = await fromBytes(bytes, { file: 'fuzz.docx', tables });
    const result = reported(document);
    holds(result.said);
    if (document.format !== 'docx') return true;
    const { comments, ...given } = annotationsOf(result);
    const commented = commentDocx(bytes, comments, { ...given, revisions: 'accepted' });
    expect((await fromBytes(commented, { file: 'fuzz.docx', tables })).text).toBe(document.text);
    return true;
  } catch (error) {
    if (error instanceof DuizhaoError) return false;
    throw error;
  }
}

const runs = (numRuns: number): fc.Parameters<unknown> => seeded(numRuns, 20_251_126);

const file = fc.constantFrom(...files);
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('bytes that were changed, and archives that were cut', async () => {
  const edit = fc.record({ at: place, byte: fc.nat({ max: 255 }) });
  const edits = fc.array(edit, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(file, edits, fc.option(place), async ({ bytes }, changes, cut) => {
      const spoiled = Buffer.from(bytes);
      for (const { at, byte } of changes) spoiled[Math.floor(at * spoiled.length)] = byte;
      await holdsOf(cut === null ? spoiled : spoiled.subarray(0, Math.ceil(cut * spoiled.length)));
    }),
    runs(80),
  );
});

type Change = (xml: string, a: number, b: number) => string;

/** Stretches of the XML that begin and end with a tag: elements, or the border of two. */
const spansOf = (xml: string, pattern: RegExp): readonly (readonly [number, number])[] =>
  [...xml.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]);
const pick = <T>(all: readonly T[], at: number): T | undefined => all[Math.floor(at * all.length)];

const ELEMENTS = /<(w:\w+)(?: [^<>]*)?(?:\/>|>(?:(?!<\1[ >])[\s\S]){0,4000}?<\/\1>)/g;
const TAGS = /<[^<>]+>/g;
const VALUES = /"[^"<>]*"/g;
const ODD = ['"0"', '"-1"', '"99999999999"', '""', '"9"', '"NaN"', '"&#x1F600;"', '"&lt;"'];

const CHANGES: Readonly<Record<string, Change>> = {
  'an element deleted': (xml, a) => {
    const [start, end] = pick(spansOf(xml, ELEMENTS), a) ?? [0, 0];
    return xml.slice(0, start) + xml.slice(end);
  },
  'an element put elsewhere once more': (xml, a, b) => {
    const [start, end] = pick(spansOf(xml, ELEMENTS), a) ?? [0, 0];
    const [at] = pick(spansOf(xml, TAGS), b) ?? [0];
    return xml.slice(0, at) + xml.slice(start, end) + xml.slice(at);
  },
  'two elements exchanged': (xml, a, b) => {
    const all = spansOf(xml, ELEMENTS);
    const [first, second] = [pick(all, Math.min(a, b)), pick(all, Math.max(a, b))];
    if (!first || !second || first[1] > second[0]) return xml;
    const middle = xml.slice(first[1], second[0]);
    return (
      xml.slice(0, first[0]) + xml.slice(...second) + middle + xml.slice(...first) + xml.slice(second[1])
    );
  },
  'a tag deleted': (xml, a) => {
    const [start, end] = pick(spansOf(xml, TAGS), a) ?? [0, 0];
    return xml.slice(0, start) + xml.slice(end);
  },
  'another value of an attribute': (xml, a, b) => {
    const [start, end] = pick(spansOf(xml, VALUES), a) ?? [0, 0];
    return xml.slice(0, start) + (pick(ODD, b) ?? '') + xml.slice(end);
  },
  'an element of another name': (xml, a, b) => {
    const names = ['w:sdt', 'w:del', 'w:ins', 'w:fldSimple', 'w:tbl', 'w:tc', 'w:txbxContent', 'w:hyperlink'];
    const [start, end] = pick(spansOf(xml, ELEMENTS), a) ?? [0, 0];
    const name = pick(names, b) ?? '';
    return `${xml.slice(0, start)}<${name}>${xml.slice(start, end)}</${name}>${xml.slice(end)}`;
  },
};
const PARTS = ['word/document.xml', 'word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

it('elements that were deleted, doubled, exchanged, and attributes that were changed', async () => {
  const change = fc.record({
    kind: fc.constantFrom(...Object.keys(CHANGES)),
    part: fc.constantFrom(...PARTS),
    a: place,
    b: place,
  });
  let read = 0;
  await fc.assert(
    fc.asyncProperty(file, fc.array(change, { minLength: 1, maxLength: 3 }), async ({ parts }, changes) => {
      const spoiled: Record<string, string> = { ...parts };
      for (const { kind, part, a, b } of changes)
        spoiled[part] = CHANGES[kind]?.(spoiled[part] ?? '', a, b) ?? '';
      if (await holdsOf(zipOf(spoiled))) read++;
    }),
    runs(120),
  );
  expect(read).toBeGreaterThan(60);
});
