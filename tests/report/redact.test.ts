import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import { createAnalyzer } from '../../src/index.js';
import { csvWriter } from '../../src/report/csv.js';
import { extractWriter } from '../../src/report/extract.js';
import { jsonlWriter } from '../../src/report/json.js';
import { markdownWriter } from '../../src/report/markdown.js';
import { ROLES } from '../../src/report/names.js';
import { masked, redact } from '../../src/report/redact.js';
import { checkWriter } from '../../src/report/terminal.js';
import { type Writer, writeAll } from '../../src/report/writer.js';
import { rules } from '../../src/rules/index.js';

const analyzer = await createAnalyzer();

/** Public words that a report may show: names of parts, dimensions and rules, and what the rules say of themselves. */
const PUBLIC = [
  ...Object.values(ROLES),
  ...analyzer.profiles.flatMap(({ name, dimensions }) => [
    name,
    ...dimensions.flatMap((dimension) => [dimension.name, dimension.short]),
  ]),
  ...rules.map((rule) => JSON.stringify(rule) + rule.check.toString()),
  // What the dictionary advises instead of an expression, as the document that took the place of another.
  ...builtinDictionaries().expressions.map(({ phrase: _, ...advice }) => JSON.stringify(advice)),
].join('\n');

/** Runs of Han characters this long say something. */
const LONG = 6;

const runs = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [run] of text.matchAll(new RegExp(`\\p{Script=Han}{${LONG},}`, 'gu')))
    for (let i = 0; i + LONG <= run.length; i++) found.add(run.slice(i, i + LONG));
  return found;
};

const terminal = { color: false, width: 100, explain: true, all: true };
const writers: readonly (readonly [string, () => Writer])[] = [
  ['terminal', () => checkWriter({ ...terminal, rules })],
  ['jsonl', () => jsonlWriter({ explain: true, includeText: true })],
  ['extract', () => extractWriter(terminal)],
  ['csv', () => csvWriter({ several: true })],
  ['markdown', () => markdownWriter({ several: true })],
];

describe('masked', () => {
  it('keeps length and punctuation', () => {
    expect(masked('7月，𠀀“学习”x1。')).toBe('■■，■■“■■”■■。');
  });
});

describe('a redacted report', () => {
  const documents = readdirSync('corpus')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const text = readFileSync(`corpus/${name}`, 'utf8');
      const checked = analyzer.check(analyzer.fromText(text, { file: `张某某/${name}` }));
      return { name, own: runs(text), checked };
    });

  it.each(writers)('of %s shows no words of the document', (_, writer) => {
    let words = 0;
    for (const { name, own, checked } of documents) {
      const plain = runs(writeAll(writer(), [checked]));
      const shown = runs(writeAll(writer(), [redact(checked, '文件1')]));
      const leaks = (found: ReadonlySet<string>): readonly string[] =>
        [...found].filter((run) => own.has(run) && !PUBLIC.includes(run));
      words += leaks(plain).length;
      expect(leaks(shown), name).toEqual([]);
      expect(shown).not.toContain(name);
    }
    // Without the mask the words would be there.
    expect(words).toBeGreaterThan(documents.length);
  });

  it('names no file, not even one that could not be read', () => {
    const failed = {
      file: '李某.docx',
      error: { code: 'not-found', message: '李某.docx：找不到这个文件。' },
    };
    expect(writeAll(jsonlWriter({}), [redact(failed, '文件1')])).toBe(
      '{"file":"文件1","error":{"code":"not-found","message":"文件1：找不到这个文件。"}}\n',
    );
  });
});
