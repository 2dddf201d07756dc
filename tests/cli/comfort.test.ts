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

  it('names what has to be mended', () => {
    const { code, out } = run('doctor', '--config', put('bad.yaml', 'rulez: {}\n'));
    expect(out).toMatch(/✗ 配置：.*第1行“rulez”/);
    expect(code).toBe(2);
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
  const complete = (...typed: readonly string[]): readonly string[] => {
    const script = `${completion(program(), 'bash')}
COMP_WORDS=(duizhao ${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length}
_duizhao; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trimEnd().split('\n');
  };

  it.each<[readonly string[], readonly string[]]>([
    [['ex'], ['extract']],
    [
      ['check', '--fail-on', ''],
      ['info', 'warning', 'error'],
    ],
    [['check', '--max'], ['--max-warnings']],
  ])('of %j in bash is %j', (typed, words) => {
    expect(complete(...typed)).toEqual(words);
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
