import { expect, it } from 'vitest';
import { nearest } from '../../src/dictionaries/nearest.js';

it.each([
  ['ocasion', ['id', 'occasion', 'name'], 'occasion'],
  ['廉洁', ['理论学习', '廉洁自律'], '廉洁自律'],
  ['编号', ['id', 'name'], undefined],
  ['x', [], undefined],
])('the name most like %s of %j is %s', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});
