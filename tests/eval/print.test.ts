import { describe, expect, it } from 'vitest';
import { perfectPrediction } from './perfect.js';
import { printErrors, printResults } from './print.js';
import { gather } from './results.js';
import { scoreDocument } from './score.js';
import { gold, text } from './small.js';
import { table, width } from './table.js';

const prediction = perfectPrediction(gold, text);
const score = scoreDocument(
  gold,
  { ...prediction, problems: prediction.problems.slice(1) },
  new Map([['numbering', []]]),
);
const documents = [
  { name: 'open', origin: 'dev', score },
  { name: 'kept', origin: 'held', score },
] as const;

describe('table', () => {
  it('lines its columns up, Chinese included', () => {
    expect(
      table(
        ['规则', 'n'],
        [
          ['套话', '1'],
          ['x', '100'],
        ],
      ).split('\n'),
    ).toEqual(['| 规则 |   n |', '|------|----:|', '| 套话 |   1 |', '| x    | 100 |']);
  });
});

describe('printResults', () => {
  const printed = printResults(gather(documents, null));

  it('shows F1 with precision and recall, and shares with their number', () => {
    const row = printed.split('\n').find((line) => line.startsWith('| problems '));
    expect(row?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'problems',
      ...Array<string>(3).fill('0.800 (1.00/0.66)'),
      '0.97',
      '',
    ]);
    expect(printed).toMatch(/\| part of line +\| +1\.000 \(of 16\) \|/);
  });

  it('shows only groups that hold documents, and says what was left out', () => {
    expect(printed).toContain(' dev (1) |');
    expect(printed).not.toContain('real (');
    expect(printed).toContain('10 marks of rules that do not exist yet are left out.');
    expect(printed).not.toContain('## Dimension by content');
  });

  it('keeps every row of a table as wide as its head', () => {
    const tables = printed.split('\n\n').filter((section) => section.startsWith('|'));
    expect(tables.length).toBe(3);
    for (const section of tables) expect(new Set(section.split('\n').map(width)).size).toBe(1);
  });

  it('shows the mapping by content with its baselines and confidences', () => {
    const content = {
      cases: 4,
      top1: 0.75,
      top2: 1,
      answered: 0.5,
      answeredRight: 1,
      calibrationError: 0.1,
      reliability: [{ from: 0.7, to: 0.8, cases: 4, confidence: 0.75, right: 0.75 }],
    };
    const shown = printResults(
      gather(documents, { classifier: content, majority: content, keywords: content }),
    );
    expect(shown).toMatch(/\| classifier +\| +4 \| 0\.750 \| 1\.000 \|/);
    expect(shown).toMatch(/\| 0\.7–0\.8 +\| +4 \| 0\.75 \| +0\.75 \|/);
  });
});

describe('printErrors', () => {
  it('gives fault, measure, line and words', () => {
    expect(printErrors(documents, false)).toContain('missed problems · line 7 · 学习原文不够');
  });

  it('shows held documents only when asked', () => {
    expect(printErrors(documents, false)).not.toContain('kept');
    expect(printErrors(documents, true)).toContain('kept: ');
  });
});
