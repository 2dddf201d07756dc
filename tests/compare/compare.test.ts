import { describe, expect, it } from 'vitest';
import { AFTER, BEFORE, compareTexts } from './years.js';

const { steps, trend, warnings } = await compareTexts(BEFORE, AFTER);
const [step] = steps;
if (!step) throw new Error('two documents make one step');

describe('problems of two years', () => {
  const found = step.problems.map(({ before, after, relation }) => [
    before?.title.text ?? null,
    after?.title.text ?? null,
    relation,
  ]);

  it('tells what became of each', () => {
    expect(found).toEqual([
      ['原著读得少', '原著学习仍然不够', 'copied'],
      ['调研走形式', '下去调研还是走形式', 'persisting'],
      ['清淤工程拖期', null, 'resolved'],
      ['公务用车管得松', null, 'dropped'],
      [null, '供水应急预案没有演练', 'new'],
    ]);
  });

  it('names the deciding words and what was changed', () => {
    const persisting = step.problems[1];
    expect(persisting?.words).toEqual(expect.arrayContaining(['调研', '水库', '渗漏']));
    expect(persisting?.similarity).toBeGreaterThan(0.2);
    const kept = (side: 'removed' | 'added') =>
      persisting
        ?.changes()
        .filter(({ kind }) => kind !== side)
        .map(({ text }) => text)
        .join('');
    expect(kept('removed')).toBe(persisting?.after && ownWords(AFTER, persisting.after.span));
    expect(kept('added')).toBe(persisting?.before && ownWords(BEFORE, persisting.before.span));
  });

  it('quotes the account of what is solved', () => {
    expect(step.problems[2]?.account).toMatchObject({
      state: 'done',
      quote: { text: '东支渠清淤拖期的问题，4月与三个村签了补偿协议，汛前已经完工销号；' },
    });
  });
});

/** The words of an item, its number left out. */
const ownWords = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(start, end).trim().replace(/^\d\./, '');

describe('copied sentences', () => {
  it('are told with both places, once each', () => {
    const places = step.copiedSentences.map(({ before, after, similarity }) => [
      BEFORE.slice(before.span.start, before.span.end),
      AFTER.slice(after.span.start, after.span.end),
      similarity,
    ]);
    const words =
      '书架上的选集翻过的不到一半，遇到会议要发言，就从网上找现成的段落拼起来，讲完自己也记不住。';
    expect(places).toEqual([[words, words, 1]]);
  });
});

describe('claims', () => {
  it('are held against the earlier document', () => {
    expect(step.claims).toMatchObject([
      { statedFound: 5, actualFound: 4, consistent: false, occasion: '2023年度民主生活会' },
    ]);
    expect(AFTER.slice(step.claims[0]?.quote.span.start, step.claims[0]?.quote.span.end)).toContain(
      '查摆了5个问题',
    );
  });
});

describe('claims of aspects', () => {
  const claimed = async (account: string, before = BEFORE) => {
    const { steps } = await compareTexts(before, AFTER.replace('查摆了5个问题', account));
    return steps[0]?.claims[0];
  };
  it('agree with a heading a problem, and where no dimension is known', async () => {
    expect(await claimed('查摆了4个方面问题')).toMatchObject({ statedAspects: 4, consistent: true });
    expect(await claimed('查摆了9个方面问题')).toMatchObject({ statedAspects: 9, consistent: false });
    const unheaded = BEFORE.replace(/（.）.*方面\n/g, '').replace('2023年度民主', '民主');
    expect(await claimed('查摆了9个方面问题', unheaded)).toMatchObject({
      actualAspects: 0,
      consistent: true,
    });
  });
});

describe('measures of the earlier document', () => {
  it('are done, going on or not mentioned', () => {
    expect(step.measures.map(({ before, status }) => [before.title.text, status])).toEqual([
      ['每月精读原著', 'reported-done'],
      ['改进调研办法', 'reported-ongoing'],
      ['管好公务用车', 'not-mentioned'],
    ]);
    const evidence = step.measures[0]?.evidence;
    expect(evidence?.text).toBe('每月精读原著的措施坚持了下来，体会写了2篇，已经兑现；');
    expect(evidence && AFTER.slice(evidence.span.start, evidence.span.end)).toBe(evidence?.text);
  });

  it('share what is told of the problem that only they answer, unless it is named as the problem', async () => {
    const told = async (account: string) => {
      const after = AFTER.replace(
        '东支渠清淤拖期的问题，4月与三个村签了补偿协议，汛前已经完工销号；',
        account,
      );
      const before = BEFORE.replace(
        '3.管好公务用车。',
        '3.抓好清淤。与村里一次谈定补偿，6月底前完工。\n4.管好公务用车。',
      );
      const { steps } = await compareTexts(before, after);
      const status = steps[0]?.measures.find(({ before: measure }) => measure.title.text === '抓好清淤');
      const relation = steps[0]?.problems.find(
        ({ before: problem }) => problem?.title.text === '清淤工程拖期',
      );
      return [status?.status, relation?.account?.state];
    };
    expect(await told('东支渠清淤工程还差一截；')).toEqual(['reported-ongoing', 'ongoing']);
    expect(await told('东支渠清淤工程拖期的问题已经解决；')).toEqual(['not-mentioned', 'done']);
  });

  it('are overdue when their day has passed without a word', async () => {
    const promised = BEFORE.replace('节假日一律封存', '5月底前装好定位');
    const { steps } = await compareTexts(promised, AFTER);
    expect(
      steps[0]?.overdue.map(({ measure, commitment, due }) => [measure.id, commitment.text, due]),
    ).toEqual([['m3', '5月底前', '2024-05-31']]);
    expect(step.overdue).toEqual([]);
  });

  it('are not overdue in a document of a much later year that speaks of other things', async () => {
    const silent = AFTER.replace(/^一、上年度[\s\S]*?(?=二、存在)/m, '');
    const promised = BEFORE.replace('节假日一律封存', '5月底前装好定位');
    const overdue = async (year: number) =>
      (await compareTexts(promised.replace('2023年度', `${year}年度`), silent)).steps[0]?.overdue.length;
    expect([await overdue(2023), await overdue(2020)]).toEqual([2, 0]);
  });
});

describe('an account that everything is done', () => {
  const all = (count: number): string =>
    AFTER.replace(
      /2023年度民主生活会我查摆了[^\n]*/,
      `2023年度民主生活会我查摆了${count}个问题，已全部整改到位。`,
    );
  const relationsOf = async (text: string) =>
    (await compareTexts(BEFORE, text)).steps[0]?.problems.map(({ relation }) => relation);

  it('solves what does not return, when its figure is that of the earlier document', async () => {
    expect(await relationsOf(all(4))).toEqual(['copied', 'persisting', 'resolved', 'resolved', 'new']);
  });

  it('is not believed when its figure is another', async () => {
    expect(await relationsOf(all(9))).toEqual(['copied', 'persisting', 'dropped', 'dropped', 'new']);
  });
});

describe('trend', () => {
  it('counts problems, examples, measures by year', () => {
    expect(trend.years.map(({ year, problems, measures }) => [year, problems, measures])).toEqual([
      [2023, 4, 3],
      [2024, 3, 1],
    ]);
  });

  it('ties a shortcoming together over three years, a pause included', async () => {
    const pause = AFTER.replace(/^1\.原著学习.*\n/m, '').replace(/^一、上年度[\s\S]*?(?=二、存在)/m, '');
    const last = BEFORE.replace('2023年度', '2025年度').replace('三次推迟', '四次推迟');
    const { trend: three } = await compareTexts(BEFORE, pause, last);
    expect(
      three.threads.map(({ problems, everyYear }) => [problems.map((p) => p !== null), everyYear]),
    ).toEqual([
      [[true, true, true], true],
      [[true, false, true], false],
      [[true, false, true], false],
      [[true, false, true], false],
      [[false, true, false], false],
    ]);
  });
});

it('is without warnings when all is well', () => {
  expect(warnings).toEqual([]);
});
