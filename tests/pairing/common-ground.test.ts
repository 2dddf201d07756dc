import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import { pairAt } from '../../src/language/pairs.js';
import { textBigrams } from '../../src/pairing/bigram-counts.js';
import { areStrangers, ownBigrams } from '../../src/pairing/common-ground.js';
import { pairingTools } from '../../src/pairing/tools.js';
import { sharedAnalyzer } from '../compare/years.js';

const { fromText, analyze, read } = await sharedAnalyzer();
const tools = pairingTools(builtinDictionaries());
const corpus = async (name: string) =>
  analyze(await read(join(import.meta.dirname, `../../corpus/${name}.txt`)));

describe('two documents', () => {
  it.each([
    ['one writer', '2021-district-deputy-secretary', '2022-district-deputy-secretary', false],
    ['unrelated writers', '2018-city-transport-deputy', '2024-county-water-deputy', true],
    ['unrelated writers of one year', '2024-county-water-deputy', '2024-street-office-team', true],
  ])('of %s: %s and %s', async (_, before, after, strangers) => {
    expect(areStrangers(await corpus(before), await corpus(after), tools)).toBe(strangers);
  });

  it('that are short are not called strangers', () => {
    const short = (problem: string) => analyze(fromText(`一、存在的问题\n1.${problem}\n`));
    expect(areStrangers(short('学习不深。'), short('作风不实。'), tools)).toBe(false);
  });
});

it('bigrams are told once, but for those of several writers, and all are counted', () => {
  const pairs = (text: string): readonly number[] =>
    Array.from({ length: text.length - 1 }, (_, at) => pairAt(text, at));
  const common = pairAt('学习', 0);
  const text = textBigrams('鲈鱼塘学习，鲈鱼塘', {
    writers: (bigram) => (bigram === common ? 2 : 0),
    weights: [],
  });
  const { own, count } = ownBigrams(text);
  expect([...own]).toEqual(pairs('鲈鱼塘学'));
  expect(count).toBe(6);
});
