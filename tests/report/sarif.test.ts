import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer.js';
import type { Outcome } from '../../src/report/outcome.js';
import { sarifWriter, uriOf } from '../../src/report/sarif.js';
import { writeAll } from '../../src/report/writer.js';
import { rules } from '../../src/rules/index.js';
import { emptyAnalysis, makeAnalysis, makeDocument, makeFinding, TEXT } from '../fixtures/analysis.js';

/** The schema of the standard, as the package @microsoft/jest-sarif (MIT) ships it. */
const { $schema, id, ...schema } = JSON.parse(
  readFileSync('tests/fixtures/sarif-2.1.0.schema.json', 'utf8'),
) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const valid = ajv.compile(schema);

interface Located {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number };
    readonly region?: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
      readonly snippet: { readonly text: string };
    };
  };
  readonly logicalLocations?: readonly { readonly name: string }[];
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Located[];
  readonly relatedLocations?: readonly Located[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
}
interface Run {
  readonly columnKind: string;
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { text: string } }[] };
  };
  readonly results: readonly Result[];
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
}

function write(outcomes: readonly Outcome[]): Run {
  const log = JSON.parse(writeAll(sarifWriter({ rules, version: '1.2.3' }), outcomes)) as {
    readonly runs: readonly [Run];
  };
  valid(log);
  expect(valid.errors).toBeNull();
  return log.runs[0];
}

const example = makeFinding('比如，有时学得不紧。', {
  suggestion: '写明时间和场合。',
  related: [{ message: '同一条里的另一处', span: { start: 3, end: 6 } }],
});
const missing = makeFinding('', {
  rule: 'missing-dimension',
  severity: 'error',
  message: '“带头乙”没有写问题。',
});
const failed = { file: '目录/无 1.txt', error: { code: 'not-found', message: '无：找不到。' } };

describe('sarifWriter', () => {
  it('is valid by the schema of the standard: no document, one, several, failed', () => {
    write([]);
    write([{ analysis: emptyAnalysis(''), findings: [] }]);
    write([{ analysis: makeAnalysis(), findings: [missing, example] }, failed]);
  });

  it('has the rules with help and refers to them', () => {
    const run = write([{ analysis: makeAnalysis(), findings: [missing, example] }]);
    expect(run.tool.driver.rules.map(({ id: rule }) => rule)).toEqual(rules.map(({ id: rule }) => rule));
    for (const { help } of run.tool.driver.rules) expect(help.text).toContain('为什么：');
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning']);
  });

  it('counts columns in UTF-16 units, and its regions hold the very words', () => {
    const text = TEXT.replace('有时学得', '𠀀时学得');
    const analysis = makeAnalysis({ document: makeDocument(text) });
    const span = { start: text.indexOf('时学得'), end: text.indexOf('究其') };
    const run = write([{ analysis, findings: [{ ...example, span }] }]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    const region = run.results[0]?.locations[0]?.physicalLocation.region;
    if (!region) throw new Error('no region');
    const line = text.split('\n')[region.startLine - 1] ?? '';
    expect(region.endLine).toBe(region.startLine);
    expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('时学得不紧。');
    expect(region.snippet.text).toBe('时学得不紧。');
  });

  it('locates the document as a whole without a region, and related places too', () => {
    const [whole, one] = write([{ analysis: makeAnalysis(), findings: [missing, example] }]).results;
    expect(whole?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'demo.txt', index: 0 },
    });
    expect(whole?.relatedLocations).toBeUndefined();
    expect(one?.relatedLocations).toMatchObject([
      {
        message: { text: '同一条里的另一处' },
        physicalLocation: { region: { startLine: 1, startColumn: 4 } },
      },
    ]);
  });

  it('names the paragraph where the format has no lines', () => {
    const document = { ...makeDocument(), places: [{ start: 0, page: 3, paragraph: 2 }] };
    const [result] = write([{ analysis: makeAnalysis({ document }), findings: [example] }]).results;
    expect(result?.locations[0]?.logicalLocations).toMatchObject([{ name: '第3页第2段' }]);
    expect(result?.locations[0]?.physicalLocation.region).toBeUndefined();
  });

  it('has fingerprints that edits elsewhere leave alone', () => {
    const nameIn = (text: string): string | undefined => {
      const start = text.indexOf('比如，');
      const analysis = makeAnalysis({ document: makeDocument(text) });
      const finding = { ...example, span: { start, end: start + 5 } };
      return write([{ analysis, findings: [finding] }]).results[0]?.partialFingerprints['duizhaoSentence/v1'];
    };
    expect(nameIn(TEXT)).toMatch(/^[0-9a-f]{20}$/);
    expect(nameIn(`加一行\n${TEXT}`)).toBe(nameIn(TEXT));
  });

  it('tells what was suppressed, by whom and why', () => {
    const suppressed = [
      { finding: example, reason: '引用原文', source: '第3行的批注', inText: true },
      { finding: missing, reason: '以后再补', source: '基线' },
    ];
    const { results } = write([{ analysis: makeAnalysis(), findings: [example], suppressed }]);
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [{ kind: 'inSource', justification: '引用原文' }],
      [{ kind: 'external', justification: '以后再补' }],
    ]);
  });

  it('is not successful when a document could not be read or tells what was not understood', () => {
    const unread = write([failed, { analysis: makeAnalysis(), findings: [] }]);
    expect(unread.invocations[0]?.executionSuccessful).toBe(false);
    expect(unread.invocations[0]?.toolExecutionNotifications[0]?.message.text).toBe('无：找不到。');
    expect(unread.artifacts.map(({ location }) => location.uri)).toEqual([
      '%E7%9B%AE%E5%BD%95/%E6%97%A0%201.txt',
      'demo.txt',
    ]);
    const [invocation] = write([{ analysis: emptyAnalysis('今天天气很好。'), findings: [] }]).invocations;
    expect(invocation?.toolExecutionNotifications[0]?.message.text).toContain('没有认出');
  });
});

describe('a real document', () => {
  it('gives a valid file whose regions hold the words', async () => {
    const analyzer = await createAnalyzer();
    const document = await analyzer.read('corpus/2021-district-deputy-secretary.txt');
    const { results } = write([analyzer.check(document)]);
    expect(results.length).toBeGreaterThan(10);
    const lines = document.text.split('\n');
    for (const { locations } of results) {
      const region = locations[0]?.physicalLocation.region;
      if (region && region.startLine === region.endLine)
        expect(lines[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1)).toBe(
          region.snippet.text,
        );
    }
  });
});

describe('uriOf', () => {
  it.each([
    ['a/b.txt', 'a/b.txt'],
    ['/tmp/甲#1.txt', 'file:///tmp/%E7%94%B2%231.txt'],
    ['C:\\材料\\a.txt', 'file:///C:/%E6%9D%90%E6%96%99/a.txt'],
    ['100%?.txt', '100%25%3F.txt'],
    ['-', 'stdin'],
  ])('%s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
  });
});
