import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestAssignment } from '../../src/profiles/assignment.js';

it.each([
  ['nothing', [], []],
  ['rows without columns', [[], []], [null, null]],
  ['one', [[0.5]], [0]],
  ['none that may be', [[0, 0]], [null]],
  [
    'the best for each',
    [
      [0.9, 0.1],
      [0.2, 0.8],
    ],
    [0, 1],
  ],
  [
    'the best for all',
    [
      [0.9, 0.8],
      [0.85, 0],
    ],
    [1, 0],
  ],
  ['more rows than columns', [[0.4], [0.9], [0.5]], [null, 0, null]],
])('assigns %s', (_, gains: number[][], expected: (number | null)[]) => {
  expect(bestAssignment(gains)).toEqual(expected);
});

it('finds the greatest sum, each row and column used once', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }));
  const cases = sizes.chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(cases, (gains) => {
      const chosen = bestAssignment(gains);
      const used = chosen.filter((column) => column !== null);
      expect(new Set(used).size).toBe(used.length);
      const sum = chosen.reduce<number>(
        (total, column, row) => total + (column === null ? 0 : (gains[row]?.[column] ?? 0)),
        0,
      );
      expect(sum).toBe(greatest(gains, 0, new Set()));
    }),
  );
});

/** By trying everything. */
function greatest(gains: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  const own = gains[row];
  if (!own) return 0;
  const choices = own.map((gain, column) =>
    taken.has(column) ? 0 : gain + greatest(gains, row + 1, new Set([...taken, column])),
  );
  return Math.max(greatest(gains, row + 1, taken), ...choices);
}
