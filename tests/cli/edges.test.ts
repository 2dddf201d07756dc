/** What a user meets at the edges of the built command: rights, pipes, languages, configuration. */
import { type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportJson } from '../../src/schema.js';

const cli = resolve('dist/cli.js');
const sample = resolve('corpus/2021-district-deputy-secretary.txt');
const folder = mkdtempSync(join(tmpdir(), 'duizhao-edges-'));
const file = (name: string): string => join(folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(file(name), text);
  return file(name);
};

beforeAll(() => chmodSync(folder, 0o755));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], options: Partial<SpawnSyncOptionsWithStringEncoding> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    ...options,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the language', () => {
  it('of help is Chinese throughout', () => {
    for (const args of [[], ['check'], ['extract'], ['segment'], ['profiles'], ['rules'], ['help']]) {
      const { out, code } = run([...args, '--help']);
      expect(out).toMatch(/^用法：/);
      expect(out).not.toMatch(/options|command\b|default:|choices|display|Usage|Arguments/);
      expect(code).toBe(0);
    }
  });

  it.each([
    ['no arguments', []],
    ['a command that is none', ['检查', sample]],
    ['a file without a command', [sample]],
    ['an option of no command', ['--frmat']],
    ['an option of a command', ['check', '--frmat', 'json', sample]],
    ['an option without its value', ['check', sample, '--profile']],
    ['a value that is none', ['check', sample, '--format', 'jsn']],
    ['a number that is none', ['check', sample, '--max-warnings', '许多']],
    ['too many arguments', ['rules', 'numbering', 'boilerplate']],
  ])('of messages is Chinese, the exit code 2: %s', (_, args) => {
    const { out, err, code } = run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^(?:错误：|用法：)/);
    expect(err).not.toMatch(/error:|unknown|invalid|missing|Did you mean/);
  });

  it('says what to do with a file given without a command', () => {
    expect(run([sample]).err).toContain(`用 duizhao check ${sample}。`);
  });
});

describe('what was not understood', () => {
  it('counts as a warning', () => {
    const word = put('word.txt', '今天天气很好。');
    expect(run(['check', word]).code).toBe(0);
    expect(run(['check', word, '--fail-on', 'warning']).code).toBe(1);
    expect(run(['check', word, '--max-warnings', '0']).code).toBe(1);
    expect(run(['check', word]).out).not.toContain('没有发现。');
  });
});

describe('formats', () => {
  it.each(['check', 'extract'])('%s gives JSON as the schema says, with findings', (command) => {
    const { out } = run([
      command,
      sample,
      file('none.txt'),
      '--format',
      'json',
      '--explain',
      '--include-text',
    ]);
    const { documents } = reportJson.parse(JSON.parse(out));
    const [document] = documents;
    if (!document || 'error' in document) throw new Error('not read');
    expect(document.findings.length).toBeGreaterThan(0);
    for (const { span, excerpt } of document.findings)
      if (!excerpt.includes('…')) expect(document.text?.slice(...span)).toBe(excerpt);
    expect(documents[1]).toMatchObject({ error: { code: 'not-found' } });
  });

  it('colours only when asked or for a person', () => {
    expect(run(['check', sample]).out).not.toContain('\u001b');
    expect(run(['check', sample, '--color']).out).toContain('\u001b[');
    expect(run(['check', sample], { env: { ...process.env, FORCE_COLOR: '1' } }).out).toContain('\u001b[');
    expect(
      run(['check', sample, '--no-color'], { env: { ...process.env, FORCE_COLOR: '1' } }).out,
    ).not.toContain('\u001b');
  });

  it('is quiet when asked: one line a finding', () => {
    const { out, err } = run(['check', sample, '--quiet']);
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/:\d+:\d+ (错误|警告|提示) .* \[[a-z-]+\]$/);
    expect(err).toBe('');
  });
});

describe('output', () => {
  it('never goes into an input, whatever name it goes by', () => {
    const input = put('input.txt', '一、存在的问题\n1.学习不深入。');
    symlinkSync(input, file('symbolic.txt'));
    linkSync(input, file('hard.txt'));
    for (const name of ['input.txt', './input.txt', 'symbolic.txt', 'hard.txt']) {
      const { code, err } = run(['check', input, '--output', name, '--force']);
      expect(err).toContain('--output 不能是要读的文件');
      expect(code).toBe(2);
    }
    expect(readFileSync(input, 'utf8')).toBe('一、存在的问题\n1.学习不深入。');
  });

  it('says when its folder does not exist', () => {
    const { code, err } = run(['check', sample, '--output', 'none/out.txt']);
    expect(err).toContain('没有这个文件夹');
    expect(code).toBe(2);
  });

  it('is not begun when an option is wrong', () => {
    expect(run(['check', sample, '--profile', '1900', '--output', 'early.txt']).code).toBe(2);
    expect(existsSync(file('early.txt'))).toBe(false);
  });

  it('may be cut off by its reader', async () => {
    const child = spawn(process.execPath, [
      cli,
      'check',
      ...Array<string>(1).fill(sample),
      '--format',
      'json',
      '--include-text',
    ]);
    let err = '';
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString();
    });
    child.stdout.destroy();
    const code = await new Promise((done) => child.on('close', done));
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});

describe('rights', () => {
  const nobody = 65534;
  const root = process.getuid?.() === 0;
  /** Root may read everything: then the command runs as nobody, where that can reach the project. */
  const options = root ? { uid: nobody, gid: nobody } : {};
  const able = run(['rules'], options).code === 0;

  it.skipIf(!able)('a folder or file without rights is told of, and the others are read', () => {
    mkdirSync(file('tree/locked'), { recursive: true });
    put('tree/locked/in.txt', '一');
    put('tree/open.txt', '一、存在的问题\n1.学习不深入。');
    put('tree/closed.txt', '一');
    chmodSync(file('tree/closed.txt'), 0);
    chmodSync(file('tree/locked'), 0);
    const { code, out, err } = run(['check', 'tree', '--format', 'jsonl'], options);
    chmodSync(file('tree/locked'), 0o755);
    const documents = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; error?: { code: string } });
    expect(documents.map(({ file: name, error }) => [name, error?.code]).sort()).toEqual([
      ['tree/closed.txt', 'no-permission'],
      ['tree/locked', 'no-permission'],
      ['tree/open.txt', undefined],
    ]);
    expect(err).toMatch(/tree\/locked：没有权限打开这个文件夹/);
    expect(code).toBe(2);
  });
});

describe('the configuration', () => {
  it('is found in a folder above', () => {
    mkdirSync(file('above/below'), { recursive: true });
    put('above/duizhao.yaml', 'profile: "2021"\nrules:\n  boilerplate: off\n');
    const { out } = run(['check', sample, '--format', 'jsonl'], { cwd: file('above/below') });
    expect(JSON.parse(out)).toMatchObject({ profile: { id: '2021', detected: false } });
    expect(out).not.toContain('"boilerplate"');
  });

  it('gives way to the command line', () => {
    const config = put('weak.yaml', 'profile: 2020\nrules: { boilerplate: off }\n');
    const { out } = run([
      'check',
      sample,
      '--config',
      config,
      '--profile',
      '2021',
      '--rule',
      'boilerplate=error',
      '--format',
      'jsonl',
    ]);
    expect(JSON.parse(out)).toMatchObject({ profile: { id: '2021' } });
    expect(out).toContain('"rule":"boilerplate","severity":"error"');
  });

  it.each([
    ['an unknown field', 'profile: "2021"\nrulez: {}\n', /第2行“rulez”有误：.*是不是“rules”/],
    [
      'an unknown rule',
      'rules:\n  numbering: off\n  vague-exampel: off\n',
      /第3行“rules\.vague-exampel”有误：.*是不是“vague-example”/,
    ],
    ['an unknown level', 'rules:\n  numbering: loud\n', /第2行“rules\.numbering”有误：应为/],
    ['an unknown profile', 'profile: "202"\n', /wrong\.yaml：没有编号为“202”的年度维度。是不是“202\d”？/],
    ['a dictionary folder with a fault', 'dictionaries: 词典\n', /词典文件 .*lexicons\/a\.yaml 第1行/],
    ['no YAML', 'rules:\n\tnumbering: off\n', /第2行.*制表符/],
  ])('tells of %s with its line', (_, text, message) => {
    mkdirSync(file('词典/lexicons'), { recursive: true });
    put('词典/lexicons/a.yaml', 'categoriez: {}\n');
    const { code, err } = run(['check', sample, '--config', put('wrong.yaml', text)]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});
