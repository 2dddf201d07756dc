/** The built command as a user runs it: exit codes, messages, formats. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const sample = 'corpus/2021-district-deputy-secretary.txt';
const folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(file('empty.txt'), '');
  writeFileSync(file('word.txt'), '学习');
  writeFileSync(
    file('binary.dat'),
    Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256),
  );
  writeFileSync(
    file('fault.txt'),
    '一、上年度整改情况\n上年度民主生活会查摆问题12项，已完成8项，剩余3项正在推进。\n二、存在的主要问题\n1.学习不深入。10月请假2次。',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input?: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('exit codes and messages', () => {
  it.each<[string, readonly string[], 0 | 1 | 2, RegExp]>([
    ['a document without errors', ['check', sample], 0, /读出17个问题/],
    ['an error in the document', ['check', file('fault.txt')], 1, /数字对不上/],
    ['a lower failing level', ['check', sample, '--fail-on', 'warning'], 1, /警告/],
    ['too many warnings', ['check', sample, '--max-warnings', '3'], 1, /--max-warnings/],
    ['an empty file', ['check', file('empty.txt')], 0, /没有读到任何文字/],
    ['one word', ['check', file('word.txt')], 0, /可能不是对照检查材料/],
    ['a binary', ['check', file('binary.dat')], 2, /二进制/],
    ['a missing file', ['check', file('none.txt')], 2, /none\.txt：找不到这个文件/],
    ['a folder with nothing to read', ['check', join(folder, 'nothing', '*.txt')], 2, /没有文件符合/],
    ['an unknown profile', ['check', sample, '--profile', '1999'], 2, /没有编号为“1999”/],
    ['an unknown rule', ['check', sample, '--rule', 'numberng=off'], 2, /是不是“numbering”/],
    ['an unknown level', ['check', sample, '--rule', 'numbering=loud'], 2, /级别只能是/],
    ['an unknown format', ['check', sample, '--format', 'xml'], 2, /不能是“xml”/],
    ['an unknown option', ['check', sample, '--colour'], 2, /没有“--colour”这个选项/],
    ['an unknown command', ['chek', sample], 2, /是不是“check”/],
    ['no file', ['check'], 2, /缺少参数/],
    ['a missing configuration', ['check', sample, '--config', file('none.yaml')], 2, /配置文件.*读不了/],
  ])('%s', (_, args, code, message) => {
    const ran = run(args);
    expect(ran.out + ran.err).toMatch(message);
    expect(ran.code).toBe(code);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it.skipIf(process.getuid?.() === 0)('a file without rights', () => {
    writeFileSync(file('closed.txt'), '学习');
    chmodSync(file('closed.txt'), 0);
    expect(run(['check', file('closed.txt')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/权限/) as string,
    });
  });

  it('survives five megabytes of one character', () => {
    writeFileSync(file('long.txt'), '学'.repeat(5_000_000 / 3));
    expect(run(['check', file('long.txt')]).code).toBe(0);
  });

  it('reads the others when one cannot be read', () => {
    const ran = run(['check', file('none.txt'), sample, '--format', 'json']);
    const { documents } = JSON.parse(ran.out) as {
      readonly documents: readonly { readonly file: string; readonly error?: { readonly code: string } }[];
    };
    expect(documents.map(({ error }) => error?.code)).toEqual(['not-found', undefined]);
    expect(ran.code).toBe(2);
  });
});

describe('input and output', () => {
  it('reads standard input', () => {
    const ran = run(['extract', '-', '--format', 'json'], readFileSync(sample, 'utf8'));
    const { documents } = JSON.parse(ran.out) as {
      readonly documents: readonly { readonly problems: readonly unknown[] }[];
    };
    expect(documents[0]?.problems).toHaveLength(17);
  });

  it('writes one document a line as jsonl', () => {
    const lines = run(['check', sample, file('fault.txt'), '--format', 'jsonl'])
      .out.trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { readonly file: string }).file)).toEqual([
      sample,
      file('fault.txt'),
    ]);
  });

  it('writes CSV that Excel opens right', () => {
    const { out } = run(['extract', sample, '--format', 'csv']);
    expect(out.startsWith('\ufeff序号,维度,查摆问题')).toBe(true);
    expect(out).toContain('〔待填〕');
  });

  it('does not write over a file unless asked, and never over an input', () => {
    const target = file('out.json');
    expect(run(['check', sample, '--format', 'json', '--output', target]).code).toBe(0);
    expect(existsSync(target)).toBe(true);
    expect(run(['check', sample, '--output', target]).code).toBe(2);
    expect(run(['check', sample, '--output', target, '--force']).code).toBe(0);
    const before = readFileSync(file('fault.txt'), 'utf8');
    expect(run(['check', file('fault.txt'), '--output', file('fault.txt'), '--force']).code).toBe(2);
    expect(readFileSync(file('fault.txt'), 'utf8')).toBe(before);
  });

  it('writes the format that the ending of --to names', () => {
    const target = file('ledger.xlsx');
    expect(run(['extract', sample, '--to', target])).toEqual({ code: 0, out: '', err: '' });
    const written = readFileSync(target);
    expect(written.subarray(0, 2).toString()).toBe('PK');
    expect(run(['extract', sample, '--to', target])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--force') as string,
    });
    expect(readFileSync(target).equals(written)).toBe(true);
    expect(run(['extract', sample, '--to', file('ledger.ppt')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('.xlsx') as string,
    });
  });

  it.each([
    ['nothing could be read', ['check', file('none.docx'), '--to', file('old.docx')]],
    ['a text takes no comments', ['check', sample, '--to', file('old.docx')]],
    ['comments cannot be redacted', ['check', file('none.docx'), '--redact', '--to', file('old.docx')]],
    ['no ledger could be made', ['extract', file('none.txt'), '--to', file('old.xlsx')]],
    ['the years are one', ['compare', sample, sample, '--to', file('old.md')]],
  ])('keeps what it should write over when %s', (_, args) => {
    const target = args.at(-1) ?? '';
    writeFileSync(target, '原有的内容');
    expect(run([...args, '--force']).code).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('原有的内容');
    rmSync(target);
    expect(run(args).code).toBe(2);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leaves no empty workbook behind when nothing could be read', () => {
    expect(run(['extract', file('none.txt'), '--to', file('nothing.xlsx')]).code).toBe(2);
    expect(existsSync(file('nothing.xlsx'))).toBe(false);
  });

  it('gives the same output for the same input', () => {
    const args = ['check', sample, '--format', 'json'];
    expect(run(args).out).toBe(run(args).out);
  });
});

describe('what is known', () => {
  it('lists profiles and shows one', () => {
    expect(run(['profiles']).out).toMatch(/2013.*\n[\s\S]*member-2024/);
    expect(run(['profiles', '2024']).out).toContain('带头严守政治纪律和政治规矩');
  });

  it('lists rules and explains one', () => {
    expect(run(['rules']).out).toContain('missing-example');
    expect(run(['rules', 'boilerplate']).out).toMatch(/为什么：[\s\S]*✗[\s\S]*✓/);
  });

  it('says which segmenter runs', () => {
    expect(run(['--version']).out).toMatch(/分词引擎 (nodejieba|node-rs-jieba)/);
  });

  it('cuts words with part of speech, one sentence a line', () => {
    expect(run(['segment', '-'], '理论政策的学习。作风不实。').out.trimEnd().split('\n')).toHaveLength(2);
  });

  it('takes dictionaries and levels from the configuration', () => {
    writeFileSync(file('duizhao.yaml'), 'rules:\n  boilerplate: off\n');
    const ran = run(['check', sample, '--format', 'json', '--config', file('duizhao.yaml')]);
    expect(ran.out).not.toContain('"boilerplate"');
    writeFileSync(file('bad.yaml'), 'rulse:\n  boilerplate: off\n');
    expect(run(['check', sample, '--config', file('bad.yaml')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/bad\.yaml 第1行.*rules/) as string,
    });
  });
});
