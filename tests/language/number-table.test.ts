import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberTable } from '../../src/language/number-table.js';

describe('NumberTable', () => {
  it('keeps what a Map keeps', () => {
    const number = fc.integer({ min: 0, max: 2 ** 31 - 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(number, fc.nat(9)), number)), number, (entries, other) => {
        const [table, map] = [new NumberTable(entries.length), new Map(entries)];
        for (const [key, value] of entries) table.set(key, value);
        for (const key of [...map.keys(), other]) expect(table.get(key)).toBe(map.get(key) ?? -1);
      }),
    );
  });

  it('has room for as many as were announced, wherever they fall', () => {
    const table = new NumberTable(1000);
    for (let key = 0; key < 1000; key++) table.set(key << 20, key);
    expect(Array.from({ length: 1000 }, (_, key) => table.get(key << 20))).toEqual(
      Array.from({ length: 1000 }, (_, key) => key),
    );
    expect(table.get(1)).toBe(-1);
  });
});
