import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../src/language/segmenter.js';
import { renderSegments } from '../../src/report/segment.js';

describe('renderSegments', () => {
  it('writes one sentence a line, each word with its part of speech', () => {
    const segmenter = createSegmenter();
    const sentences = ['理论政策学习不深入。', '2024年整改3项。'].map((text) => segmenter.tag(text));
    expect(renderSegments(sentences)).toBe(
      '理论/n 政策/n 学习/v 不/d 深入/v 。/w\n2024/m 年/m 整改/v 3/m 项/n 。/w\n',
    );
  });

  it('writes nothing for nothing', () => {
    expect(renderSegments([])).toBe('');
  });
});
