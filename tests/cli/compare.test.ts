/** `duizhao compare` as a user runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { comparisonJson } from '../../src/schema.js';
import { AFTER, BEFORE } from '../compare/years.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const before = put('before.txt', BEFORE);
const after = put('after.txt', AFTER);

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'compare', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('duizhao compare', () => {
  it('prints one page', () => {
    const { code, out, err } = run(before, after);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('上一份4个，这一份3个：照搬1个、仍然存在1个、报告解决1个、没有下文1个、新增1个。');
    expect(out.split('\n').length).toBeLessThan(60);
  });

  it('gives JSON that keeps the contract, whose spans lead to the words', () => {
    const json = comparisonJson.parse(
      JSON.parse(run(before, after, '--format', 'json', '--include-text').out),
    );
    expect(json.problems.map(({ before, after, relation }) => [before, after, relation])).toEqual([
      ['p1', 'p1', 'copied'],
      ['p2', 'p2', 'persisting'],
      ['p3', null, 'resolved'],
      ['p4', null, 'dropped'],
      [null, 'p3', 'new'],
    ]);
    const [copy] = json.copiedSentences;
    expect(copy && json.after.text?.slice(...copy.after)).toMatch(/^书架上的选集.*。$/);
    expect(copy && json.before.text?.slice(...copy.before)).toMatch(/^书架上的选集.*。$/);
    const done = json.measures.find(({ status }) => status === 'reported-done');
    expect(done?.evidence && json.after.text?.slice(...done.evidence)).toContain('已经兑现');
    expect(json.earlier).toEqual([]);
  });

  it('takes several years in any order, and says that it sorted them', () => {
    const third = put('third.txt', AFTER.replace('2024年度', '2025年度').replace('1.原著学习', '1.经典学习'));
    const { code, out } = run(third, before, after, '--format', 'json');
    const json = comparisonJson.parse(JSON.parse(out));
    expect([code, json.warnings.map((warning) => warning.code)]).toEqual([0, ['sorted']]);
    expect(json.trend.years.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
    expect(json.earlier.length).toBe(1);
    expect(run(before, after, third).out).toContain('年年提（3年都有）');
  });

  it('masks the words of the documents and the names of the files when asked', () => {
    const { code, out, err } = run(before, after, '--redact');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('上一份4个，这一份3个');
    expect(out).not.toMatch(/原著|清淤|before\.txt/);
  });

  it('writes the format that the ending of the file tells', () => {
    const target = join(folder, 'page.html');
    expect(run(before, after, '--to', target)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(target, 'utf8')).toMatch(/^<!DOCTYPE html>/);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['one document', [before], /至少要两份材料/],
    ['the same file twice', [before, before], /同一个文件给了两次/],
    ['the same text under two names', [before, put('copy.txt', BEFORE)], /文字完全相同/],
    ['a missing file', [before, join(folder, 'none.txt')], /none\.txt：找不到这个文件/],
    ['an input as output', [before, after, '--output', after, '--force'], /不能写入要读的文件/],
  ])('refuses %s', (_, args, message) => {
    const { code, out, err } = run(...args);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('duizhao check --previous', () => {
  const check = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['dist/cli.js', 'check', after, ...args], { encoding: 'utf8' });

  it('says what was copied, with the earlier wording, and what returns', () => {
    const { stdout } = check('--previous', before, '--quiet');
    expect(stdout).toMatch(/与2023年度材料第6行一字不差。 \[copied-from-previous\]/);
    expect(stdout).toMatch(/2023年度查摆过“原著读得少”，这一次又查摆同样的问题.* \[recurring-problem\]/);
  });

  it('says that these rules were not run without it', () => {
    const without = check().stdout.replace(/\s/g, '');
    expect(without).toContain('没有用--previous给出往年材料，未查照搬往年、年年提');
    expect(check('--previous', before).stdout).not.toContain('没有用');
    const notices = (...args: readonly string[]): readonly { code: string; message: string }[] =>
      JSON.parse(check('--format', 'json', ...args).stdout).documents[0].notices;
    expect(notices()).toContainEqual({
      code: 'no-previous',
      message: '没有用 --previous 给出往年材料，未查 copied-from-previous、recurring-problem。',
    });
    expect(notices('--previous', before).map(({ code }) => code)).not.toContain('no-previous');
  });

  it('ends with 2 when the earlier document cannot be read', () => {
    const { status, stderr } = check('--previous', join(folder, 'none.txt'));
    expect(stderr).toMatch(/none\.txt：找不到这个文件/);
    expect(status).toBe(2);
  });
});
