/** Runs over many documents: several processes, interruption, stopping at the first fault. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-many-'));
const cli = resolve('dist/cli.js');
const docs = join(folder, 'docs');

beforeAll(() => {
  mkdirSync(docs);
  for (const [i, name] of ['2021-district-deputy-secretary', '2013-county-deputy-head-traditional'].entries())
    cpSync(`corpus/${name}.txt`, join(docs, `${i}.txt`));
  writeFileSync(
    join(docs, '2.txt'),
    Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
  );
  writeFileSync(join(docs, '3.txt'), '一、存在的问题\n1.学习不够。');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => runWith({}, ...args);

const runWith = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};

describe('many documents', () => {
  it('give the same from one process and from several', () => {
    // A format whose pieces have numbers of their own; of all formats `formats.test.ts` holds it.
    const one = run('check', docs, '--format', 'html', '--jobs', '1');
    const two = run('check', docs, '--format', 'html', '--jobs', '2');
    expect(two).toEqual(one);
    expect(one.code).toBe(2);
    expect(one.err).toMatch(/2\.txt：.*二进制/);
  });

  it('stop at the first that is at fault, when asked', () => {
    // The second document has a miswritten word; the third is the one that cannot be read.
    const { out, err, code } = run(
      ...['check', docs, '--format', 'jsonl', '--fail-fast', '--rule', 'fixed-expression=off'],
    );
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(err).toContain('只检查了4份中的3份');
    expect(code).toBe(2);
  });

  describe('in a long run', () => {
    const many: readonly string[] = Array.from({ length: 400 }, (_, i) => join(folder, `copy-${i}.txt`));

    beforeAll(() => {
      for (const name of many) cpSync(join(docs, '0.txt'), name);
    });

    /** @param begun called when the first of the result is there */
    async function runLong(args: readonly string[], begun: (child: ChildProcess) => void) {
      const child = spawn(process.execPath, [cli, 'check', ...many, ...args]);
      let out = '';
      let err = '';
      child.stdout.once('data', () => begun(child));
      child.stdout.on('data', (piece: Buffer) => {
        out += piece.toString();
      });
      child.stderr.on('data', (piece: Buffer) => {
        err += piece.toString();
      });
      // Workers have the same standard error: it closes when the last of them is gone.
      const code = await new Promise((done) => child.on('close', done));
      return { code, out, err };
    }

    it.each([['1'], ['2']])('leave whole lines when interrupted in %s processes', async (jobs) => {
      const { code, out, err } = await runLong(['--format', 'jsonl', '--jobs', jobs], (child) =>
        child.kill('SIGINT'),
      );
      expect(out.endsWith('\n')).toBe(true);
      const files = out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { file: string }).file);
      expect(files).toEqual(many.slice(0, files.length));
      expect(files.length).toBeLessThan(many.length);
      expect(err).toBe(`只检查了400份中的${files.length}份，其余没有检查。\n`);
      expect(code).toBe(2);
    });

    it.each(['SIGINT', 'SIGTERM'] as const)('leave a whole JSON document at %s', async (signal) => {
      const { out } = await runLong(['--format', 'json', '--jobs', '2'], (child) => child.kill(signal));
      const { documents } = JSON.parse(out) as { documents: readonly unknown[] };
      expect(documents.length).toBeGreaterThan(0);
      expect(documents.length).toBeLessThan(many.length);
    });

    it.each([['1'], ['2']])('end quietly in %s processes when nobody reads on', async (jobs) => {
      const { code, err } = await runLong(['--format', 'jsonl', '--jobs', jobs], ({ stdout }) =>
        stdout?.destroy(),
      );
      expect(err).toBe('');
      expect(code).toBe(0);
    });
  });

  it('lose one document to a process that dies, and name it', () => {
    const trap = join(folder, 'abort.cjs');
    writeFileSync(
      trap,
      `const { emit } = process;
      process.emit = (...event) => {
        if (event[1]?.job?.file.endsWith('1.txt')) process.kill(process.pid, 'SIGKILL');
        return emit.apply(process, event);
      };`,
    );
    const env = { NODE_OPTIONS: `--require ${JSON.stringify(trap)}` };
    const { code, out, err } = runWith(env, 'check', docs, '--format', 'jsonl', '--jobs', '2');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; error?: { code: string } });
    expect(lines.map(({ file }) => file)).toEqual(
      ['0', '1', '2', '3'].map((name) => join(docs, `${name}.txt`)),
    );
    expect(lines.map(({ error }) => error?.code)).toEqual([undefined, 'internal', 'binary', undefined]);
    expect(err).toMatch(/1\.txt：.*意外中止/);
    expect(code).toBe(2);
  });
});
