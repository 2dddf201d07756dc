/** Every command with sockets, name look-ups and processes trapped, and all files it opens written down. */
import { spawn, spawnSync } from 'node:child_process';
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
  writeFileSync(file('d.txt'), text.replaceAll('2021', '2023'));
  writeFileSync(
    file('a.htm'),
    `<meta charset="utf-8"><link rel="stylesheet" href="http://127.0.0.1/a.css"><p>一、存在的问题<p>1.学习不够。<img src="http://127.0.0.1/b.png">`,
  );
  writeFileSync(file('c.docx'), wordFile({ body: p('一、存在的问题') + p('（一）学习不够。') }));
  writeFileSync(file('.env'), 'SECRET=1\n');
  writeFileSync(file('other.txt'), '不该读的文件');
  mkdirSync(file('some'));
  writeFileSync(file('some/c.txt'), '一、存在的问题\n1.学习不够。');
  writeFileSync(file('some/c.dat'), '不该读的文件');
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

const TRAPPED = ['--require', resolve('tests/offline/trap.cjs'), resolve('dist/cli.js')];

function newNotes(): string {
  const notes = join(tmpdir(), `duizhao-trap-${process.pid}-${count++}`);
  writeFileSync(notes, '');
  return notes;
}

function read(notes: string): Pick<Traced, 'out' | 'opened' | 'written'> {
  const lines = readFileSync(notes, 'utf8').trimEnd().split('\n');
  rmSync(notes);
  const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as [string, string]);
  const of = (kind: string): readonly string[] =>
    all.filter(([name]) => name === kind).map(([, what]) => what);
  return { out: of('out'), opened: of('open'), written: of('write') };
}

function traced(args: readonly string[]): Traced {
  const notes = newNotes();
  const { status, stderr } = spawnSync(process.execPath, [...TRAPPED, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '一、存在的问题\n1.学习不够。',
    env: { ...process.env, DUIZHAO_TRAP: notes },
  });
  return { code: status, err: stderr, ...read(notes) };
}

/** Two rounds of `--watch`: the file is changed when the first is over, the process ended when the second is. */
async function tracedWatching(name: string, args: readonly string[]): Promise<Traced> {
  const notes = newNotes();
  const child = spawn(process.execPath, [...TRAPPED, ...args, '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DUIZHAO_TRAP: notes },
  });
  let err = '';
  let rounds = 0;
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString();
    const over = err.split('正在守候').length - 1;
    if (over === rounds) return;
    rounds = over;
    if (rounds === 1) writeFileSync(file(name), '一、存在的问题\n1.学习不够。');
    else child.kill('SIGINT');
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, err, ...read(notes) };
}

/** @node-rs/jieba reads the header of this program to tell which C library the system has. */
const LIBC = '/usr/bin/ldd';

/** Its own package, and nothing of the folders around. */
const ofPackage = (path: string): boolean =>
  path === LIBC ||
  ['dist', 'dictionaries', 'node_modules', 'package.json'].some((name) => path.startsWith(join(root, name)));

function expectOnly(
  { out, opened, written }: Traced,
  inputs: readonly string[],
  outputs: readonly string[],
): void {
  expect(out).toEqual([]);
  // A draft beside the file, renamed when it is whole, is the file.
  const whole = (path: string): string => path.replace(/(?<=\/)\.?([^/]*)\.\d+\.tmp$/, '$1');
  const mine = (paths: readonly string[]): readonly string[] =>
    [...new Set(paths.map(whole))].filter((path) => !ofPackage(path)).sort();
  const allowed = [...inputs, 'duizhao.yaml'].map((name) => resolve(folder, name));
  expect(mine(opened).filter((path) => !allowed.includes(path))).toEqual([]);
  expect(mine(written).filter((path) => !outputs.map(file).includes(path))).toEqual([]);
}

describe('no command leaves the machine, or reads what it was not given', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['check', ['check', 'a.txt'], ['a.txt'], []],
    [
      'check in several processes',
      ['check', 'a.txt', 'b.txt', '--format', 'json', '--jobs', '2'],
      ['a.txt', 'b.txt'],
      [],
    ],
    ['check of standard input', ['check', '-'], [], []],
    ['check of a folder and a glob', ['check', 'some', 'some/*.txt'], ['some', 'some/c.txt'], []],
    ['check for other programs', ['check', 'a.txt', '--to', 'a.sarif'], ['a.txt', 'a.sarif'], ['a.sarif']],
    ['check of a web page', ['check', 'a.htm'], ['a.htm'], []],
    ['comments in the Word file itself', ['check', 'c.docx', '--in-place'], ['c.docx'], ['c.docx']],
    ['check of a PDF, with a font that is not in it', ['check', 'a.pdf'], ['a.pdf'], []],
    ['comments in a Word file', ['check', 'a.docx', '--to', 'b.docx'], ['a.docx', 'b.docx'], ['b.docx']],
    ['check by content', ['check', 'a.txt', '--map', 'content', '--profile', '2025'], ['a.txt'], []],
    [
      'a baseline',
      ['check', 'a.txt', '--write-baseline', 'base.json', '--reason', '甲'],
      ['a.txt', 'base.json'],
      ['base.json'],
    ],
    ['the baseline', ['check', 'a.txt', '--baseline', 'base.json'], ['a.txt', 'base.json'], []],
    ['a web page', ['check', 'a.txt', '--to', 'a.html'], ['a.txt', 'a.html'], ['a.html']],
    ['a draft beside last year’s', ['check', 'b.txt', '--previous', 'a.txt'], ['a.txt', 'b.txt'], []],
    ['compare', ['compare', 'a.txt', 'b.txt'], ['a.txt', 'b.txt'], []],
    ['compare of many', ['compare', 'a.txt', 'b.txt', 'd.txt'], ['a.txt', 'b.txt', 'd.txt'], []],
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
    ['help', ['help', 'check'], [], []],
    ['version', ['--version'], [], []],
  ])('%s', (_, args, inputs, outputs) => {
    const result = traced(args);
    expect(result.code, result.err).toBeLessThan(2);
    expectOnly(result, inputs, outputs);
  });

  it('watching', async () => {
    const name = 'watched.txt';
    writeFileSync(file(name), '一、存在的问题\n1.学习不够，有时抓得不紧。');
    const result = await tracedWatching(name, ['check', name]);
    // Ended by the interrupt, not by the trap.
    expect(result.code, result.err).toBeNull();
    // Editors put a new file in the place of the old one: it is the folder that is watched.
    expectOnly(result, [name, ''], []);
    expect(result.opened).toContain(folder);
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
