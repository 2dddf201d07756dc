import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match, sameClauses } from './matching.js';
import { type MeasureId, measureIds } from './measures.js';
import { perfectPrediction, spanOf } from './perfect.js';
import { scoreDocument, sum } from './score.js';
import { rulePrecision, ruleRecall, strictPrecision } from './score-findings.js';
import { gold, text } from './small.js';
import { intersectionOverUnion, shareOfShorter, squeeze, withoutSpace } from './squeezed.js';
import { type ContractDocument, contractDocument } from './system.js';
import { headline, hits, precision, recall, share, type Tally } from './tally.js';

const rules = new Map([
  ['vague-example', []],
  ['problem-without-measure', []],
  ['missing-dimension', []],
  ['missing-part', []],
  ['numbering', ['placeholder']],
]);
const perfect = perfectPrediction(gold, text);
const quote = (words: string) => ({ text: words, span: spanOf(text, words) });
const score = (prediction: ContractDocument) => scoreDocument(gold, prediction, rules);

/** The perfect answer with one problem changed, or left out. */
function withProblem(
  id: string,
  change: (
    problem: ContractDocument['problems'][number],
  ) => Partial<ContractDocument['problems'][number]> | null,
): ContractDocument {
  return {
    ...perfect,
    problems: perfect.problems.flatMap((problem) => {
      if (problem.id !== id) return [problem];
      const changed = change(problem);
      return changed === null ? [] : [{ ...problem, ...changed }];
    }),
  };
}

const example = (words: string, grade: 'concrete' | 'partial' | 'vague') => ({
  examples: [{ ...quote(words), grade }],
});

describe('the perfect answer', () => {
  it('keeps the contract', () => {
    expect(contractDocument.parse(perfect)).toEqual(perfect);
  });

  it('scores 1 everywhere, and every measure had something to measure', () => {
    const { tallies, errors } = score(perfect);
    const measured = measureIds.filter((id) => id !== 'dimensionByContent');
    for (const id of measured) expect([id, headline(tallies[id] ?? share(0, 0))]).toEqual([id, 1]);
    expect(errors).toEqual([]);
  });

  it('scores the same with white space strewn over the text', () => {
    const spaced = text.replace(/\p{Script=Han}(?=\p{Script=Han})/gu, '$& 　');
    const { tallies, errors } = scoreDocument(gold, perfectPrediction(gold, spaced), rules);
    expect(tallies).toEqual(score(perfect).tallies);
    expect(errors).toEqual([]);
  });

  it('scores 0 when it is empty, and does not divide by nothing', () => {
    const empty = { ...perfect, problems: [], causes: [], measures: [], rectification: [], findings: [] };
    const { tallies } = score(empty);
    expect(tallies.problems).toEqual(hits(0, 0, 3));
    expect(headline(tallies.problems ?? share(0, 0))).toBe(0);
    expect(precision(hits(0, 0, 3))).toBeNull();
    expect(headline(tallies.dimension ?? share(1, 1))).toBeNull();
  });
});

describe('known errors give known figures', () => {
  const cases: readonly (readonly [
    what: string,
    prediction: ContractDocument,
    figures: Partial<Record<MeasureId, Tally>>,
  ])[] = [
    ['wrong profile', { ...perfect, profile: { id: '2021' } }, { profile: share(0, 1), kind: share(1, 1) }],
    ['wrong kind', { ...perfect, kind: 'team' }, { kind: share(0, 1) }],
    [
      'a problem not found',
      withProblem('p3', () => null),
      {
        problems: hits(2, 2, 3),
        dimension: share(2, 2),
        examples: hits(2, 2, 3),
        // Its links are not asked for: both ends have to be found.
        causeLinks: hits(2, 2, 2),
        withoutMeasure: hits(0, 0, 0),
      },
    ],
    [
      'a problem where there is none',
      {
        ...perfect,
        problems: [
          ...perfect.problems,
          {
            id: 'p9',
            dimension: '2020/1',
            dimensionBy: 'heading',
            title: quote('以上请批评指正'),
            examples: [],
            causes: [],
            measures: [],
            links: { causes: [], measures: [] },
          },
        ],
      },
      { problems: hits(3, 4, 3), titles: share(3, 3), dimension: share(3, 3) },
    ],
    [
      'a title with its number: same problem, not to the letter',
      withProblem('p1', () => ({ title: quote('1.学习原文不够。') })),
      { problems: hits(3, 3, 3), titles: share(2, 3) },
    ],
    [
      'a title with its full stop: to the letter',
      withProblem('p1', () => ({ title: quote('学习原文不够。') })),
      { problems: hits(3, 3, 3), titles: share(3, 3) },
    ],
    [
      'a title that is the whole item',
      withProblem('p1', () => ({ title: quote('学习原文不够。比如，3月的读书班我只到了2次。') })),
      { problems: hits(2, 3, 3), examples: hits(3, 3, 3), examplesPlaced: hits(2, 3, 3) },
    ],
    [
      'another dimension, by content',
      withProblem('p3', () => ({ dimension: '2020/3', dimensionBy: 'content' })),
      { dimension: share(2, 3), dimensionByHeading: share(2, 2), dimensionByContent: share(0, 1) },
    ],
    [
      'the same ordinal in another year',
      withProblem('p3', () => ({ dimension: '2021/4' })),
      { dimension: share(2, 3), dimensionByHeading: share(2, 3) },
    ],
    [
      'no dimension',
      withProblem('p3', () => ({ dimension: null, dimensionBy: null })),
      { dimension: share(2, 3) },
    ],
    [
      'a dimension heading in the wrong place',
      {
        ...perfect,
        dimensions: perfect.dimensions.map(({ id }) => ({ id, heading: spanOf(text, '（一）理论学习方面') })),
      },
      { headings: hits(1, 2, 2) },
    ],
    [
      'an example without its cue: 13 of 16 units',
      withProblem('p1', () => example('3月的读书班我只到了2次。', 'concrete')),
      { examples: hits(3, 3, 3), examplesPlaced: hits(3, 3, 3) },
    ],
    [
      'half an example',
      withProblem('p3', () => example('5月一件信访件我压了三周', 'partial')),
      { examples: hits(2, 3, 3), grade: share(2, 2) },
    ],
    [
      'vague taken for partial: wrong, yet not the opposite',
      withProblem('p2', () => example('如，有时记得不全。', 'partial')),
      { grade: share(2, 3), poles: share(1, 2), polesLenient: share(2, 2) },
    ],
    [
      'vague taken for concrete',
      withProblem('p2', () => example('如，有时记得不全。', 'concrete')),
      { grade: share(2, 3), poles: share(1, 2), polesLenient: share(1, 2) },
    ],
    [
      'partial taken for concrete: the poles do not ask',
      withProblem('p3', () => example('再如，5月一件信访件我压了三周，一直没有去见来访人。', 'concrete')),
      { grade: share(2, 3), poles: share(2, 2), polesLenient: share(2, 2) },
    ],
    [
      'a cause less its first clause: one clause is forgiven',
      withProblem('p1', () => ({ causes: [quote('没有当回事，靠吃老本，图省事。')] })),
      { problemCauses: hits(1, 1, 1) },
    ],
    [
      'a cause of which two of four clauses are left, less than half of the characters',
      withProblem('p1', () => ({ causes: [quote('靠吃老本，图省事。')] })),
      { problemCauses: hits(0, 1, 1) },
    ],
    [
      'a measure not found in its problem',
      withProblem('p2', () => ({ measures: [] })),
      { problemMeasures: hits(0, 0, 1) },
    ],
    [
      'no measure at all for a problem that states one itself',
      withProblem('p2', () => ({ measures: [] })),
      { withoutMeasure: hits(1, 2, 1) },
    ],
    [
      'a link too many, one missing',
      withProblem('p1', () => ({ links: { causes: ['xc2'], measures: ['ym1', 'ym2'] } })),
      { causeLinks: hits(2, 3, 3), measureLinks: hits(1, 2, 1) },
    ],
    [
      'a link to a cause that no reader sees: not asked for',
      {
        ...withProblem('p1', () => ({ links: { causes: ['xc1', 'x9'], measures: ['ym1'] } })),
        causes: [...perfect.causes, { id: 'x9', title: quote('以上请批评指正') }],
      },
      { causeLinks: hits(3, 3, 3), causes: hits(2, 3, 2) },
    ],
    [
      'a cause item missing',
      { ...perfect, causes: perfect.causes.slice(1) },
      { causes: hits(1, 1, 2), causeLinks: hits(1, 1, 1) },
    ],
    [
      'commitments: one in three quotes, one longer within its clause',
      {
        ...perfect,
        measures: [
          {
            id: 'ym1',
            title: quote('把原文读进去'),
            commitments: [quote('2小时'), quote('6月底前'), quote('由办公室检查')],
          },
          { id: 'ym2', title: quote('把门打开'), commitments: [quote('每月15日前上门见一')] },
        ],
      },
      { measures: hits(2, 2, 2), commitments: hits(3, 3, 3), commitmentQuotes: hits(2, 4, 3) },
    ],
    [
      'commitments: one across clauses finds nothing, one where there is none, one in a title',
      {
        ...perfect,
        measures: [
          {
            id: 'ym1',
            title: quote('把原文读进去'),
            commitments: [quote('每周不少于2小时'), quote('以上请批评指正')],
          },
          {
            id: 'ym2',
            title: quote('把门打开'),
            commitments: [quote('把门打开'), quote('把门打开。每月15日前')],
          },
        ],
      },
      { measures: hits(2, 2, 2), commitments: hits(1, 3, 3) },
    ],
    [
      'one figure of an account wrong',
      {
        ...perfect,
        rectification: perfect.rectification.map((account) =>
          account.found === 12 ? { ...account, ongoing: null } : account,
        ),
      },
      { rectification: hits(1, 2, 2), rectificationFigures: share(7, 8) },
    ],
    [
      'an account that nobody gave',
      {
        ...perfect,
        rectification: [
          ...perfect.rectification,
          { occasion: '批评指正', aspects: 1, found: 1, done: 1, ongoing: 1, span: spanOf(text, '批评指正') },
        ],
      },
      { rectification: hits(2, 3, 2), rectificationFigures: share(8, 8) },
    ],
    [
      'two accounts of one sentence, both with the whole sentence and shortened occasions',
      {
        ...perfect,
        rectification: perfect.rectification.map((account) => ({
          ...account,
          occasion: (account.occasion ?? '').slice(0, 4),
          span: spanOf(
            text,
            '上年度民主生活会查摆问题12项，完成8项，剩余4项；巡察整改专题会查摆问题6项，完成6项。',
          ),
        })),
      },
      { rectification: hits(2, 2, 2) },
    ],
    [
      'their figures exchanged',
      {
        ...perfect,
        rectification: perfect.rectification.map((account, i, all) => ({
          ...account,
          ...(({ found, done, ongoing }) => ({ found, done, ongoing }))(all[1 - i] ?? account),
          span: spanOf(
            text,
            '上年度民主生活会查摆问题12项，完成8项，剩余4项；巡察整改专题会查摆问题6项，完成6项。',
          ),
        })),
      },
      { rectification: hits(0, 2, 2), rectificationFigures: share(2, 8) },
    ],
    [
      'causes taken for measures: three lines of sixteen',
      {
        ...perfect,
        parts: perfect.parts.map((part) => (part.role === 'causes' ? { ...part, role: 'measures' } : part)),
      },
      { parts: share(13, 16) },
    ],
    ['a part not found', { ...perfect, parts: perfect.parts.slice(1) }, { parts: share(15, 16) }],
  ];

  it.each(cases)('%s', (_, prediction, figures) => {
    const { tallies } = score(prediction);
    const asked = measureIds.filter((id) => id in figures);
    expect(Object.fromEntries(asked.map((id) => [id, tallies[id]]))).toEqual(figures);
  });
});

describe('parts', () => {
  it('give a line that two share the role of the longer stretch', () => {
    const [start, end] = spanOf(text, '以上请批评指正。');
    const parts = [
      ...perfect.parts.slice(0, -1),
      { role: 'measures', span: [start, start + 2] as const },
      { role: 'closing', span: [start + 2, end] as const },
    ];
    expect(score({ ...perfect, parts }).tallies.parts).toEqual(share(16, 16));
  });
});

describe('findings', () => {
  const finding = (rule: string, words: string) => ({ rule, span: spanOf(text, words), related: [] });

  it('are hits, misses, false alarms and quiet by mark', () => {
    const findings = [
      finding('vague-example', '比如，3月的读书班我只到了2次。'),
      finding('problem-without-measure', '遇到矛盾绕'),
      finding('missing-part', '对照检查材料'),
    ];
    const { rules: scores, errors } = score({ ...perfect, findings });
    expect(scores['vague-example']).toMatchObject({ hits: 0, misses: 1, falseAlarms: 1, quiet: 0 });
    expect(scores['problem-without-measure']).toMatchObject({ hits: 1, misses: 0, unmarked: 0 });
    expect(scores['missing-dimension']).toMatchObject({ hits: 0, misses: 1 });
    expect(scores['missing-part']).toMatchObject({ falseAlarms: 1, quiet: 0 });
    expect(errors.map(({ measure, fault, line }) => [measure, fault, line])).toEqual([
      ['rule vague-example', 'missed', 8],
      ['rule vague-example', 'false', 7],
      ['rule missing-dimension', 'missed', null],
      ['rule missing-part', 'false', null],
      ['rule numbering', 'missed', 10],
    ]);
  });

  it('do not touch a mark of which they hold less than half', () => {
    const findings = [
      finding('vague-example', '。如，有时'),
      finding('vague-example', '全。整改措施：下周起当天补齐。'),
    ];
    expect(score({ ...perfect, findings }).rules['vague-example']).toMatchObject({ hits: 1, unmarked: 1 });
  });

  it('count as false without a mark only where all faults are marked', () => {
    const findings = [
      ...perfect.findings,
      finding('numbering', '四、措施'),
      finding('problem-without-measure', '听课记录做得少'),
    ];
    const { rules: scores } = score({ ...perfect, findings });
    const [numbering, without] = [scores.numbering, scores['problem-without-measure']];
    expect(
      numbering && [rulePrecision(numbering), strictPrecision(numbering), ruleRecall(numbering)],
    ).toEqual([1, 0.5, 1]);
    expect(without && [without.unmarked, strictPrecision(without)]).toEqual([1, 1]);
  });

  it('count as found where the rule yielded to another that spoke of the same words', () => {
    const findings = perfect.findings.map((entry) =>
      entry.rule === 'numbering' ? { ...entry, rule: 'placeholder' } : entry,
    );
    const told = score({ ...perfect, findings }).rules.numbering;
    expect(told && ruleRecall(told)).toBe(1);
    const silent = score({ ...perfect, findings: [] }).rules.numbering;
    expect(silent && ruleRecall(silent)).toBe(0);
  });

  it('leave out the marks of rules that do not exist yet, and say how many', () => {
    const { rules: scores, marksLeftOut } = scoreDocument(gold, perfect, new Map([['numbering', []]]));
    expect(Object.keys(scores)).toEqual(['numbering']);
    expect(marksLeftOut).toBe(5);
  });
});

describe('errors', () => {
  it('name measure, fault, line and words', () => {
    const { errors } = score(withProblem('p3', () => null));
    expect(errors).toEqual([
      { measure: 'problems', fault: 'missed', line: 10, text: '遇到矛盾绕着走', note: '' },
      {
        measure: 'examples',
        fault: 'missed',
        line: 10,
        text: '再如，5月一件信访件我压了三周，一直没有去见来访人。',
        note: '',
      },
    ]);
  });

  it('say of a wrong value what it should be', () => {
    const { errors } = score(withProblem('p1', () => ({ links: { causes: ['xc2'], measures: ['ym1'] } })));
    expect(errors.map(({ fault, text: words, note }) => [fault, words, note])).toEqual([
      ['missed', '学习原文不够', '→ 自我要求放松'],
      ['false', '学习原文不够', '→ 宗旨意识淡了'],
    ]);
  });

  it('do not repeat a gold quote that the text lacks', () => {
    const other = { ...perfect, text: '另一篇文章。' };
    expect(() => score(other)).toThrow('small.txt: a gold quote of 6 characters does not occur');
  });
});

describe('sums', () => {
  it('weigh every item the same', () => {
    const total = sum([score(perfect), score(withProblem('p3', () => null))]);
    expect(total.tallies.problems).toEqual(hits(5, 5, 6));
    expect(recall(hits(5, 5, 6))).toBeCloseTo(0.833, 3);
    expect(total.rules.numbering).toMatchObject({ hits: 2, misses: 0 });
  });

  it('of nothing are empty', () => {
    expect(sum([])).toEqual({ tallies: {}, rules: {}, marksLeftOut: 0 });
  });
});

describe('spans and matching', () => {
  it('leave white space out of account, whatever the offsets', () => {
    const words = fc.string({ unit: fc.constantFrom('学', '习', ' ', '\n', '　', 'a', '，') });
    fc.assert(
      fc.property(words, fc.nat(30), fc.nat(30), (original, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const squeezed = squeeze(original);
        expect(squeezed.slice(squeezed.from(start, end))).toBe(withoutSpace(original.slice(start, end)));
      }),
    );
  });

  it('find a quote over line breaks, and its line', () => {
    const squeezed = squeeze('第一行\n他说学习\n 不 够。');
    const span = squeezed.find('学习不够');
    expect(span).toEqual({ start: 5, end: 9 });
    expect([squeezed.lineAt(5), squeezed.lineAt(7), squeezed.lineAt(99)]).toEqual([2, 3, 3]);
    expect(squeezed.find('没有')).toBeNull();
    expect(squeeze('啊啊啊').count('啊啊')).toBe(2);
  });

  it('measure overlap', () => {
    const span = (start: number, end: number) => ({ start, end });
    expect(intersectionOverUnion(span(0, 10), span(0, 5))).toBe(0.5);
    expect(intersectionOverUnion(span(0, 10), span(5, 15))).toBeCloseTo(1 / 3);
    expect(intersectionOverUnion(span(0, 10), span(10, 15))).toBe(0);
    expect(shareOfShorter(span(0, 100), span(50, 60))).toBe(1);
    expect(shareOfShorter(span(0, 10), span(8, 18))).toBe(0.2);
    expect(shareOfShorter(span(4, 4), span(0, 10))).toBe(1);
    expect(shareOfShorter(span(11, 11), span(0, 10))).toBe(0);
  });

  it('pair each item once, the likest first', () => {
    const near = (a: number, b: number) => Math.max(0, 10 - Math.abs(a - b));
    const { pairs, missed, extra } = match([1, 5, 40], [4, 2, 60], near);
    expect(pairs).toEqual([
      { gold: 1, predicted: 2 },
      { gold: 5, predicted: 4 },
    ]);
    expect([missed, extra]).toEqual([[40], [60]]);
  });

  it('forgive one clause, never none in common', () => {
    const words = '甲乙丙丁戊己庚，说明我没有尽责任，丙丁。';
    const same = sameClauses(words);
    const at = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
    expect(same(at('丙丁。'), at('说明我没有尽责任，丙丁。'))).toBeGreaterThan(0);
    expect(same(at('丙丁。'), at('甲乙丙丁戊己庚，说明我没有尽责任，丙丁。'))).toBe(0);
    expect(same(at('甲乙丙丁戊己庚，'), at('说明我没有尽责任，'))).toBe(0);
  });
});
