import { describe, expect, it } from 'vitest';
import { renderCompareHtml } from '../../../src/report/compare/html.js';
import { renderCompareJson } from '../../../src/report/compare/json.js';
import { renderCompareMarkdown } from '../../../src/report/compare/markdown.js';
import { redactComparison } from '../../../src/report/compare/redact.js';
import { renderCompare } from '../../../src/report/compare/terminal.js';
import { AFTER, BEFORE, compareTexts } from '../../compare/years.js';

const comparison = await compareTexts(
  BEFORE.replace('节假日一律封存', '5月底前装好定位'),
  AFTER.replace('青川县水务局党组成员、副局长', '临江市第二中学党委书记、校长').replace(
    '5个问题，完成3个，2个正在',
    '9876个问题，完成6789个，3087个正在',
  ),
);
const redacted = redactComparison(comparison);
const comparisonOfRight = await compareTexts(BEFORE, AFTER.replace('查摆了5个问题', '查摆了4个问题'));

/** Words that only the documents have. */
const OWN = ['原著', '水库', '清淤', '公车', '演练', '渗漏', '定位', '青川', '临江', '校长', '补偿', '1.txt'];

const reports: readonly (readonly [string, (shown: typeof comparison) => string])[] = [
  ['terminal', (shown) => renderCompare(shown, { color: false, width: 100, all: true })],
  ['markdown', renderCompareMarkdown],
  ['html', renderCompareHtml],
  ['json', (shown) => renderCompareJson(shown, { includeText: true, explain: true })],
];

describe('a redacted comparison', () => {
  it.each(reports)('in %s shows no words of the documents', (_, render) => {
    expect(OWN.filter((word) => render(redacted).includes(word))).toEqual([]);
    // Without the mask they would be there.
    expect(OWN.filter((word) => render(comparison).includes(word)).length).toBeGreaterThan(6);
  });

  it.each(reports)('in %s shows no figures that the documents state', (name, render) => {
    expect(render(redacted)).not.toMatch(/9876|6789|3087/);
    expect(render(comparison)).toMatch(name === 'json' ? /9876[\s\S]*6789[\s\S]*3087/ : /9876/);
  });

  it('says whether the masked figures are right', () => {
    expect(renderCompareMarkdown(redacted)).toContain(
      '查摆的数目（已遮住）与上一份里读到的2个方面4个问题对不上。',
    );
    expect(redacted.steps[0]?.claims).toMatchObject([{ actualFound: 4, consistent: false }]);
    const right = redactComparison(comparisonOfRight);
    expect(renderCompareMarkdown(right)).toContain('查摆的数目（已遮住）与上一份相符。');
  });

  it('keeps what became of the problems, and says who is doubted without the names', () => {
    const relations = (shown: typeof comparison) =>
      shown.steps[0]?.problems.map(({ before, after, relation }) => [before?.id, after?.id, relation]);
    expect(relations(redacted)).toEqual(relations(comparison));
    expect(redacted.warnings.map(({ message }) => message)).toEqual([
      '文件1、文件2可能不是同一个人或同一个单位的材料：单位不同（“■■■■■■”；“■■■■■■■”）；职务不同（“■■■”；“■■”）。请核对。',
    ]);
  });
});
