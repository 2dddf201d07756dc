import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { wordFile } from '../document/formats/docx/word.js';
import { composed, files, type Located, written } from './expressions.js';

/** A group repeated up to so often takes bounded time. */
const FEW = 12;

/** Repeated groups that were looked at one by one. */
const SAFE: ReadonlyMap<string, string> = new Map([
  ['(?:\\s|<!--(?:[^-]|-(?!->))*-->)*', 'its choices begin differently'],
  ['(?:[^-]|-(?!->))*', 'its choices begin differently'],
  [
    '(?:[）〕”’》〉】)\\]，。、；：！？%℃]|["\'].?|[\\w.])*',
    'it ends the expression, so that nothing behind it can fail',
  ],
]);

type Expression = Pick<Located, 'source' | 'flags'>;

/**
 * What lets an expression take more than linear time where one character is repeated, with the part at fault. Sticky
 * ones are tried at one place after the other, like any others.
 */
const byOneCharacter = ({ source, flags }: Expression): readonly string[] =>
  analyse({ source, flags: flags.replace('y', '') }).reports.map((report) => {
    const parts =
      report.type === 'Trade'
        ? [report.startQuant, report.endQuant]
        : [report.type === 'Self' ? report.parentQuant : report.quant];
    return parts.map(({ raw }) => raw).join(' → ');
  });

/** Words repeated can do so only where a group is. */
function repeatedGroups({ source, flags }: Expression): readonly string[] {
  const found: string[] = [];
  const unicode = flags.includes('u');
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, { unicode }), {
    onQuantifierEnter: ({ max, element, raw }) => {
      if (max > FEW && (element.type === 'Group' || element.type === 'CapturingGroup')) found.push(raw);
    },
  });
  return found.filter((group) => !SAFE.has(group));
}

const faults = (expression: Expression): readonly string[] => [
  ...byOneCharacter(expression),
  ...repeatedGroups(expression),
];

const faulty = (expressions: readonly Located[]): readonly string[] =>
  expressions.flatMap((expression) =>
    faults(expression).map(
      (fault) => `${expression.place} /${expression.source}/${expression.flags}: ${fault}`,
    ),
  );

describe('no regular expression takes more than linear time', () => {
  it.each([
    /^(a+)+$/,
    /^(?:一|一)*$/,
    /^(?:一二|一二三?)*$/,
    /.*第.*条.*项/,
    /\s+$/,
    /[^。]*，一是/,
    /\d+项/y,
  ])('the check finds a bad one: %s', (bad) => {
    expect(faults(bad)).not.toEqual([]);
  });

  const { literals, calls } = written();

  it('not one that the source code writes out', () => {
    expect(literals.length).toBeGreaterThan(300);
    expect(faulty(literals)).toEqual([]);
  });

  it('not one that is composed while the program runs', async () => {
    const made = await composed(async () => {
      await loadAll();
      await useAll();
    });
    expect(faulty(made)).toEqual([]);
    // Each place was seen at work.
    const places = new Set(made.map(({ place }) => place));
    expect(calls.filter((call) => !places.has(call))).toEqual([]);
  });
});

/** Loads the modules of the source code, but those that start something as they are loaded. */
async function loadAll(): Promise<void> {
  for (const path of files())
    if (!/(?:cli\/start(?:-worker)?|pdf\/worker)\.ts$/.test(path)) await import(path);
}

/** Analyses documents, and sets comments into a Word file twice. */
async function useAll(): Promise<void> {
  const { createAnalyzer } = await import('../../src/index.js');
  const { commentDocx } = await import('../../src/document/formats/docx/comments.js');
  const { readDocx } = await import('../../src/document/formats/docx/read.js');
  const analyzer = await createAnalyzer();
  const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));
  for (const name of readdirSync(corpus).filter((file) => file.endsWith('.txt')))
    analyzer.analyze(await analyzer.read(`${corpus}${name}`));
  const options = { file: '甲.docx', revisions: 'accepted', title: { start: 0, end: 2 } } as const;
  let bytes: Uint8Array = wordFile({
    body: '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>学习不够深入</w:t></w:r></w:p>',
  });
  for (let round = 0; round < 2; round++) {
    const { text } = await readDocx(bytes, options);
    bytes = commentDocx(bytes, [{ span: { start: 2, end: 4 }, says: ['甲', '乙'] }], { ...options, text });
  }
}
