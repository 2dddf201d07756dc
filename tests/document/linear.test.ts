/** No input makes reading slow: time grows with the length, whatever the characters are. */
import { describe, expect, it } from 'vitest';
import { fromBytes } from '../../src/document/read.js';
import { worked } from '../fixtures/worked.js';
import { open, sample, tables } from './reader.js';

/** Milliseconds of work; generous. Five million units take less than a second. */
const LIMIT = 10_000;

function expectQuick(text: string): void {
  for (const format of ['text', 'markdown'] as const) {
    const begin = worked();
    open(text, { format });
    expect(worked() - begin).toBeLessThan(LIMIT);
  }
}

describe('300,000 units of one character', () => {
  const characters = [...'一，。 "\'“「(){[]<#*_-=~|`!\\&.1a\n\r\t\f\u3000\u200b\u2028①%…第\ud800\0'];
  it.each(characters.map((char) => [JSON.stringify(char), char]))('%s', (_, char) => {
    expectQuick(char.repeat(300_000));
  });
});

it('five million', () => {
  expectQuick('一'.repeat(5_000_000));
});

describe('100,000 of a pair', () => {
  const pairs = '“一 "一 (一 一\t `a [a]( ![ <!-- <a **a _a_ 一、 1. \n\f |- \r\n 一\n 1\n'.split(' ');
  it.each(pairs.map((pair) => [JSON.stringify(pair), pair]))('%s', (_, pair) => {
    expectQuick(pair.repeat(100_000));
  });
});

it('a document of normal length takes a few milliseconds', async () => {
  const bytes = new TextEncoder().encode(sample);
  const runs = 60;
  for (let i = 0; i < runs; i++) await fromBytes(bytes, { tables });
  const begin = worked();
  for (let i = 0; i < runs; i++) await fromBytes(bytes, { tables });
  // About 1 ms; the modules that tests run are several times slower than the built ones.
  expect((worked() - begin) / runs).toBeLessThan(60);
});
