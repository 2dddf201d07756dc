/** Every command with sockets, name look-ups and processes trapped, and all files it opens written down. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { p, wordFile } from '../document/formats/docx/word.js';
import { drawn, onePage, pdfOf } from '../document/formats/pdf/pdf-of.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'duizhao-offline-')));
const root = resolve('.');
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  const text = readFileSync('corpus/2021-district-deputy-secretary.txt', 'utf8');
  writeFileSync(file('a.txt'), text);
  writeFileSync(file('b.txt'), text.replaceAll('2021', '2022'));
  writeFileSync(file('a.pdf'), pdfOf(onePage(['<<>>', drawn('一、存在的问题', '（一）学习不够。')])));
  writeFileSync(file('a.docx'), wordFile({ body: p('一、存在的问题') + p('（一）学习不够。') }));
  writeFileSync(file('.env'), 'SECRET=1\n');
  writeFileSync(file('other.txt'), '不该读的文件');
  mkdirSync(file('empty'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Traced {
  readonly code: number | null;
  readonly err: string;
  readonly out: readonly string[];
  readonly opened: readonly string[];
  readonly written: readonly string[];
}

let count = 0;

function traced(args: readonly string[]): Traced {
  const notes = join(tmpdir(), `duizhao-trap-${process.pid}-${count++}`);
  writeFileSync(notes, '');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('tests/offline/trap.cjs'), resolve('dist/cli.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      input: '一、存在的问题\n1.学习不够。',
      env: { ...process.env, DUIZHAO_TRAP: notes },
    },
  );
  const lines = readFileSync(notes, 'utf8').trimEnd().split('\n');
  rmSync(notes);
  const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as [string, string]);
  const of = (kind: string): readonly string[] =>
    all.filter(([name]) => name === kind).map(([, what]) => what);
  return { code: status, err: stderr, out: of('out'), opened: of('open'), written: of('write') };
}

/** @node-rs/jieba reads the header of this program to tell which C library the system has. */
const LIBC = '/usr/bin/ldd';

/** Its own package, and nothing of the folders around. */
const ofPackage = (path: string): boolean =>
  path === LIBC ||
  ['dist', 'dictionaries', 'node_modules', 'package.json'].some((name) => path.startsWith(join(root, name)));

describe('no command leaves the machine, or reads what it was not given', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['check', ['check', 'a.txt'], ['a.txt'], []],
    ['check in JSON', ['check', 'a.txt', 'b.txt', '--format', 'json'], ['a.txt', 'b.txt'], []],
    ['check of standard input', ['check', '-'], [], []],
    ['check of a PDF, with a font that is not in it', ['check', 'a.pdf'], ['a.pdf'], []],
    ['comments in a Word file', ['check', 'a.docx', '--to', 'b.docx'], ['a.docx', 'b.docx'], ['b.docx']],
    ['check by content', ['check', 'a.txt', '--map', 'content', '--profile', '2025'], ['a.txt'], []],
    [
      'a baseline',
      ['check', 'a.txt', '--write-baseline', 'base.json', '--reason', '甲'],
      ['a.txt', 'base.json'],
      ['base.json'],
    ],
    ['a web page', ['check', 'a.txt', '--to', 'a.html'], ['a.txt', 'a.html'], ['a.html']],
    ['a draft beside last year’s', ['check', 'b.txt', '--previous', 'a.txt'], ['a.txt', 'b.txt'], []],
    ['compare', ['compare', 'a.txt', 'b.txt'], ['a.txt', 'b.txt'], []],
    [
      'compare to a page',
      ['compare', 'a.txt', 'b.txt', '--format', 'html', '--output', 'c.html'],
      ['a.txt', 'b.txt', 'c.html'],
      ['c.html'],
    ],
    ['a ledger', ['extract', 'a.txt', '--to', 'a.xlsx'], ['a.txt', 'a.xlsx'], ['a.xlsx']],
    ['extract', ['extract', 'a.txt'], ['a.txt'], []],
    [
      'extract to a file',
      ['extract', 'a.txt', '--format', 'csv', '--output', 'a.csv'],
      ['a.txt', 'a.csv'],
      ['a.csv'],
    ],
    ['segment', ['segment', 'a.txt'], ['a.txt'], []],
    ['profiles', ['profiles', '2024'], [], []],
    ['rules', ['rules', 'boilerplate'], [], []],
    ['init', ['init'], [], ['duizhao.yaml']],
    ['doctor', ['doctor'], ['duizhao.yaml'], []],
    ['completion', ['completion', 'bash'], [], []],
    ['version', ['--version'], [], []],
  ])('%s', (_, args, inputs, outputs) => {
    const { code, out, opened, written, err } = traced(args);
    expect(out).toEqual([]);
    expect(code, err).toBeLessThan(2);
    const mine = (paths: readonly string[]): readonly string[] =>
      [...new Set(paths)].filter((path) => !ofPackage(path)).sort();
    const allowed = [...inputs, 'duizhao.yaml'].map(file);
    expect(mine(opened).filter((path) => !allowed.includes(path))).toEqual([]);
    // A draft beside the file, renamed when it is whole, is the file.
    const drafts = mine(written).map((path) => path.replace(/\.\d+\.tmp$/, ''));
    expect([...new Set(drafts)].filter((path) => !outputs.map(file).includes(path))).toEqual([]);
  });

  it('the trap holds', () => {
    const notes = join(tmpdir(), `duizhao-trap-${process.pid}-self`);
    const { status } = spawnSync(
      process.execPath,
      ['--require', resolve('tests/offline/trap.cjs'), '-e', "import('node:net').then((n) => n.connect(1))"],
      { env: { ...process.env, DUIZHAO_TRAP: notes } },
    );
    expect(status).toBe(99);
    expect(readFileSync(notes, 'utf8')).toContain('net.connect');
    rmSync(notes);
  });
});
