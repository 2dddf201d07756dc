import { describe, expect, it } from 'vitest';
import { jsonSchema } from '../../scripts/build-schema.js';
import { renderJson, renderJsonl, toJson } from '../../src/report/json.js';
import { analysisJson, reportJson } from '../../src/schema.js';
import { emptyAnalysis, makeAnalysis, makeDocument, makeFinding, TEXT } from '../fixtures/analysis.js';

const findings = [
  makeFinding('', { rule: 'missing-dimension', severity: 'error' }),
  makeFinding('比如，有时学得不紧。', { evidence: ['没有时间'], suggestion: '写明时间。' }),
];
const failed = { file: '无.txt', error: { code: 'not-found', message: '无.txt：找不到。' } };

describe('toJson', () => {
  it.each([
    ['a full analysis', makeAnalysis()],
    ['one in which nothing was found', emptyAnalysis('你好')],
    ['an empty document', emptyAnalysis('')],
    [
      'an uncertain profile',
      makeAnalysis({
        profile: {
          ...makeAnalysis().profile,
          runnerUp: { profile: makeAnalysis().profile.profile, confidence: 0.2 },
        },
      }),
    ],
  ])('gives what the schema says, and nothing else: %s', (_, analysis) => {
    for (const explain of [false, true]) {
      const json = toJson(analysis, analysis.problems.length > 0 ? findings : [], {
        explain,
        includeText: explain,
      });
      // The schema drops fields it does not know: equal means that there are none.
      expect(analysisJson.parse(json)).toEqual(json);
    }
  });

  it('has the fields of the contract, in its order', () => {
    expect(Object.keys(toJson(makeAnalysis(), findings))).toEqual([
      'file',
      'profile',
      'kind',
      'title',
      'parts',
      'rectification',
      'dimensions',
      'problems',
      'causes',
      'measures',
      'findings',
      'notices',
      'statistics',
    ]);
  });

  it('gives spans of the text as pairs', () => {
    const { problems, parts, measures } = toJson(makeAnalysis(), []);
    const words = ([start, end]: readonly [number, number]) => TEXT.slice(start, end);
    expect(words(problems[0]?.title.span ?? [0, 0])).toBe('理论学习不深入');
    expect(words(problems[1]?.examples[0]?.span ?? [0, 0])).toBe(
      '再如，5月的防汛检查，我只看了4个点中的1个。',
    );
    expect(words(parts[4]?.span ?? [0, 0])).toBe('三、原因剖析\n1.放松了学习。');
    expect(measures[0]?.commitments.map(({ span }) => words(span))).toEqual(['每周不少于10小时', '6月底前']);
  });

  it('names dimensions by profile and ordinal, and the others only where words decided', () => {
    const { problems, dimensions } = toJson(makeAnalysis(), []);
    expect(problems[0]).toMatchObject({ dimension: 'demo/1', dimensionBy: 'heading' });
    expect(problems[0]).not.toHaveProperty('alternatives');
    expect(problems[1]).toMatchObject({
      dimension: null,
      alternatives: [{ dimension: 'demo/2', confidence: 0.31 }],
    });
    expect(dimensions).toMatchObject([{ problems: ['p1'] }, { problems: [] }]);
  });

  it('gives the words behind links and findings only when asked', () => {
    const plain = toJson(makeAnalysis(), findings);
    expect(plain.problems[0]?.links).toEqual({ causes: ['c1'], measures: ['m1'] });
    expect(plain.findings[1]).not.toHaveProperty('evidence');
    expect(plain).not.toHaveProperty('text');
    const explained = toJson(makeAnalysis(), findings, { explain: true, includeText: true });
    expect(explained.problems.map(({ dimensionWords }) => dimensionWords)).toEqual([[], ['调研', '防汛']]);
    expect(explained.problems[0]?.links.evidence).toEqual([
      { to: 'c1', strength: 0.8123, words: ['学习', '放松'] },
      { to: 'm1', strength: 0.5, words: ['学习'] },
    ]);
    expect(explained.findings[1]?.evidence).toEqual(['没有时间']);
    expect(explained.text).toBe(TEXT);
  });

  it('gives position and exact words of a finding', () => {
    const [whole, example] = toJson(makeAnalysis(), findings).findings;
    expect(whole).toMatchObject({
      span: [0, 0],
      excerpt: '',
      position: { line: 1, column: 1, place: '第1行' },
    });
    expect(example).toMatchObject({
      excerpt: '比如，有时学得不紧。',
      position: { line: 7, column: 22, place: '第7行' },
    });
    const places = [{ start: 0, page: 2, paragraph: 3 }];
    const document = { ...makeDocument(), places };
    const [, placed] = toJson(makeAnalysis({ document }), findings).findings;
    expect(placed?.position.place).toBe('第2页第3段');
  });

  it('leaves out the middle of a very long excerpt and alters nothing else', () => {
    const text = '甲乙\n'.repeat(400);
    const analysis = emptyAnalysis(text);
    const [finding] = toJson(analysis, [makeFinding('', { span: { start: 0, end: text.length } })]).findings;
    const [head = '', tail = ''] = (finding?.excerpt ?? '').split('…');
    expect(finding?.excerpt.length).toBe(400);
    expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
    expect(head.length).toBeGreaterThan(tail.length);
  });

  it('says when a document was not understood', () => {
    expect(toJson(emptyAnalysis(''), []).notices).toMatchObject([{ code: 'empty' }]);
    expect(toJson(emptyAnalysis('今天天气很好。'), []).notices).toMatchObject([{ code: 'outside-parts' }]);
    expect(toJson(makeAnalysis(), []).notices).toEqual([]);
  });
});

describe('renderJson', () => {
  const outcomes = [{ analysis: makeAnalysis(), findings }, failed];

  it('is one object with version and documents, failures in their place', () => {
    const report = reportJson.parse(JSON.parse(renderJson(outcomes)));
    expect(report.documents).toHaveLength(2);
    expect(report.documents[1]).toEqual(failed);
    expect(JSON.parse(renderJson([]))).toEqual({ version: 1, documents: [] });
  });

  it('keeps every character of the text', () => {
    const text = '“”\u2028[\n  1,\n  2\n]\t"\\ \u0007😀';
    const analysis = makeAnalysis({ document: makeDocument(text) });
    const [document] = JSON.parse(renderJson([{ analysis, findings: [] }], { includeText: true })).documents;
    expect(document.text).toBe(text);
  });

  it('writes spans on one line', () => {
    expect(renderJson(outcomes)).toContain('"span": [0, 12]');
  });
});

describe('renderJsonl', () => {
  it('gives a document a line, the same as json', () => {
    const outcomes = [{ analysis: makeAnalysis(), findings }, failed];
    const lines = renderJsonl(outcomes).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(renderJson(outcomes)).documents);
  });
});

describe('the JSON Schema', () => {
  it('leaves room for fields of later versions', () => {
    expect(JSON.stringify(jsonSchema())).not.toContain('"additionalProperties":false');
  });
});
