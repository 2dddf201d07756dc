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
const put = (name: string, text: string | Uint8Array): string => {
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
    ['help for a command that is none', ['help', 'chekc']],
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

  it('of help for a command that is none is that of the command, and says what was meant', () => {
    expect(run(['help', 'chekc'])).toEqual(run(['chekc']));
    expect(run(['help', 'chekc']).err).toBe(
      '错误：没有“chekc”这个命令。是不是“check”？用 duizhao --help 查看用法。\n',
    );
    for (const args of [['help'], ['help', 'check']]) expect(run(args)).toMatchObject({ code: 0, err: '' });
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
      expect(err).toContain('不能写入要读的文件');
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

  it('is not left empty where nothing could be read, but tells of it in JSON', () => {
    const broken = put('broken.docx', 'PK\x03\x04');
    expect(run(['check', broken, '--output', 'nothing.txt']).code).toBe(2);
    expect(existsSync(file('nothing.txt'))).toBe(false);
    expect(run(['check', broken, '--format', 'json', '--output', 'nothing.json']).code).toBe(2);
    expect(readFileSync(file('nothing.json'), 'utf8')).toContain('"error"');
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
    ['a list for a profile', 'profile: &a [*a]\n', /第1行“profile”有误：应为文字/],
    ['an empty profile', 'profile: ""\n', /第1行“profile”有误：不能为空/],
    [
      'an unknown option of a rule',
      'rules:\n  boilerplate:\n    treshold: 0.5\n',
      /第3行“rules\.boilerplate\.treshold”有误：.*是不是“threshold”/,
    ],
    [
      'an option that is no number',
      'rules:\n  boilerplate:\n    threshold: high\n',
      /第3行“rules\.boilerplate\.threshold”有误：应为数字/,
    ],
    [
      'an ignored place without a reason',
      'ignore:\n  - rule: boilerplate\n    words: 甲\n',
      /第2行“ignore\.0\.reason”有误：缺少内容/,
    ],
    [
      'an ignored rule that does not exist',
      'ignore:\n  - { rule: numberin, words: 甲, reason: 乙 }\n',
      /第2行“ignore\.0\.rule”有误：.*是不是“numbering”/,
    ],
    ['a dictionary folder with a fault', 'dictionaries: 词典\n', /词典文件 .*lexicons\/a\.yaml 第1行/],
    ['no YAML', 'rules:\n\tnumbering: off\n', /配置文件 .*wrong\.yaml 第2行有误：.*制表符/],
    ['another encoding', Buffer.from([0xb2, 0xe2]), /配置文件 .*wrong\.yaml 第1行有误：.*UTF-8/],
  ])('tells of %s with its line', (_, text, message) => {
    mkdirSync(file('词典/lexicons'), { recursive: true });
    put('词典/lexicons/a.yaml', 'categoriez: {}\n');
    const { code, err } = run(['check', sample, '--config', put('wrong.yaml', text)]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('tells of a folder that bears its name', () => {
    mkdirSync(file('folder/duizhao.yaml'), { recursive: true });
    expect(run(['check', sample], { cwd: file('folder') })).toEqual({
      code: 2,
      out: '',
      err: `错误：配置文件 ${file('folder/duizhao.yaml')} 有误：应为文件，这里却是文件夹，请移走或改名。\n`,
    });
  });
});

describe('settings of the configuration', () => {
  const jsonOf = (config: string, ...more: readonly string[]) => {
    const { out, err } = run([
      'check',
      sample,
      '--format',
      'jsonl',
      '--config',
      put('set.yaml', config),
      ...more,
    ]);
    return { ...JSON.parse(out), err };
  };
  const rulesOf = (document: { findings: readonly { rule: string }[] }): ReadonlySet<string> =>
    new Set(document.findings.map(({ rule }) => rule));

  it('set options of rules', () => {
    expect(rulesOf(jsonOf('rules:\n  boilerplate: { threshold: 100 }\n'))).not.toContain('boilerplate');
  });

  it('set the kinds of document a rule is for', () => {
    expect(rulesOf(jsonOf('rules:\n  boilerplate: { kinds: [team] }\n'))).not.toContain('boilerplate');
  });

  it('set kind and way of mapping', () => {
    expect(jsonOf('kind: team\nmap: content\n')).toMatchObject({
      kind: 'team',
      problems: expect.arrayContaining([expect.objectContaining({ dimensionBy: 'content' })]) as unknown,
    });
  });

  it('are told of when they do nothing', () => {
    const { err } = jsonOf('rules:\n  boilerplate: { level: off, threshold: 1 }\n  numbering: {}\n');
    expect(err).toMatch(
      /第2行：规则 boilerplate 已关闭，threshold不起作用。\n.*第3行：规则 numbering 下面没有写设置。/,
    );
  });

  it('leave out findings at quoted words, and tell of those that met nothing', () => {
    const words = '如，关键节点、敏感时段应对突发事件\n      措施不力。';
    const { findings, suppressed, err } = jsonOf(
      `ignore:\n  - rule: vague-example\n    words: >-\n      ${words}\n    reason: 已当面核对\n  - { rule: numbering, words: 没有这句话, reason: 旧 }\n`,
    );
    expect(suppressed).toEqual([
      expect.objectContaining({
        rule: 'vague-example',
        reason: '已当面核对',
        source: expect.stringMatching(/set\.yaml 第2行$/) as string,
      }),
    ]);
    expect(findings).not.toContainEqual(
      expect.objectContaining({ excerpt: expect.stringMatching(/^如，关键节点/) as string }),
    );
    expect(err).toMatch(/第7行：要忽略的 numbering 没有出现/);
  });

  it('pass over files of folders, but not those named', () => {
    mkdirSync(file('many/old'), { recursive: true });
    for (const name of ['many/a.txt', 'many/old/b.txt']) put(name, '学习');
    put('many/duizhao.yaml', 'exclude: ["old/**"]\n');
    const files = (...args: readonly string[]): readonly string[] =>
      run(['check', ...args, '--format', 'jsonl'])
        .out.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file);
    expect(files(file('many'))).toEqual([file('many/a.txt')]);
    expect(files(file('many/old/b.txt'))).toEqual([file('many/old/b.txt')]);
  });

  it('are those nearest to each document', () => {
    mkdirSync(file('two/one'), { recursive: true });
    put('two/duizhao.yaml', 'profile: "2021"\n');
    put('two/one/duizhao.yaml', 'profile: "2024"\n');
    for (const name of ['two/a.txt', 'two/one/b.txt']) put(name, '学习');
    const { out } = run(['check', file('two'), '--format', 'jsonl']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).profile.id)).toEqual(['2021', '2024']);
  });
});

describe('duizhao init', () => {
  it('writes a configuration that is valid as it stands and with everything switched on, and never twice', () => {
    mkdirSync(file('fresh'), { recursive: true });
    expect(run(['init'], { cwd: file('fresh') })).toMatchObject({ code: 0 });
    const text = readFileSync(file('fresh/duizhao.yaml'), 'utf8');
    expect(run(['check', sample, '--config', file('fresh/duizhao.yaml')])).toMatchObject({
      code: 0,
      err: '',
    });
    const live = text.replace(/^# (?=[a-z]+:| {2})/gm, '').replace(/^dictionaries:.*$/m, '');
    expect(run(['check', sample, '--config', put('live.yaml', live)])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^配置文件 .*：要忽略的 boilerplate 没有出现，可以删去。\n$/) as string,
    });
    expect(run(['init'], { cwd: file('fresh') })).toMatchObject({ code: 2 });
    expect(readFileSync(file('fresh/duizhao.yaml'), 'utf8')).toBe(text);
  });
});

describe('the baseline', () => {
  it('accepts what there is, with a reason, and tells of what is new and what is gone', () => {
    const base = file('base.json');
    const draft = put('draft.txt', `${readFileSync(sample, 'utf8')}`);
    expect(run(['check', draft, '--write-baseline', base])).toMatchObject({ code: 2 });
    expect(existsSync(base)).toBe(false);
    expect(run(['check', draft, '--write-baseline', base, '--reason', '已核对']).code).toBe(0);
    expect(readFileSync(base, 'utf8')).not.toMatch(/学习|比如/);
    const again = JSON.parse(run(['check', draft, '--baseline', base, '--format', 'jsonl']).out);
    expect(again.findings).toEqual([]);
    expect(again.suppressed[0]).toMatchObject({ reason: '已核对', source: '基线' });

    // A new line above, a new vague example, and one less.
    put(
      'draft.txt',
      `（征求意见稿）\n${readFileSync(sample, 'utf8')
        .replace('如，关键节点、敏感时段应对突发事件措施不力。', '')
        .replace('（一）推动党的领导', '比如，有时工作抓得不紧。（一）推动党的领导')}`,
    );
    const { out, err } = run(['check', draft, '--baseline', base, '--format', 'jsonl']);
    expect(JSON.parse(out).findings.length).toBeLessThanOrEqual(3);
    expect(err).toMatch(/里有\d+条这次没有出现（.*vague-example/);
  });

  it.each([
    ['a missing one', 'nowhere.json', undefined, /找不到基线/],
    ['something else', 'else.json', '{"version":1}', /不是 duizhao 写的基线/],
  ])('refuses %s', (_, name, content, message) => {
    if (content !== undefined) put(name, content);
    const { code, err } = run(['check', sample, '--baseline', file(name)]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('is never written over another file', () => {
    const other = put('other.json', '{}');
    expect(run(['check', sample, '--write-baseline', other, '--reason', '甲']).code).toBe(2);
    expect(readFileSync(other, 'utf8')).toBe('{}');
  });
});
