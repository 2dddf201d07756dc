import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../src/document/span.js';
import { outside, withoutOverlap } from '../../src/extract/figures.js';

const span = fc
  .record({ start: fc.nat({ max: 30 }), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ start, length }) => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 12 });

describe('withoutOverlap', () => {
  it('keeps each span that overlaps none kept before it, in order of the text', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const kept: typeof list = [];
        for (const next of list) if (!kept.some((other) => overlaps(other, next))) kept.push(next);
        expect(withoutOverlap(list)).toEqual(kept.sort((a, b) => a.start - b.start));
      }),
    );
  });
});

describe('outside', () => {
  it('leaves the spans that none of the masks overlaps', () => {
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const [list, masks] = [withoutOverlap(some), withoutOverlap(others)];
        expect(outside(list, masks)).toEqual(
          list.filter((each) => !masks.some((mask) => overlaps(mask, each))),
        );
      }),
    );
  });
});
