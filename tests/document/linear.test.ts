/** No input makes reading slow: time grows with the length, whatever the characters are. */
import { describe, expect, it } from 'vitest';
import { fromBytes } from '../../src/document/read.js';
import { open, sample, tables } from './reader.js';

/** Generous: one second on a free machine. */
const LIMIT = 5000;
const SIZE = 5_000_000;

describe('five million units of one character', () => {
  const characters = [...'一，。 "\'“「(){[]<#*_-=~|`!\\&.1a\n\r\t\f\u3000\u200b\u2028①%…第\ud800\0'];
  it.each(characters.map((char) => [JSON.stringify(char), char]))('%s', (_, char) => {
    for (const format of ['text', 'markdown'] as const) {
      const begin = performance.now();
      open(char.repeat(SIZE), { format });
      expect(performance.now() - begin).toBeLessThan(LIMIT);
    }
  });
});

describe('a million of a pair', () => {
  const pairs = [
    '“一',
    '"一',
    '(一',
    '一\t',
    '一 ',
    '`a',
    '[a](',
    '![',
    '<!--',
    '<a',
    '**a',
    '_a_',
    '一、',
    '1.',
    '\n\f',
    '|-',
    '\r\n',
  ];
  it.each(pairs.map((pair) => [JSON.stringify(pair), pair]))('%s', (_, pair) => {
    for (const format of ['text', 'markdown'] as const) {
      const begin = performance.now();
      open(pair.repeat(1_000_000), { format });
      expect(performance.now() - begin).toBeLessThan(LIMIT);
    }
  });
});

it('a document of normal length takes a few milliseconds', () => {
  const bytes = new TextEncoder().encode(sample);
  const runs = 60;
  for (let i = 0; i < runs; i++) fromBytes(bytes, { tables });
  const begin = performance.now();
  for (let i = 0; i < runs; i++) fromBytes(bytes, { tables });
  // About 1 ms on a free machine.
  expect((performance.now() - begin) / runs).toBeLessThan(10);
});
