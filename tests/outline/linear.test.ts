/** Work grows with the length of a document, however many lines, numbers and labels it has. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.js';

const analyzer = await createAnalyzer();

const METHODS = ['filter', 'some', 'slice'] as const;

/** How many entries of lists are looked through in all: counted, since clocks are not to be trusted. */
function looks(text: string): number {
  let count = 0;
  const plain = METHODS.map((name) => [name, Array.prototype[name]] as const);
  const replace = (name: string, value: unknown): void => {
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
  };
  for (const [name, method] of plain)
    replace(name, function (this: readonly unknown[], ...args: unknown[]) {
      const found: unknown = Reflect.apply(method, this, args);
      count += name === 'slice' && Array.isArray(found) ? found.length : this.length;
      return found;
    });
  try {
    analyzer.check(analyzer.fromText(text));
  } finally {
    for (const [name, method] of plain) replace(name, method);
  }
  return count;
}

describe('four times the length is about four times the work', () => {
  it.each([
    '一、\n',
    '1.\n',
    '1.学习不深入。\n',
    '一是学习不深入；\n',
    '比如\n',
    '。\n',
    '整改措施：\n',
    '二、存在的主要问题\n',
    '1.学习不深入。\n整改措施：抓学习。\n',
    '（一)学习\n',
    'a\tb\n',
  ])('%j', (line) => {
    expect(looks(line.repeat(2000)) / looks(line.repeat(500))).toBeLessThan(6);
  });
});

it('a year a hundred thousand times', () => {
  const { analysis } = analyzer.check(analyzer.fromText('2024年'.repeat(150_000)));
  expect(analysis.document.text).toHaveLength(750_000);
});
