import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/document/formats/docx/parts.js';
import { commentedWords } from '../document/formats/docx/commented.js';
import { p, wordFile } from '../document/formats/docx/word.js';
import { corpusFile } from '../document/reader.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-comments-'));
const at = (name: string): string => join(folder, name);
const duizhao = (...args: readonly string[]) =>
  spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { encoding: 'utf8' });
const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

beforeAll(() => {
  const lines = corpusFile('2021-district-deputy-secretary.txt').split('\n');
  writeFileSync(at('稿.docx'), wordFile({ body: lines.map((line) => p(escaped(line))).join('') }));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Found {
  readonly excerpt: string;
  readonly span: readonly [number, number];
  readonly position: { readonly place: string };
}

const wordsIn = (name: string): readonly string[] =>
  commentedWords(openPackage(readFileSync(at(name)), name).main.xml);

describe('check --to a Word file', () => {
  it('writes a copy with a comment on the words of each finding', () => {
    expect(duizhao('check', at('稿.docx'), '--to', at('批.docx'), '--fail-on', 'error').stdout).toBe('');
    const { documents } = JSON.parse(
      duizhao('check', at('稿.docx'), '--format', 'json', '--include-text').stdout,
    );
    const { findings, text }: { findings: readonly Found[]; text: string } = documents[0];
    expect(findings.length).toBeGreaterThan(10);
    expect(wordsIn('批.docx')).toEqual(
      findings.map(({ span: [start, end] }) =>
        text.slice(start, end || text.indexOf('\n')).replaceAll('\n', ''),
      ),
    );
    expect(findings.every(({ position }) => /^第\d+段$/.test(position.place))).toBe(true);
  });

  it('writes over nothing, unless asked, and never over what it reads', () => {
    writeFileSync(at('有.docx'), '旧');
    const refused = duizhao('check', at('稿.docx'), '--to', at('有.docx'));
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.stderr).toContain('已经存在');
    expect(readFileSync(at('有.docx'), 'utf8')).toBe('旧');
    const own = duizhao('check', at('稿.docx'), '--to', at('稿.docx'), '--force');
    expect(own.status).toBe(2);
    expect(own.stderr).toContain('不能写入要读的文件');
    expect(openPackage(readFileSync(at('稿.docx')), '').related('comments')).toBeNull();
  });

  it('writes nothing for what is no Word file', () => {
    writeFileSync(at('文.txt'), '一、问题');
    const refused = duizhao('check', at('文.txt'), '--to', at('无.docx'));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('批注只能写进 .docx 文件');
    writeFileSync(at('坏.docx'), 'PK\x03\x04 word/');
    expect(duizhao('check', at('坏.docx'), '--to', at('无.docx')).status).toBe(2);
    expect(existsSync(at('无.docx'))).toBe(false);
  });

  it('--in-place writes into the file, the second time the same', () => {
    copyFileSync(at('稿.docx'), at('改.docx'));
    duizhao('check', at('改.docx'), '--in-place');
    const once = readFileSync(at('改.docx'));
    expect(wordsIn('改.docx').length).toBeGreaterThan(10);
    duizhao('check', at('改.docx'), '--in-place');
    expect(Buffer.compare(once, readFileSync(at('改.docx')))).toBe(0);
    expect(duizhao('check', at('改.docx'), '--in-place', '--format', 'json').stderr).toContain('不能和');
  });
});
