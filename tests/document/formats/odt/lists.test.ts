import { describe, expect, it } from 'vitest';
import { Lists } from '../../../../src/document/formats/odt/lists.js';
import type { XmlTag } from '../../../../src/document/formats/xml.js';

const level = (attributes: Readonly<Record<string, string>>): XmlTag => ({
  name: 'text:list-level-style-number',
  local: 'list-level-style-number',
  uri: '',
  attributes: Object.entries(attributes).flat(),
  isSelfClosing: true,
});

describe('Lists', () => {
  const lists = (): Lists => {
    const made = new Lists();
    made.define(
      'L',
      level({ 'text:level': '1', 'style:num-format': '一, 二, 三, ...', 'style:num-suffix': '、' }),
    );
    made.define(
      'L',
      level({
        'text:level': '2',
        'style:num-format': '1',
        'style:num-prefix': '（',
        'style:num-suffix': '）',
      }),
    );
    return made;
  };

  it('count each level, a deeper one anew under each item', () => {
    const made = lists();
    expect([1, 2, 2, 1, 2].map((each) => made.next('L', each))).toEqual([
      '一、',
      '（1）',
      '（2）',
      '二、',
      '（1）',
    ]);
  });

  it('begin anew where a list does', () => {
    const made = lists();
    made.next('L', 1);
    made.restart('L');
    expect(made.next('L', 1)).toBe('一、');
  });

  it('have no number for bullets and unknown styles', () => {
    const made = new Lists();
    made.define('B', { ...level({ 'text:level': '1' }), local: 'list-level-style-bullet' });
    expect([made.next('B', 1), made.next('nowhere', 1)]).toEqual(['', '']);
  });
});
