/** No input makes reading slow: what takes more than linear time does not come to an end here. */
import { describe, expect, it } from 'vitest';
import { open } from './reader.js';

function expectRead(text: string): void {
  for (const format of ['text', 'markdown'] as const) {
    const { reading } = open(text, { format });
    expect(reading.offsets).toHaveLength(reading.text.length);
  }
}

describe('300,000 units of one character', () => {
  const characters = [...'一，。 "\'“「(){[]<#*_-=~|`!\\&.1a\n\r\t\f\u3000\u200b\u2028①%…第\ud800\0'];
  it.each(characters.map((char) => [JSON.stringify(char), char]))('%s', (_, char) => {
    expectRead(char.repeat(300_000));
  });
});

it('five million', () => {
  expectRead('一'.repeat(5_000_000));
});

describe('100,000 of a pair', () => {
  const pairs = '“一 "一 (一 一\t `a [a]( ![ <!-- <a **a _a_ 一、 1. \n\f |- \r\n 一\n 1\n'.split(' ');
  it.each(pairs.map((pair) => [JSON.stringify(pair), pair]))('%s', (_, pair) => {
    expectRead(pair.repeat(100_000));
  });
});
