import { describe, expect, it } from 'vitest';
import { checkRuleId, parseLevel } from '../../src/check/levels.js';
import { addTallies, countFrom, tallyOf } from '../../src/check/tally.js';
import { makeFinding } from '../fixtures/analysis.js';

const known = ['vague-example', 'boilerplate'];

describe('parseLevel', () => {
  it.each(['off', 'info', 'warning', 'error'])('reads ID=%s', (level) => {
    expect(parseLevel(`boilerplate=${level}`, known)).toEqual({ id: 'boilerplate', level });
  });

  it.each([
    ['boilerplate', 'bad-option', '应写成“规则=级别”'],
    ['=off', 'bad-option', '应写成“规则=级别”'],
    ['boilerplate=on', 'bad-option', '级别只能是 off、info、warning、error'],
    ['boilerplat=off', 'unknown-rule', '是不是“boilerplate”？'],
  ])('does not take %s', (setting, code, message) => {
    expect(() => parseLevel(setting, known)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  it('guesses nothing that is far away', () => {
    expect(() => checkRuleId('空话', known)).toThrow('没有名为“空话”的规则。用 duizhao rules 查看全部规则。');
  });
});

describe('tallies', () => {
  it('count findings at or above a level', () => {
    const tally = tallyOf([
      makeFinding(''),
      makeFinding('', { severity: 'error' }),
      makeFinding('', { severity: 'info' }),
    ]);
    const twice = addTallies(tally, tally);
    expect(twice).toEqual({ error: 2, warning: 2, info: 2 });
    expect([countFrom(twice, 'error'), countFrom(twice, 'warning'), countFrom(twice, 'info')]).toEqual([
      2, 4, 6,
    ]);
  });
});
