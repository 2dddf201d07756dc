import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE, compileBundle } from '../../src/cli/load-bundle.js';

const BUNDLE = resolve('dist/bundle.cjs');

describe('compileBundle', () => {
  it('takes the code that the build stored', () => {
    const { script, exports } = compileBundle(BUNDLE, readFileSync(resolve('dist', CODE)));
    expect(script.cachedDataRejected).toBe(false);
    expect(Object.keys(exports).sort()).toEqual(['main', 'work']);
  });

  it('compiles anew where V8 does not know the code', () => {
    const { script, exports } = compileBundle(BUNDLE, Buffer.from('code of another version of Node.js'));
    expect(script.cachedDataRejected).toBe(true);
    expect(Object.keys(exports).sort()).toEqual(['main', 'work']);
  });

  it('has nothing to import', () => {
    const lines = readFileSync(BUNDLE, 'utf8').split('\n');
    expect(lines.filter((line) => /\bimport\(/.test(line) && !/^\s*\*/.test(line))).toEqual([]);
  });
});

describe('the command line without stored code', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'duizhao-'));
    cpSync(resolve('dist'), join(root, 'dist'), {
      recursive: true,
      filter: (path) => !path.endsWith(CODE),
    });
    for (const name of ['package.json', 'dictionaries', 'node_modules'])
      symlinkSync(resolve(name), join(root, name));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('says the same', () => {
    const [without, plain] = [root, resolve('.')].map((folder) =>
      spawnSync(process.execPath, [join(folder, 'dist', 'cli.js'), 'check', '-'], {
        input: '一、存在的问题\n学习不深入。\n',
        encoding: 'utf8',
      }),
    );
    expect(without?.stdout).not.toBe('');
    expect(without).toMatchObject({ status: plain?.status, stdout: plain?.stdout, stderr: plain?.stderr });
  });
});
