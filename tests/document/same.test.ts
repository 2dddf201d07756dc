/** However a document was saved or mangled, the reading is the same, and leads back to the right characters. */
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import type { Document, Encoding } from '../../src/document/document.js';
import { fromBytes } from '../../src/document/read.js';
import { bytesOf, gb18030, marks } from './encode.js';
import { corpusFile, leadsTo, open, sample, tables } from './reader.js';
import { cut, widths } from './wrap.js';

const expected = open(sample).reading.text;

/** The offsets lead to the characters, white space and width aside. */
function expectPlaces(document: Document): void {
  const plain = (words: string): string => words.replace(/[\s\u200b]/gu, '').normalize('NFKC');
  for (const words of [
    '理论政策的学习研究不深入',
    '《灯塔在线》',
    '自己在4个方面查摆了12项问题',
    '以上剖析',
  ]) {
    expect(leadsTo(document, words).map(plain)).toEqual([plain(words)]);
  }
  expect(leadsTo(document, '“两个确立”').map((words) => words.replace(/\s/g, ''))).toHaveLength(2);
}

describe('in other encodings', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['GB18030', gb18030(sample), 'gb18030'],
    ['GB18030 with mark', marks('gb18030', gb18030(sample)), 'gb18030'],
    ['UTF-16LE with mark', marks('utf-16le', bytesOf(sample, 'utf-16le')), 'utf-16le'],
    ['UTF-16BE with mark', marks('utf-16be', bytesOf(sample, 'utf-16be')), 'utf-16be'],
    ['UTF-8 with mark', marks('utf-8', bytesOf(sample, 'utf-8')), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const document = await fromBytes(bytes, { tables });
    expect(document.encoding).toBe(encoding);
    expect(document.text).toBe(sample);
    expect(document.reading.text).toBe(expected);
  });
});

const han = /(?<=\p{Script=Han})(?=\p{Script=Han})/gu;
const halfWidth = (text: string): string =>
  text
    .replace(/[，：；（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[“”]/g, '"');

describe('mangled', () => {
  it.each<[string, string]>([
    ['CR LF', sample.replaceAll('\n', '\r\n')],
    ['half-width punctuation and straight quotes', halfWidth(sample)],
    [
      'full-width digits',
      sample.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['a space between all Han', sample.replace(han, ' ')],
    ['two ideographic spaces at each line', sample.replace(/^\s*/gm, '　　')],
    ['every run of spaces doubled', sample.replace(han, ' ').replace(/ +/g, (run) => run + run)],
    ['no-break and zero-width spaces', sample.replace(han, '\u00a0\u200b')],
    ['byte order marks inside', sample.replace(/。/g, '。\ufeff')],
    [
      'Kangxi radicals, as from a PDF',
      sample.replaceAll('一', '⼀').replaceAll('人', '⼈').replaceAll('见', '⻅'),
    ],
  ])('%s', (_, text) => {
    const document = open(text);
    expect(document.reading.text).toBe(expected);
    if (!text.includes('⼀')) expectPlaces(document);
  });
});

describe('hard-wrapped', () => {
  it.each([22, 30, 38, 46])('at %i characters', (width) => {
    const document = open(cut(sample, width));
    expect(document.reading.text).toBe(expected);
    expectPlaces(document);
    expect(document.notices).toMatchObject([{ code: 'unwrapped' }]);
    expect(document.notices[0]?.message).toContain(`约每 ${width} 字换一行`);
  });

  it.each([22, 30, 38, 46])('at %i characters, half-width and indented', (width) => {
    const indented = halfWidth(sample).replace(/^ *(?=\S)/gm, '　　');
    expect(open(cut(indented, width)).reading.text).toBe(expected);
  });

  // At the widths left out a heading or a paragraph ends exactly at the edge, see joinLines.
  const measured = Object.entries(widths).flatMap(([name, measure]) =>
    [15, 20, 21, 24, 25, 26, 27, 32, 40, 41, 50, 60, 65, 76, 80].map(
      (width) => [name, width, measure] as const,
    ),
  );
  it.each(measured)('measured in %s, at %i', (_, width, measure) => {
    expect(open(cut(sample, width, measure)).reading.text).toBe(expected);
  });
});

describe('in traditional characters', () => {
  const traditional = Converter({ from: 'cn', to: 't' })(sample);
  const document = open(traditional);
  const gold: { readonly problems: readonly { readonly title: string }[] } = JSON.parse(
    corpusFile('2021-district-deputy-secretary.gold.json'),
  );

  it('says so', () => {
    expect(document.notices).toMatchObject([{ code: 'script' }]);
  });

  it.each(gold.problems.map(({ title }) => title))('%s', (title) => {
    const [words] = leadsTo(document, title);
    expect(words === undefined ? undefined : Converter({ from: 't', to: 'cn' })(words)).toBe(title);
    expect(words).not.toBe(title);
  });

  it('differs from the simplified reading in hardly any character', () => {
    const units = [...document.reading.text];
    const differing = [...expected].filter((char, i) => char !== units[i]);
    expect(units).toHaveLength(expected.length);
    // 反覆, 像, which OpenCC turns both ways by words and not by characters.
    expect(differing.length).toBeLessThanOrEqual(4);
  });
});
