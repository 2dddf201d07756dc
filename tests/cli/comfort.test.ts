/** What makes the command pleasant to use every day: doctor, completion, watching. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { completion } from '../../src/cli/completion.js';
import { program } from '../../src/cli/program.js';
import { findLibreOffice } from '../../src/document/libreoffice.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-comfort-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cli = resolve('dist/cli.js');

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

describe('duizhao doctor', () => {
  it('looks at engines, dictionaries and configuration, and checks the examples of all rules', () => {
    const { code, out } = run('doctor');
    expect(out).toMatch(/^✓ duizhao [\s\S]*✓ 分词引擎 [\s\S]*✓ 词典：[\s\S]*· 配置：没有找到[\s\S]*✓ 试查：/);
    expect(code).toBe(0);
  });

  it.each([
    ['an unknown field', 'rulez: {}\n', /✗ 配置：.*第1行“rulez”/],
    ['an unknown rule', 'rules: { numberin: off }\n', /✗ 配置：.*第1行“rules\.numberin”/],
    ['an unknown profile', 'profile: 1999\n', /✗ 配置：.*bad\.yaml：没有编号为“1999”的年度维度/],
    ['dictionaries that are not there', 'dictionaries: 没有\n', /✗ 配置：没有词典文件夹 .*没有，/],
  ])('names what has to be mended, as a check would: %s', (_, text, message) => {
    const config = put('bad.yaml', text);
    const { code, out } = run('doctor', '--config', config);
    expect(out).toMatch(message);
    expect(code).toBe(2);
    const said = /✗ 配置：(.*)/.exec(out)?.[1];
    expect(run('check', put('draft.txt', '学习'), '--config', config)).toEqual({
      code: 2,
      out: '',
      err: `错误：${said}\n`,
    });
  });

  it('is content with a configuration that is good', () => {
    const { code, out } = run('doctor', '--config', put('good.yaml', 'profile: 2021\n'));
    expect(out).toMatch(/✓ 配置：.*good\.yaml\n/);
    expect(code).toBe(0);
  });
});

describe('finding LibreOffice', () => {
  it('looks along the path', async () => {
    const place = put('soffice', '#!/bin/sh\n');
    spawnSync('chmod', ['+x', place]);
    expect(await findLibreOffice(folder)).toBe(place);
  });
});

describe('completion', () => {
  const commands = program().commands.map((command) => command.name());
  const script = completion(program(), 'bash');

  /** What the script itself offers for words that bash has split. */
  const complete = (...typed: readonly string[]): readonly string[] => {
    const call = `${script}
COMP_WORDS=(duizhao ${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length}
_duizhao; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', call], { encoding: 'utf8' }).stdout.trimEnd().split('\n');
  };

  it.each<[readonly string[], readonly string[]]>([
    [['ex'], ['extract']],
    [['he'], ['help']],
    [
      ['check', '--fail-on', ''],
      ['info', 'warning', 'error'],
    ],
    [['check', '--fail-on', '=', 'w'], ['warning']],
    [['check', '--max'], ['--max-warnings']],
    [
      ['check', '--help'],
      ['--help-all', '--help'],
    ],
    [['check', '--rule', 'missing-e'], ['missing-example=']],
    [
      ['check', '--rule', 'missing-example', '='],
      ['off', 'info', 'warning', 'error'],
    ],
    [['check', '--rule', 'missing-example', '=', 'o'], ['off']],
    [
      ['extract', '--profile', '2023'],
      ['2023-b', '2023'],
    ],
    [['rules', 'missing-e'], ['missing-example']],
    [['profiles', 'general'], ['general']],
    [['profiles', '--config', 'general'], ['']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['help', ''], commands],
    [['check', ''], ['']],
  ])('of %j in bash is %j', (typed, words) => {
    expect([...complete(...typed)].sort()).toEqual([...words].sort());
  });

  it.each([
    ['我', '我的 材料 (初稿).txt'],
    ['"我的 ', '我的 材料 (初稿).txt'],
    ['我的\\ ', '我的 材料 (初稿).txt'],
    ['[', '[1] *.txt'],
    ['--rule missing-ex\to', '--rule missing-example=off'],
  ])('of %s, typed in a terminal, is %s', (typed, whole) => {
    for (const name of ['我的 材料 (初稿).txt', '[1] *.txt', '1 a.txt']) put(name, '');
    const told = `${script}\nduizhao() { printf '<%s>' "$*"; }\nduizhao check ${typed}\t\n`;
    const { stdout } = spawnSync('bash', ['--norc', '-i'], {
      cwd: folder,
      input: told,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', INPUTRC: '/dev/null', HISTFILE: '' },
    });
    expect(stdout).toContain(`<check ${whole}>`);
  });

  it.each(['zsh', 'fish'] as const)('of %s knows commands, shells and ids', (shell) => {
    const written = completion(program(), shell);
    for (const words of [commands.join(' '), 'bash zsh fish', 'missing-example=', '2024', 'help'])
      expect(written).toContain(words);
  });

  it('of fish names every command with its description', () => {
    const script = completion(program(), 'fish');
    for (const command of program().commands)
      expect(script).toContain(`-a ${command.name()} -d '${command.description()}'`);
  });
});

describe('--watch', () => {
  it('checks again when the file changes, and only then', async () => {
    const draft = put('draft.txt', '一、存在的问题\n1.学习不够。');
    const child = spawn(process.execPath, [cli, 'check', draft, '--watch', '--quiet'], { cwd: folder });
    let said = '';
    let look = (): void => {};
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        said += piece.toString();
        look();
      });
    const until = (pattern: RegExp): Promise<void> =>
      new Promise((done) => {
        look = () => {
          if (pattern.test(said)) done();
        };
        look();
      });
    await until(/正在守候/);
    expect(said).toContain('[missing-example]');
    said = '';
    put('other.txt', '无关的文件');
    put('draft.txt', '');
    await until(/正在守候/);
    expect(said).toContain('没有读到任何文字');
    expect(said.match(/正在守候/g)).toHaveLength(1);
    child.kill();
  });
});
