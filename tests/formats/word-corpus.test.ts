/** The documents of the corpus as Word files of two programs: read like their text, commented on the very words. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initialize, verifyDeliverable } from 'docxodus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis.js';
import { type CheckResult, createAnalyzer } from '../../src/analyzer.js';
import { commentDocx } from '../../src/document/formats/docx/comments.js';
import { ownComments, withoutMarks } from '../../src/document/formats/docx/own-marks.js';
import { openPackage } from '../../src/document/formats/docx/parts.js';
import { textOfPackage } from '../../src/document/formats/docx/read.js';
import { annotationsOf } from '../../src/report/comments.js';
import { commentedWords } from '../document/formats/docx/commented.js';
import { convert, office } from './office.js';
import { written } from './written.js';

const analyzer = await createAnalyzer();
const folder = mkdtempSync(join(tmpdir(), 'duizhao-word-'));
const names = readdirSync('corpus')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));
const path = (kind: string, name: string, ending = 'docx'): string => join(folder, kind, `${name}.${ending}`);
/** Their paragraphs, as plain text. */
const texts = new Map<string, string>();
const checked = new Map<string, CheckResult>();
let automatic = 0;

beforeAll(async () => {
  await initialize();
  for (const kind of ['written', 'office', 'commented']) mkdirSync(join(folder, kind));
  for (const name of names) {
    const { reading } = analyzer.fromText(readFileSync(`corpus/${name}.txt`, 'utf8'));
    texts.set(name, reading.text);
    const file = await written(reading.text.split('\n'));
    automatic += file.automatic;
    writeFileSync(path('written', name), file.bytes);
  }
  convert(
    names.map((name) => path('written', name)),
    'docx:MS Word 2007 XML',
    join(folder, 'office'),
  );
  for (const name of names) checked.set(name, analyzer.check(await analyzer.read(path('written', name))));
  for (const [name, result] of checked)
    writeFileSync(path('commented', name), comment(path('written', name), result));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function comment(file: string, { analysis, findings }: CheckResult): Uint8Array {
  const { comments, ...given } = annotationsOf({ analysis, findings });
  return commentDocx(readFileSync(file), comments, { ...given, revisions: 'accepted' });
}

const plain = (text: string): string => text.replace(/\s/g, '');

function digest({ analysis, findings }: CheckResult): unknown {
  const { profile, kind, parts, problems, causes, measures, rectification }: Analysis = analysis;
  return {
    profile: profile.profile.id,
    kind,
    parts: parts.map(({ role }) => role),
    problems: problems.map(({ title, dimension, examples, links }) => [
      plain(title.text),
      dimension?.ordinal,
      examples.map(({ text, grade }) => [plain(text), grade]),
      links,
    ]),
    causes: causes.map(({ title }) => plain(title.text)),
    measures: measures.map(({ title, commitments }) => [plain(title.text), commitments.length]),
    rectification: rectification.map(({ found, done }) => [found, done]),
    findings: findings.map(({ rule, span }) => [
      rule,
      plain(analysis.document.text.slice(span.start, span.end)),
    ]),
  };
}

const ofText = (name: string): unknown =>
  digest(analyzer.check(analyzer.fromText(texts.get(name) ?? '', { file: `${name}.txt` })));

describe('give the same analysis as the plain text', () => {
  it('with automatic numbers in the files', () => {
    expect(automatic).toBeGreaterThan(300);
  });

  it.each(names)('%s by npm docx', (name) => {
    const result = checked.get(name);
    expect(result && digest(result)).toEqual(ofText(name));
  });

  it.skipIf(!office).each(names)('%s by LibreOffice', async (name) => {
    expect(digest(analyzer.check(await analyzer.read(path('office', name))))).toEqual(ofText(name));
  });
});

describe('comments', () => {
  const words = (name: string): readonly string[] => {
    const result = checked.get(name);
    if (!result) return [];
    const { title, comments } = annotationsOf(result);
    return comments.map(({ span }) => {
      const { start, end } = span.start < span.end ? span : title;
      return plain(writtenWords(start, end, result));
    });
  };

  it.each(names)('%s: stand on the words found, and come out without trace', (name) => {
    const opened = openPackage(readFileSync(path('commented', name)), name);
    expect(commentedWords(opened.main.xml).map(plain)).toEqual(words(name));
    const own = opened.related('comments');
    const restored = own && withoutMarks(opened.main, ownComments(own, name).ids, name);
    if (own) expect(restored).toBe(openPackage(readFileSync(path('written', name)), name).main.xml);
  });

  it.each(names)('%s: bring no fault that the Open XML SDK finds', async (name) => {
    const source = new Uint8Array(readFileSync(path('written', name)));
    const { findings } = await verifyDeliverable(
      new Uint8Array(readFileSync(path('commented', name))),
      source,
    );
    // It also minds blanks like ____ that the document has of its own.
    expect(findings.filter(({ disposition }) => disposition !== 'preExisting')).toEqual([]);
  });

  it.skipIf(!office)('are all shown by LibreOffice', () => {
    convert(
      names.map((name) => path('commented', name)),
      'fodt',
      join(folder, 'commented'),
    );
    for (const name of names) {
      const shown = readFileSync(path('commented', name, 'fodt'), 'utf8').match(/<office:annotation /g) ?? [];
      expect(shown, name).toHaveLength(checked.get(name)?.findings.length ?? 0);
    }
  });
});

/** Automatic numbers are no words of the file: marks cannot stand on them. */
function writtenWords(start: number, end: number, { analysis }: CheckResult): string {
  const given = readFileSync(analysis.document.file);
  const { pieces } = textOfPackage(openPackage(given, analysis.document.file));
  return pieces
    .filter((piece) => piece.source !== null && piece.start < end && piece.start + piece.text.length > start)
    .map((piece) => piece.text.slice(Math.max(0, start - piece.start), end - piece.start))
    .join('');
}
