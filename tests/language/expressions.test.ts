import { expect, it } from 'vitest';
import type { Dictionaries } from '../../src/dictionaries/schema.js';
import { expressionAt } from '../../src/language/expressions.js';

const dictionaries: Pick<Dictionaries, 'expressions'> = {
  expressions: [
    { phrase: '廉政准则', kind: 'repealed', source: '测试', confidence: 'confirmed', unless: ['原'] },
  ],
};

it('is excused by a context near it, not by one that stands very far away', () => {
  const found = (between: number): boolean => {
    const text = `原${'，'.repeat(between)}廉政准则`;
    const hit = { start: text.length - 4, end: text.length };
    return expressionAt(dictionaries, 'repealed', text, hit, { start: 0, end: text.length }) !== undefined;
  };
  expect(found(300)).toBe(false);
  expect(found(500)).toBe(true);
});
