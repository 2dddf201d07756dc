import { describe, expect, it } from 'vitest';
import { perfectPrediction } from './perfect.js';
import { falls, figuresOf, recordedFile } from './recorded.js';
import { gather } from './results.js';
import { scoreDocument } from './score.js';
import { gold, text } from './small.js';

const rules = new Map([['numbering', []]]);
const perfect = perfectPrediction(gold, text);
const results = (...predictions: readonly (typeof perfect)[]) =>
  gather(
    predictions.map((prediction, i) => ({
      name: `d${i}`,
      origin: i === 0 ? ('dev' as const) : ('held' as const),
      score: scoreDocument(gold, prediction, rules),
    })),
    null,
  );

describe('figuresOf', () => {
  it('keeps each group apart, rounds down and leaves out what was not measured', () => {
    const oneOfThree = { ...perfect, problems: perfect.problems.slice(0, 2) };
    const figures = figuresOf(results(perfect, oneOfThree));
    expect(figures.real).toEqual({});
    expect(figures.dev).toMatchObject({ problems: 1, 'numbering precision': 1 });
    expect(figures.held?.problems).toBe(0.8);
    // F1 = 10 / 11 = 0.90909…
    expect(figures.synthetic?.problems).toBe(0.909);
    expect(figures.dev).not.toHaveProperty('dimensionByContent');
    expect(recordedFile.parse(figures)).toEqual(figures);
  });
});

describe('falls', () => {
  const recorded = { dev: { problems: 0.97, examples: 0.9 } };
  it.each([
    ['the same', { dev: { problems: 0.97, examples: 0.9 } }, []],
    ['better', { dev: { problems: 1, examples: 0.95 }, held: { problems: 0 } }, []],
    ['lower by no more than the tolerance', { dev: { problems: 0.968, examples: 0.898 } }, []],
    [
      'lower by more',
      { dev: { problems: 0.967, examples: 0.9 } },
      [{ group: 'dev', name: 'problems', recorded: 0.97, now: 0.967 }],
    ],
    ['gone', { dev: { problems: 0.97 } }, [{ group: 'dev', name: 'examples', recorded: 0.9, now: null }]],
  ])('%s', (_, now, fallen) => {
    expect(falls(recorded, now)).toEqual(fallen);
  });
});
