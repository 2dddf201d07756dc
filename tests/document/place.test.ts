import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/document/place.js';
import { open } from './reader.js';

const document = open('第一段\n第二段\n第三段');

describe('placesOf', () => {
  it('counts lines where the format has no pages or paragraphs', () => {
    const placeOf = placesOf(document);
    expect([0, 4, 8].map(placeOf)).toEqual(['第1行', '第2行', '第3行']);
  });

  it('names page and paragraph where the format knows them', () => {
    const placeOf = placesOf({
      ...document,
      places: [
        { start: 0, page: 1, paragraph: 1 },
        { start: 4, page: 1, paragraph: 2 },
        { start: 8, page: 2, paragraph: 1 },
      ],
    });
    expect([0, 3, 4, 10].map(placeOf)).toEqual(['第1页第1段', '第1页第1段', '第1页第2段', '第2页第1段']);
  });

  it('counts paragraphs through the document where there are no pages', () => {
    const placeOf = placesOf({ ...document, places: [{ start: 0, page: null, paragraph: 12 }] });
    expect(placeOf(5)).toBe('第12段');
  });
});
