/** Runs over many documents: several processes, interruption, stopping at the first fault. */
import { spawn, spawnSync } from 'node:child_process';
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

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};

describe('many documents', () => {
  it.each([['json'], ['terminal']])('give the same %s from one process and from several', (format) => {
    const one = run('check', docs, '--format', format, '--explain', '--jobs', '1');
    const two = run('check', docs, '--format', format, '--explain', '--jobs', '2');
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

  it('leave a whole report behind when interrupted', async () => {
    const many = Array.from({ length: 400 }, (_, i) => {
      const name = join(folder, `copy-${i}.txt`);
      cpSync(join(docs, '0.txt'), name);
      return name;
    });
    const child = spawn(process.execPath, [cli, 'check', ...many, '--format', 'json', '--jobs', '2']);
    let out = '';
    let err = '';
    child.stdout.on('data', (piece: Buffer) => {
      if (out === '') child.kill('SIGINT');
      out += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    const { documents } = JSON.parse(out) as { documents: readonly unknown[] };
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.length).toBeLessThan(400);
    expect(err).toContain(`只检查了400份中的${documents.length}份`);
    expect(code).toBe(2);
  });
});
